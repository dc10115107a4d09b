package io.amanat.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Endpoint;
import io.amanat.query.testing.QueryTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@QueryTest
class GetEndpointsTest {
    private final RequestMappingHandlerMapping mapping;

    @Autowired
    GetEndpointsTest(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Test
    void thisSideAnswersExactlyTheReadsOfTheAccessTable() {
        Set<String> table = AccessTable.endpoints().stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .map(Endpoint::path)
                .collect(Collectors.toSet());
        Set<String> answered = mapping.getHandlerMethods().keySet().stream()
                .filter(info -> info.getPatternValues().stream().allMatch(path -> path.startsWith(AccessTable.BASE)))
                .peek(info ->
                        assertThat(info.getMethodsCondition().getMethods()).containsExactly(RequestMethod.GET))
                .flatMap(info -> info.getPatternValues().stream())
                .collect(Collectors.toSet());
        assertThat(answered).isEqualTo(table);
    }
}
