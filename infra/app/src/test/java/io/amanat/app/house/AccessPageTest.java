package io.amanat.app.house;

import io.amanat.contract.access.AccessTable;
import io.amanat.contract.access.Ownership;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessPageTest {
    @Test
    void givenAccessTable_thenThePageShowsEveryRow() {
        Page.of("docs/access.md")
                .with("endpoints", endpoints())
                .with("ownership", ownership())
                .check();
    }

    private static String endpoints() {
        return AccessTable.endpoints().stream()
                .map(row -> "| %s `%s` | %s | %s |"
                        .formatted(
                                row.method(),
                                row.path(),
                                row.who(),
                                row.ownership().words()))
                .collect(Collectors.joining("\n", "| endpoint | who | whose |\n|---|---|---|\n", ""));
    }

    private static String ownership() {
        return Arrays.stream(Ownership.values())
                .map(ownership -> "| `%s` | %s | %d |"
                        .formatted(
                                ownership.name(),
                                ownership.words(),
                                AccessTable.endpoints().stream()
                                        .filter(row -> row.ownership() == ownership)
                                        .count()))
                .collect(Collectors.joining("\n", "| in the code | means | endpoints |\n|---|---|---|\n", ""));
    }
}
