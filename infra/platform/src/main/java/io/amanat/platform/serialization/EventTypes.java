package io.amanat.platform.serialization;

import io.amanat.contract.Event;
import io.amanat.contract.EventType;
import io.amanat.contract.configuration.ConfigSettingEvent;
import io.amanat.contract.custody.CustodyTransferEvent;
import io.amanat.contract.custody.DestinationEvent;
import io.amanat.contract.custody.screening.ScreeningEvent;
import io.amanat.contract.disputes.DisputeEvent;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.identity.ApiKeyEvent;
import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.contract.identity.UserEvent;
import io.amanat.contract.marketplace.PurchaseRequestEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every current event, by its stored name. Names of historic versions are the upcasters' matter: see {@link EventReader}. */
public final class EventTypes {

    private static final List<Class<? extends Event>> ROOTS = List.of(
            PurchaseRequestEvent.class,
            PaymentEvent.class,
            DisputeEvent.class,
            DestinationEvent.class,
            CustodyTransferEvent.class,
            ScreeningEvent.class,
            ConfigSettingEvent.class,
            UserEvent.class,
            PayoutAddressEvent.class,
            ApiKeyEvent.class);

    private static final EventTypes ALL = new EventTypes(ROOTS);

    private final SortedMap<String, Class<? extends Event>> classes = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    /** {@code roots}: events, or sealed interfaces of them. */
    EventTypes(List<Class<? extends Event>> roots) {
        roots.stream().flatMap(EventTypes::records).forEach(this::register);
    }

    public static EventTypes all() {
        return ALL;
    }

    /** Sorted by name. */
    public Map<String, Class<? extends Event>> byName() {
        return Collections.unmodifiableSortedMap(classes);
    }

    /** The stored name; absent when the class is no event. */
    public @Nullable String nameOf(Class<?> type) {
        return names.get(type);
    }

    /**
     * The class of a current name.
     *
     * @throws UnknownEventType when this build has no such event, or has it as a historic version only
     */
    public Class<? extends Event> classOf(String name) {
        Class<? extends Event> type = classes.get(name);
        if (type == null) {
            throw new UnknownEventType(name);
        }
        return type;
    }

    Class<? extends Event> classOf(StoredType stored) {
        Class<? extends Event> type = classes.get(stored.name());
        if (type == null) {
            throw new UnknownEventType(stored);
        }
        return type;
    }

    private void register(Class<? extends Event> type) {
        EventType annotation = type.getAnnotation(EventType.class);
        if (annotation == null) {
            throw new IllegalStateException(type + " has no @EventType");
        }
        Class<?> other = classes.put(annotation.value(), type);
        if (other != null) {
            throw new IllegalStateException(annotation.value() + " names both " + other + " and " + type);
        }
        names.put(type, annotation.value());
    }

    private static Stream<Class<? extends Event>> records(Class<? extends Event> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null
                ? Stream.of(type)
                : Stream.of(permitted).flatMap(sub -> records(sub.asSubclass(Event.class)));
    }
}
