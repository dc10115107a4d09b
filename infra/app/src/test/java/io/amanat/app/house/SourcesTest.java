package io.amanat.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be seen without compiling anything. */
class SourcesTest {
    private static final int LINES_MAX = 300;
    private static final int LINES_OF_A_TEST_MAX = 400;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");

    private static final Pattern OUTSIDE = Pattern.compile("\\.\\./shared|[\"'`( ]/(work|home|root|Users)/[a-z]");

    private static final List<Path> JAVA = Repository.files(".java");
    private static final List<Path> MAIN = JAVA.stream()
            .filter(file -> Repository.name(file).contains("src/main/java/"))
            .toList();

    @Test
    void givenEveryJavaFile_thenItIsShortEnoughToRead() {
        assertThat(MAIN).hasSizeGreaterThan(400);
        assertThat(JAVA.stream().filter(file -> Repository.read(file).lines().count() > linesMax(file)))
                .isEmpty();
    }

    @Test
    void givenEveryPackage_thenItIsNullMarked() {
        var packages = MAIN.stream().map(Path::getParent).distinct().toList();

        assertThat(packages).hasSizeGreaterThan(40);
        assertThat(packages.stream()
                        .map(folder -> folder.resolve("package-info.java"))
                        .filter(info ->
                                !Files.exists(info) || !Repository.read(info).contains("@NullMarked")))
                .isEmpty();
    }

    @Test
    void givenEveryJavaFile_thenNothingInItIsLeftForLater() {
        assertThat(JAVA)
                .filteredOn(file -> !file.endsWith("SourcesTest.java"))
                .filteredOn(file -> UNFINISHED.matcher(Repository.read(file)).find())
                .isEmpty();
    }

    private static int linesMax(Path file) {
        return MAIN.contains(file) ? LINES_MAX : LINES_OF_A_TEST_MAX;
    }

    /** The project stands on its own: a page or comment that sends its reader to a machine's folders helps nobody. */
    @Test
    void givenEveryTextFile_thenItNamesNoPlaceOutsideTheProject() {
        assertThat(Repository.files(".java", ".md", ".xml", ".yml", ".sql", ".txt", ".json", "run", "demo"))
                .filteredOn(file -> !file.endsWith("SourcesTest.java"))
                .filteredOn(file -> OUTSIDE.matcher(Repository.read(file)).find())
                .isEmpty();
    }
}
