import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Formats every Java file of the project, or checks them: see docs/decisions/0001-format-in-the-toolchain.md.
 *
 * <p>Arguments: the project's folder; {@code auto} (check when the environment says CI=true, else apply),
 * {@code apply}, {@code check} or {@code skip}. Applying looks only at files that are newer than the last run.
 */
class Format {

    private static final Set<String> FOREIGN = Set.of("target", "node_modules", ".git", ".amanat", ".idea");

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());
    private final Path root;
    private final List<Path> badlyFormatted = new ArrayList<>();
    private int unreadable;

    Format(Path root) {
        this.root = root;
    }

    public static void main(String[] args) throws IOException {
        var mode = !args[1].equals("auto") ? args[1] : "true".equals(System.getenv("CI")) ? "check" : "apply";
        var format = new Format(Path.of(args[0]).toRealPath());
        switch (mode) {
            case "apply" -> format.apply();
            case "check" -> format.check();
            case "skip" -> {}
            default -> throw new IllegalArgumentException("-Dformat is auto, apply, check or skip, not " + mode);
        }
    }

    private void apply() throws IOException {
        var stamp = root.resolve("target/format.stamp");
        var started = Instant.now();
        var last = Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
        for (var rules : List.of("pom.xml", ".mvn/Format.java")) {
            if (Files.getLastModifiedTime(root.resolve(rules)).compareTo(last) >= 0) {
                last = FileTime.fromMillis(0);
            }
        }
        for (var file : javaFiles(last)) {
            var before = Files.readString(file);
            var after = formatted(file, before);
            if (!after.equals(before)) {
                Files.writeString(file, after);
                System.out.println("formatted " + root.relativize(file));
            }
        }
        Files.createDirectories(stamp.getParent());
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, FileTime.from(started));
    }

    private void check() throws IOException {
        for (var file : javaFiles(FileTime.fromMillis(0))) {
            var before = Files.readString(file);
            if (!formatted(file, before).equals(before)) {
                badlyFormatted.add(root.relativize(file));
            }
        }
        if (!badlyFormatted.isEmpty()) {
            badlyFormatted.forEach(file -> System.err.println("not formatted: " + file));
            System.err.println("Run `mvn process-sources` (without CI=true) and commit what it changes.");
        }
        if (!badlyFormatted.isEmpty() || unreadable > 0) {
            System.exit(1);
        }
    }

    /** A file that does not parse stays as it is: the compiler says what is wrong with it better than a formatter. */
    private String formatted(Path file, String source) {
        try {
            return formatter.formatSourceAndFixImports(source);
        } catch (FormatterException e) {
            unreadable++;
            System.err.println("cannot format " + root.relativize(file) + ": " + e.getMessage());
            return source;
        }
    }

    private List<Path> javaFiles(FileTime newerThan) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return FOREIGN.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".java")
                        && attributes.lastModifiedTime().compareTo(newerThan) >= 0) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
