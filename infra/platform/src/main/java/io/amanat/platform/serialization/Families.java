package io.amanat.platform.serialization;

import io.amanat.contract.Identifier;
import io.amanat.contract.WireEnum;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Types that are read alike: every id from its uuid, every enum from its wire name. */
final class Families {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

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
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("an id is a uuid");
        }
        try {
            return constructor.newInstance(UUID.fromString(text));
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("an identifier holds any uuid", e);
        }
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
