package io.amanat.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of docs/ with parts that come from the code, between {@code <!-- generated: name -->} and {@code <!-- end -->}. The words around
 * them are written by hand.
 */
final class Page {
    private final Path file;
    private final String committed;
    private String current;

    private Page(Path file) {
        this.file = file;
        this.committed = Repository.read(file);
        this.current = committed;
    }

    static Page of(String path) {
        return new Page(Repository.path(path));
    }

    /** Puts {@code text} where the part {@code name} stands. */
    Page with(String name, String text) {
        String begin = "<!-- generated: " + name + " -->\n";
        Matcher part = Pattern.compile(Pattern.quote(begin) + "(.*?)<!-- end -->", Pattern.DOTALL)
                .matcher(current);
        assertThat(part.find())
                .as(Repository.name(file) + " has a part " + name)
                .isTrue();
        current = current.substring(0, part.start())
                + begin
                + "\n"
                + text.strip()
                + "\n\n<!-- end -->"
                + current.substring(part.end());
        return this;
    }

    /** Fails when the committed page says something else; with {@code -Ddocs.write=true} writes it first. */
    void check() {
        if (Boolean.getBoolean("docs.write")) {
            Repository.write(file, current);
            return;
        }
        assertThat(committed)
                .as(Repository.name(file)
                        + " tells what the code does; run this test with -Ddocs.write=true and look at"
                        + " the difference")
                .isEqualTo(current);
    }
}
