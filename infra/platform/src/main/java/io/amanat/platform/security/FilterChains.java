package io.amanat.platform.security;

import io.amanat.contract.access.Endpoint;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.Scope;
import io.amanat.platform.web.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Two chains: the API as its access table says, and beside it the few open pages; everything else is closed. */
@Configuration(proxyBeanMethods = false)
class FilterChains {

    private static final String API = "/api/**";
    private static final String NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'";
    private static final String OWN_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    private static final String[] OPEN_PAGES = {
        "/actuator/health/**", "/actuator/info", "/v3/api-docs/**", "/swagger-ui/**", "/swagger-ui.html", "/error"
    };

    private final Endpoints endpoints = new Endpoints();
    private final BearerCredentials credentials;
    private final Refusals refusals;

    FilterChains(BearerCredentials credentials, ProblemWriter writer) {
        this.credentials = credentials;
        this.refusals = new Refusals(endpoints, writer);
    }

    @Bean
    @Order(100)
    SecurityFilterChain apiSecurity(HttpSecurity http) {
        bearerOnly(http.securityMatcher(API), NOTHING_ELSE);
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll();
            for (Endpoints.Row row : endpoints.rows()) {
                if (row.endpoint().open()) {
                    requests.requestMatchers(row.matcher()).permitAll();
                } else {
                    requests.requestMatchers(row.matcher()).hasAnyAuthority(authorities(row.endpoint()));
                }
            }
            requests.anyRequest().denyAll();
        });
        return http.build();
    }

    @Bean
    @Order(200)
    SecurityFilterChain pageSecurity(HttpSecurity http) {
        bearerOnly(http, OWN_PAGES);
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN_PAGES)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(
                                name(CallerAuthentication.authority(Role.ADMIN)),
                                name(CallerAuthentication.authority(Scope.AUDIT_READ)))
                        .anyRequest()
                        .denyAll());
        return http.build();
    }

    private void bearerOnly(HttpSecurity http, String contentPolicy) {
        http.csrf(AbstractHttpConfigurer::disable) // nothing is authenticated by a cookie
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .oauth2ResourceServer(bearer -> bearer.bearerTokenResolver(tokens())
                        .authenticationManagerResolver(request -> credentials)
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals));
    }

    /** An open endpoint does not look at a token: the one that is to be refreshed there has usually expired. */
    private BearerTokenResolver tokens() {
        DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();
        return new BearerTokenResolver() {
            @Override
            public @Nullable String resolve(HttpServletRequest request) {
                return endpoints.open(request) ? null : header.resolve(request);
            }
        };
    }

    private static String[] authorities(Endpoint endpoint) {
        Stream<String> roles =
                endpoint.roles().stream().map(CallerAuthentication::authority).map(FilterChains::name);
        Scope scope = endpoint.scope();
        Stream<String> scopes = scope == null ? Stream.empty() : Stream.of(name(CallerAuthentication.authority(scope)));
        return Stream.concat(roles, scopes).toArray(String[]::new);
    }

    private static String name(GrantedAuthority authority) {
        return String.valueOf(authority.getAuthority());
    }
}
