package io.amanat.contract;

import java.util.Locale;

/** An enum whose constants have a name of their own on the wire and in tables: the reference data model's. */
public interface WireEnum {
    String name();

    /** The value in JSON and in the database enum. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The constant of {@code type} that is written {@code wire}. */
    static <E extends Enum<E> & WireEnum> E parse(Class<E> type, String wire) {
        for (E constant : type.getEnumConstants()) {
            if (constant.wire().equals(wire)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("unknown " + type.getSimpleName() + " '" + wire + "'");
    }
}
