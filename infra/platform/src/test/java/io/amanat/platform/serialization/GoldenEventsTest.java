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

/**
 * Pins the stored form of every event, current and historic. A file never changes: a change of shape is a new event type. A new event's
 * file is written by running with {@code -Damanat.golden.write=true}, which leaves existing files alone; what a historic event has become
 * is written by hand. See docs/events.md.
 */
class GoldenEventsTest {

    private static final GoldenFolder GOLDEN =
            new GoldenFolder(Path.of("src", "test", "resources", "golden"), EventReader.all());

    private final Serializer serializer = Serializers.events();

    static Stream<String> types() {
        return EventTypes.all().byName().keySet().stream();
    }

    static Stream<String> historic() {
        return GOLDEN.reader().upcasters().chains().keySet().stream();
    }

    @Test
    void everyEventIsPinnedAndEveryPinnedNameIsKnown() {
        assertThat(GOLDEN.problems()).isEmpty();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("historic")
    void historicFormIsReadAsTheCurrentEvent(String name) {
        GOLDEN.checkUpcast(name);
    }

    @ParameterizedTest
    @MethodSource("types")
    void storedFormIsAsPinned(String type) {
        Event sample = Samples.of(EventTypes.all().classOf(type));
        SerializedObject<byte[]> stored = serializer.serialize(sample, byte[].class);

        assertThat(stored.getType().getName()).isEqualTo(type);
        assertThat(pretty(stored)).isEqualTo(golden(type, stored));
    }

    @ParameterizedTest
    @MethodSource("types")
    void pinnedFormIsReadBackEqual(String type) {
        Event sample = Samples.of(EventTypes.all().classOf(type));
        byte[] pinned = GoldenFolder.bytes(golden(type, serializer.serialize(sample, byte[].class)));

        Object read = serializer.deserialize(new SimpleSerializedObject<>(pinned, byte[].class, type, null));

        assertThat(read).isEqualTo(sample);
    }

    private static String golden(String type, SerializedObject<byte[]> stored) {
        Path file = GOLDEN.file(type);
        try {
            if (Boolean.getBoolean("amanat.golden.write") && Files.notExists(file)) {
                Files.writeString(file, pretty(stored));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(SerializedObject<byte[]> stored) {
        return GoldenFolder.pretty(new String(stored.getData(), StandardCharsets.UTF_8));
    }
}
