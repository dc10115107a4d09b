package io.amanat.app.assembly;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Groups the reference by context, and says at each endpoint who may call it and whose things it touches. */
@Configuration(proxyBeanMethods = false)
class ApiReferenceTags {
    @Bean
    OperationCustomizer groupedByContext() {
        return (operation, handler) -> {
            operation.setTags(List.of(context(handler)));
            return operation;
        };
    }

    @Bean
    OpenApiCustomizer whoMayCall() {
        return description -> AccessTable.endpoints().forEach(endpoint -> say(description, endpoint));
    }

    private static void say(OpenAPI description, Endpoint endpoint) {
        PathItem path = description.getPaths().get(endpoint.path());
        if (path == null) {
            return;
        }
        Operation operation = path.readOperationsMap().get(PathItem.HttpMethod.valueOf(endpoint.method()));
        if (operation != null) {
            operation.setDescription("Who: " + endpoint.who() + ". Whose: "
                    + endpoint.ownership().words() + ".");
        }
    }

    /** The context is the last part of the controller's package. */
    private static String context(HandlerMethod handler) {
        String name = handler.getBeanType().getPackageName();
        String context = name.substring(name.lastIndexOf('.') + 1);
        return context.substring(0, 1).toUpperCase(Locale.ROOT) + context.substring(1);
    }
}
