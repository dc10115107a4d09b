package io.amanat.app.house;

import io.amanat.contract.Event;
import io.amanat.platform.serialization.EventReader;
import io.amanat.platform.serialization.EventTypes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsPageTest {
    @Test
    void givenEvents_thenThePageNamesEveryOneWithItsFields() {
        Page.of("docs/events.md")
                .with("events", current())
                .with("historic", historic())
                .check();
    }

    private static String current() {
        Map<String, String> byAggregate = new TreeMap<>();
        EventTypes.all()
                .byName()
                .forEach((name, type) -> byAggregate.merge(aggregate(type), row(name, type), String::concat));
        return byAggregate.entrySet().stream()
                .map(rows -> "### " + rows.getKey() + "\n\n| event | fields |\n|---|---|\n" + rows.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static String historic() {
        Map<String, String> names = EventReader.all().historicNames();
        return names.isEmpty()
                ? "None yet: every event still is as it was first stored."
                : names.entrySet().stream()
                        .map(name -> "| `%s` | `%s` |".formatted(name.getKey(), name.getValue()))
                        .collect(Collectors.joining("\n", "| stored as | read as |\n|---|---|\n", ""));
    }

    /** As the id of the event's subject says it: {@code PurchaseRequestId} is the purchase request's. */
    private static String aggregate(Class<? extends Event> type) {
        try {
            String id = type.getMethod("subject").getReturnType().getSimpleName();
            String words = id.replaceFirst("Id$", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
            return words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(String name, Class<? extends Event> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(EventsPageTest::field)
                .collect(Collectors.joining(", ", "| `" + name + "` | ", " |\n"));
    }

    private static String field(RecordComponent component) {
        String type = component.getGenericType().getTypeName().replaceAll("[a-z]+[.]|[A-Za-z]+[$]", "");
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return component.getName() + " `" + type + "`" + (optional ? " (optional)" : "");
    }
}
