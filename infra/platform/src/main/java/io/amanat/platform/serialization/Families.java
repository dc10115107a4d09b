package io.amanat.platform.serialization;

import io.amanat.contract.Identifier;
import io.amanat.contract.WireEnum;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HexFormat;
import java.util.UUID;

/** Types that are read alike: every id from its uuid, every enum from its wire name. */
final class Families {

    private static final String UUID_SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private Families() {}

    static boolean isIdentifier(Class<?> type) {
        return type.isRecord() && Identifier.class.isAssignableFrom(type);
    }

    static boolean isWireEnum(Class<?> type) {
        return type.isEnum() && WireEnum.class.isAssignableFrom(type);
    }

    static <T> TextDeserializer<T> identifier(Class<T> type) {
        return new TextDeserializer<>(type, parser(type));
    }

    static TextDeserializer.Parser<Object> keyParser(Class<?> type) {
        TextDeserializer.Parser<?> parser = isWireEnum(type) ? text -> constant(type, text) : parser(type);
        return parser::parse;
    }

    static <T> TextDeserializer<T> wireEnum(Class<T> type) {
        return new TextDeserializer<>(type, text -> constant(type, text));
    }

    private static <T> TextDeserializer.Parser<T> parser(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(UUID.class);
            return text -> construct(constructor, text);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " is an identifier without a uuid", e);
        }
    }

    private static <T> T construct(Constructor<T> constructor, String text) {
        if (!isUuid(text)) {
            throw new IllegalArgumentException("an id is a uuid");
        }
        try {
            return constructor.newInstance(UUID.fromString(text));
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an identifier holds any uuid", e);
        }
    }

    /** By hand, because every event holds several and {@link UUID#fromString} alone takes much that is none. */
    private static boolean isUuid(String text) {
        boolean uuid = text.length() == UUID_SHAPE.length();
        for (int i = 0; uuid && i < text.length(); i++) {
            uuid = UUID_SHAPE.charAt(i) == '-' ? text.charAt(i) == '-' : HexFormat.isHexDigit(text.charAt(i));
        }
        return uuid;
    }

    private static <T> T constant(Class<T> type, String text) {
        for (T constant : type.getEnumConstants()) {
            if (((WireEnum) constant).wire().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("unknown " + type.getSimpleName());
    }
}
