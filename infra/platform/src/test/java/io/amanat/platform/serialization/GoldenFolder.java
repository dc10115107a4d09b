package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.audit.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pinned forms of events. {@code <name>.json} is an event's content as it is or was stored; {@code upcast/<name>.json} says of a
 * historic one with which {@code metadata} it was stored, and what it is {@code now}: {@code name} and {@code content}.
 */
record GoldenFolder(Path folder, EventReader reader) {

    private static final JsonMapper PRETTY = JsonMapper.builder().build();

    /** A sentence for everything that is missing or too much. */
    List<String> problems() {
        Set<String> current = reader.types().byName().keySet();
        Set<String> historic = reader.upcasters().chains().keySet();
        Set<String> pinned = names(folder);
        Set<String> upcast = names(folder.resolve("upcast"));
        List<String> problems = new ArrayList<>();
        without(current, pinned).forEach(name -> problems.add(name + " is a current event and has no golden file"));
        without(historic, pinned).forEach(name -> problems.add(name + " has an upcaster and no golden file"));
        without(historic, upcast)
                .forEach(name -> problems.add(name + " has an upcaster, and no file says what it is now"));
        without(without(pinned, current), historic)
                .forEach(name -> problems.add(name + " is pinned, but no current event and without an upcaster"));
        without(upcast, historic)
                .forEach(name -> problems.add(name + " is said to become another event and has no upcaster"));
        return problems;
    }

    /** Reads a historic event as every reader of the log does, and compares. */
    void checkUpcast(String historic) {
        JsonNode expected = PRETTY.readTree(read(folder.resolve("upcast").resolve(historic + ".json")));
        byte[] content = bytes(read(file(historic)));
        byte[] metadata = PRETTY.writeValueAsBytes(expected.required("metadata"));

        StoredEvent now = reader.read(1, "event", "aggregate", 0, historic, Instant.EPOCH, content, metadata);

        assertThat(now.type())
                .isEqualTo(expected.required("now").required("name").asString());
        assertThat(pretty(Serializers.events(reader)
                        .serialize(now.event(), String.class)
                        .getData()))
                .isEqualTo(PRETTY.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(expected.required("now").required("content"))
                        + "\n");
    }

    Path file(String name) {
        return folder.resolve(name + ".json");
    }

    static String pretty(String json) {
        return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(PRETTY.readTree(json)) + "\n";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(name -> !some.contains(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Path folder) {
        if (Files.notExists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
