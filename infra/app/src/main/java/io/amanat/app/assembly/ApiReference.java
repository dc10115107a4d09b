package io.amanat.app.assembly;

import io.amanat.api.web.CommandContext;
import io.amanat.contract.access.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI description, which is made from the code. */
@Configuration(proxyBeanMethods = false)
class ApiReference {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandContext.class, Caller.class);
    }

    @Bean
    OpenAPI amanatApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Amanat")
                        .version("v1")
                        .description(
                                "Marketplace escrow. Errors are RFC 9457 problems with a stable code; every POST takes"
                                        + " an Idempotency-Key; amounts are decimal text with their currency."))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An access token from POST /api/v1/sessions, or an API key.")));
    }
}
