package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.Event;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pins the stored form of every event. A file never changes: a change of shape is a new event type. A new event's file is written by
 * running with {@code -Damanat.golden.write=true}, which leaves existing files alone.
 */
class GoldenEventsTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final JsonMapper PRETTY = JsonMapper.builder().build();

    private final Serializer serializer = Serializers.events();

    static Stream<String> types() {
        return EventTypes.all().byName().keySet().stream();
    }

    @Test
    void everyFilePinsAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(types().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void storedFormIsAsPinned(String type) {
        Event sample = Samples.of(EventTypes.all().classOf(type));
        SerializedObject<byte[]> stored = serializer.serialize(sample, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo(type);
        assertThat(pretty(new String(stored.getData(), StandardCharsets.UTF_8))).isEqualTo(golden(type, stored));
    }

    @ParameterizedTest
    @MethodSource("types")
    void pinnedFormIsReadBackEqual(String type) {
        Event sample = Samples.of(EventTypes.all().classOf(type));
        byte[] pinned = golden(type, serializer.serialize(sample, byte[].class)).getBytes(StandardCharsets.UTF_8);

        Object read = serializer.deserialize(new SimpleSerializedObject<>(pinned, byte[].class, type, null));

        assertThat(read).isEqualTo(sample);
    }

    private static String golden(String type, SerializedObject<byte[]> stored) {
        Path file = FOLDER.resolve(type + ".json");
        try {
            if (Boolean.getBoolean("amanat.golden.write") && Files.notExists(file)) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, pretty(new String(stored.getData(), StandardCharsets.UTF_8)));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(String json) {
        return PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(PRETTY.readTree(json)) + "\n";
    }
}
