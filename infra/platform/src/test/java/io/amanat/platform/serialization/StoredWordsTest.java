package io.amanat.platform.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.WireEnum;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A sample holds one constant of an enum, the log holds all of them: the word of each is pinned too. New words are added with
 * {@code -Damanat.golden.write=true}; none may go, and an upcaster is needed where one would be read as another.
 */
class StoredWordsTest {

    private static final Path PINNED = Path.of("src", "test", "resources", "golden-words.txt");

    @Test
    void givenEveryEnumThatEventsHold_thenItsWordsAreThePinnedOnes() throws IOException {
        Set<String> words = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        EventTypes.all().byName().values().forEach(event -> collect(event, seen, words));
        if (Boolean.getBoolean("amanat.golden.write")) {
            words.addAll(Files.exists(PINNED) ? Files.readAllLines(PINNED) : List.of());
            Files.write(PINNED, words);
        }
        assertThat(words).hasSizeGreaterThan(50).containsExactlyElementsOf(Files.readAllLines(PINNED));
    }

    private static void collect(Type type, Set<Class<?>> seen, Set<String> words) {
        if (type instanceof ParameterizedType list) {
            Arrays.stream(list.getActualTypeArguments()).forEach(element -> collect(element, seen, words));
        } else if (type instanceof Class<?> raw && seen.add(raw)) {
            if (raw.isRecord()) {
                Stream.of(raw.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> collect(component, seen, words));
            } else if (WireEnum.class.isAssignableFrom(raw)) {
                Stream.of(raw.getEnumConstants())
                        .map(constant -> raw.getSimpleName() + " " + ((WireEnum) constant).wire())
                        .forEach(words::add);
            }
        }
    }
}
