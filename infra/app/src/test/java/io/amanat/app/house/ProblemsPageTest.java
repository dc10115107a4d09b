package io.amanat.app.house;

import io.amanat.api.web.ApiRefusal;
import io.amanat.platform.web.ProblemCatalogue;
import io.amanat.platform.web.ProblemCatalogue.Entry;
import io.amanat.query.web.QueryRefusal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemsPageTest {
    @Test
    void givenRulesAndRefusals_thenThePageShowsEveryOne() {
        var api = Arrays.stream(ApiRefusal.values())
                .map(refusal -> new Entry(refusal.code(), refusal.status().value(), refusal.sentence()));
        var query = Arrays.stream(QueryRefusal.values())
                .map(refusal -> new Entry(refusal.code(), refusal.status().value(), refusal.sentence()));

        Page.of("docs/problems.md")
                .with("rules", table(ProblemCatalogue.entries().stream()))
                .with("api", table(api))
                .with("query", table(query))
                .check();
    }

    private static String table(Stream<Entry> entries) {
        return entries.map(entry -> "| `%s` | %d | %s |".formatted(entry.code(), entry.status(), entry.sentence()))
                .collect(Collectors.joining("\n", "| code | status | in words |\n|---|---|---|\n", ""));
    }
}
