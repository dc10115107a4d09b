package io.amanat.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every path that a page names exists: relative links, and paths and file names in code spans. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern SPAN = Pattern.compile("`([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.*-]+)+/?)`");
    private static final List<String> TOP = List.of(
            "command-side/",
            "query-side/",
            "sagas/",
            "projections/",
            "migrations/",
            "infra/",
            "docs/",
            ".ci/",
            ".mvn/");

    @Test
    void givenEveryPage_thenWhatItNamesIsThere() {
        var missing = new ArrayList<String>();
        for (Path page : Repository.files(".md")) {
            String text = Repository.read(page);
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                if (!Files.exists(page.resolveSibling(links.group(1)))) {
                    missing.add(Repository.name(page) + " links to " + links.group(1));
                }
            }
            Matcher spans = SPAN.matcher(text);
            while (spans.find()) {
                String path = spans.group(1);
                if (TOP.stream().anyMatch(path::startsWith)
                        && !path.contains("*")
                        && !Files.exists(Repository.path(path))) {
                    missing.add(Repository.name(page) + " names " + path);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void givenDecisions_thenTheyAreNumberedAndTheIndexNamesEveryOne() {
        String index = Repository.read(Repository.path("docs/decisions/README.md"));
        var records = Repository.files(".md").stream()
                .map(Repository::name)
                .filter(name -> name.startsWith("docs/decisions/") && !name.endsWith("README.md"))
                .map(name -> name.substring("docs/decisions/".length()))
                .toList();

        assertThat(records).isNotEmpty().allSatisfy(record -> {
            assertThat(record).matches("[0-9]{4}-[a-z-]+\\.md");
            assertThat(index).contains("](" + record + ")");
        });
        assertThat(records.stream().map(record -> record.substring(0, 4))).doesNotHaveDuplicates();
    }
}
