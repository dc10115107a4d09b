package io.amanat.platform.serialization;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.serialization.Revision;

/**
 * A short text that is another one whenever the fields that make up a state are others: those of the class itself, of the types of this
 * platform that they lead to, and the constants of its enums. {@link Revision} on the class counts as well, for whoever changes what a
 * field means and not its shape.
 */
public final class StateShape {

    private static final int HEX_DIGITS = 16;

    private static final ClassValue<String> SHAPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return digest(type);
        }
    };

    private StateShape() {}

    /** 16 hexadecimal digits; the same on every machine. */
    public static String of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static String digest(Class<?> type) {
        Set<String> lines = new TreeSet<>();
        Revision revision = type.getAnnotation(Revision.class);
        if (revision != null) {
            lines.add("revision " + revision.value());
        }
        describe(type, lines);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void describe(Type type, Set<String> lines) {
        switch (type) {
            case Class<?> known when known.isArray() -> describe(known.getComponentType(), lines);
            case Class<?> own when own.getName().startsWith("io.amanat.") -> describeOwn(own, lines);
            case ParameterizedType generic -> {
                describe(generic.getRawType(), lines);
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> describe(argument, lines));
            }
            default -> {}
        }
    }

    private static void describeOwn(Class<?> type, Set<String> lines) {
        if (!lines.add("type " + type.getName())) {
            return;
        }
        if (type.isEnum()) {
            lines.add(type.getName() + " " + Arrays.toString(type.getEnumConstants()));
            return;
        }
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            Arrays.stream(permitted).forEach(each -> describe(each, lines));
        }
        Field[] fields = type.getDeclaredFields();
        Arrays.sort(fields, Comparator.comparing(Field::getName));
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                lines.add(type.getName() + "." + field.getName() + " "
                        + field.getGenericType().getTypeName());
                describe(field.getGenericType(), lines);
            }
        }
        if (type.getSuperclass() != null) {
            describe(type.getSuperclass(), lines);
        }
    }
}
