package io.amanat.app.house;

import io.amanat.contract.WireEnum;
import io.amanat.domain.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lifecycle as a Mermaid state diagram, and below it what is recorded without leading to another state. */
final class Diagram {
    private static final String NOWHERE = "[*]";

    private Diagram() {}

    static <S extends Enum<S> & WireEnum> String of(List<Transition<S>> lifecycle) {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        Map<String, List<String>> within = new LinkedHashMap<>();
        for (Transition<S> row : lifecycle) {
            String event = row.eventType().replaceFirst("\\.v[0-9]+$", "");
            if (row.from() == row.to()) {
                within.computeIfAbsent(event, _ -> new ArrayList<>()).add("`" + name(row.to()) + "`");
            } else {
                String arrow = name(row.from()) + " --> " + name(row.to());
                arrows.computeIfAbsent(arrow, _ -> new ArrayList<>()).add(event);
            }
        }
        var lines = new ArrayList<String>(List.of("```mermaid", "stateDiagram-v2"));
        arrows.forEach((arrow, events) -> lines.add("    " + arrow + ": " + String.join("<br/>", events)));
        ends(lifecycle).forEach(end -> lines.add("    " + end + " --> " + NOWHERE));
        lines.add("```");
        if (!within.isEmpty()) {
            lines.addAll(List.of("", "Recorded without a move:", ""));
            within.forEach((event, states) -> lines.add("- `" + event + "` in " + String.join(", ", states)));
        }
        return String.join("\n", lines);
    }

    /** States that are reached and never left. */
    private static <S extends Enum<S> & WireEnum> List<String> ends(List<Transition<S>> lifecycle) {
        return lifecycle.stream()
                .map(Transition::to)
                .distinct()
                .filter(state -> lifecycle.stream().noneMatch(row -> row.from() == state && row.to() != state))
                .map(state -> Objects.requireNonNull(state).wire())
                .collect(Collectors.toList());
    }

    private static <S extends Enum<S> & WireEnum> String name(@Nullable S state) {
        return state == null ? NOWHERE : state.wire();
    }
}
