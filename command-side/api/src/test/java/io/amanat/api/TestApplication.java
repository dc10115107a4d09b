package io.amanat.api;

import io.amanat.testkit.TestDatabase;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ApiConfiguration.class, TestPorts.class, TestProblems.class, Api.class})
class TestApplication {
    @Bean(destroyMethod = "close")
    TestDatabase database() {
        return TestDatabase.create();
    }

    @Bean
    DataSource dataSource(TestDatabase database) {
        return database.app();
    }

    /** Who may call what is the platform's to test. */
    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
