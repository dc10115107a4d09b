package io.amanat.platform.serialization;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Leads from every historic name to a current event. What does not fit together is refused when it is built, which is at start. */
final class Upcasters {

    /** Every step away from a version that the contract once had. A step that was released stays for ever, as its golden file does. */
    private static final List<Upcaster> EVERY = List.of();

    private static final Pattern VERSION = Pattern.compile("(.+\\.v)([0-9]+)");

    private final SortedMap<String, Upcaster> steps = new TreeMap<>();
    private final SortedMap<String, List<Upcaster>> chains = new TreeMap<>();

    Upcasters(EventTypes types, List<Upcaster> all) {
        all.forEach(upcaster -> register(types, upcaster));
        steps.keySet().forEach(name -> chains.put(name, chain(types, name)));
        Stream.concat(types.byName().keySet().stream(), steps.keySet().stream())
                .forEach(this::requireUpcasterOfVersionBefore);
    }

    static Upcasters every() {
        return new Upcasters(EventTypes.all(), EVERY);
    }

    /** The steps of every historic name, in order; sorted by name. */
    SortedMap<String, List<Upcaster>> chains() {
        return Collections.unmodifiableSortedMap(chains);
    }

    /** The name under which the event is read now; the same when it is not historic, or not known at all. */
    String currentName(String storedName) {
        List<Upcaster> chain = chains.get(storedName);
        return chain == null ? storedName : chain.getLast().to();
    }

    /** As the current event has it. */
    ObjectNode upcast(String storedName, ObjectNode payload, Map<String, String> metadata) {
        ObjectNode result = payload;
        for (Upcaster step : chains.getOrDefault(storedName, List.of())) {
            result = Objects.requireNonNull(step.upcast(result, metadata));
        }
        return result;
    }

    private void register(EventTypes types, Upcaster upcaster) {
        String from = upcaster.from();
        if (types.byName().containsKey(from)) {
            throw new IllegalStateException(
                    "'" + from + "' is a current event, yet " + named(upcaster) + " begins at it");
        }
        Upcaster other = steps.put(from, upcaster);
        if (other != null) {
            throw new IllegalStateException(
                    "both " + named(other) + " and " + named(upcaster) + " begin at '" + from + "'");
        }
    }

    private List<Upcaster> chain(EventTypes types, String first) {
        List<Upcaster> chain = new ArrayList<>();
        String name = first;
        while (!types.byName().containsKey(name)) {
            Upcaster step = steps.get(name);
            if (step == null) {
                throw new IllegalStateException(named(chain.getLast()) + " leads to '" + name
                        + "', which is no current event and has no upcaster");
            }
            if (chain.contains(step)) {
                throw new IllegalStateException("upcasters lead in a circle: "
                        + chain.stream().map(Upcaster::from).collect(Collectors.joining("' -> '", "'", "' -> '"))
                        + name + "'");
            }
            chain.add(step);
            name = step.to();
        }
        return List.copyOf(chain);
    }

    /** A name with a version above 1 has a past, which the log may hold. */
    private void requireUpcasterOfVersionBefore(String name) {
        String before = versionBefore(name);
        if (before != null && !steps.containsKey(before)) {
            throw new IllegalStateException("there is '" + name + "', but no upcaster begins at '" + before + "'");
        }
    }

    private static @Nullable String versionBefore(String name) {
        Matcher version = VERSION.matcher(name);
        if (!version.matches()) {
            return null;
        }
        int number = Integer.parseInt(version.group(2));
        return number > 1 ? version.group(1) + (number - 1) : null;
    }

    private static String named(Upcaster upcaster) {
        return upcaster.getClass().getSimpleName();
    }
}
