package io.amanat.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.amanat.contract.Command;
import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Events are for ever: what they are called, and what never stands in them in clear. */
class EventsTest {
    private static final JavaClasses CONTRACT = new ClassFileImporter().importPackages("io.amanat.contract");
    private static final Pattern TYPE = Pattern.compile("[a-z-]+(\\.[a-z-]+)+\\.v[0-9]+");

    /** Names under which people's own words come in, as a whole or at the end of a longer name. */
    private static final Pattern WORDS_OF_PEOPLE = Pattern.compile(
            "(?i).*(name|title|description|message|note|notes|reason|rationale|comment|text|email|phone|recipient|line1"
                    + "|line2|city|region|postalCode|scope|carrier|tracking(Number|Url)?)$");

    /** Not written by people: what the chain or the node said. */
    private static final Set<String> SAID_BY_MACHINES = Set.of("CustodyTransferFailed.reason", "RecordFailure.reason");

    @Test
    void givenEveryEvent_thenItIsARecordWithAStableAndUniqueName() {
        var events = concrete(Event.class);

        assertThat(events).hasSizeGreaterThan(50);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.isRecord()).as(event.getName()).isTrue();
            assertThat(event.getAnnotation(EventType.class))
                    .as("@EventType of " + event.getName())
                    .isNotNull()
                    .satisfies(type -> assertThat(type.value()).matches(TYPE));
        });
        assertThat(events.stream()
                        .map(event -> event.getAnnotation(EventType.class).value()))
                .doesNotHaveDuplicates();
    }

    @Test
    void givenEventsAndCommands_thenWordsOfPeopleAreSealed() {
        var records = Stream.concat(concrete(Event.class).stream(), concrete(Command.class).stream());
        var inClear = records.flatMap(record -> components(record, new HashSet<>()))
                .distinct()
                .filter(component -> component.getType() == String.class)
                .filter(component ->
                        WORDS_OF_PEOPLE.matcher(component.getName()).matches())
                .map(component -> component.getDeclaringRecord().getSimpleName() + "." + component.getName())
                .filter(name -> !SAID_BY_MACHINES.contains(name));

        assertThat(inClear).isEmpty();
    }

    /** The components of the record and of every record of ours within it. */
    private static Stream<RecordComponent> components(Class<?> record, Set<Class<?>> seen) {
        if (!seen.add(record) || !record.isRecord() || !record.getName().startsWith("io.amanat.contract")) {
            return Stream.empty();
        }
        return Arrays.stream(record.getRecordComponents())
                .flatMap(component -> Stream.concat(
                        Stream.of(component), typesIn(component).flatMap(type -> components(type, seen))));
    }

    /** The component's type, or what it is a list of. */
    private static Stream<Class<?>> typesIn(RecordComponent component) {
        return component.getGenericType() instanceof java.lang.reflect.ParameterizedType listOf
                ? Arrays.stream(listOf.getActualTypeArguments())
                        .filter(Class.class::isInstance)
                        .map(Class.class::cast)
                : Stream.of(component.getType());
    }

    private static List<Class<?>> concrete(Class<?> kind) {
        return CONTRACT.stream()
                .filter(type -> type.isAssignableTo(kind) && !type.isInterface())
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }
}
