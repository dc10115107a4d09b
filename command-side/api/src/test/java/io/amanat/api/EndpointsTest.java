package io.amanat.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ApiTest
class EndpointsTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyCommandEndpointOfTheAccessTableIsServedAndNoOther() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> mapping.getPatternValues().stream()
                                .filter(path -> path.startsWith(AccessTable.BASE))
                                .forEach(path -> served.add(verb + " " + path))));
        Set<String> promised = AccessTable.endpoints().stream()
                .filter(endpoint -> !endpoint.method().equals("GET"))
                .map((Endpoint endpoint) -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).isEqualTo(promised);
    }
}
