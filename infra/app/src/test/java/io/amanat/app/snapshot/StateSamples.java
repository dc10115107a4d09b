package io.amanat.app.snapshot;

import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Aggregates with something in every field: no test has to think of each, and none is forgotten when one is added. */
final class StateSamples {
    private static final Asset USDT =
            new Asset(31_337, new EvmAddress("0x00000000000000000000000000000000000000aa"), Currency.USDT, 6);

    private int next;

    /** Fields that are not nullable are filled with values unlike each other; collections hold two. */
    static <T> T of(Class<T> aggregate) throws ReflectiveOperationException {
        Constructor<T> constructor = aggregate.getDeclaredConstructor();
        constructor.setAccessible(true);
        T filled = constructor.newInstance();
        StateSamples samples = new StateSamples();
        for (Field field : aggregate.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                samples.fill(filled, field);
            }
        }
        return filled;
    }

    @SuppressWarnings("unchecked")
    private void fill(Object filled, Field field) throws ReflectiveOperationException {
        Object value = value(field.getGenericType(), field.getName());
        if (Modifier.isFinal(field.getModifiers())) {
            ((Collection<Object>) field.get(filled)).addAll((Collection<Object>) value);
        } else {
            field.set(filled, value);
        }
    }

    private Object value(Type type, String name) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Object one = value(of[0], name);
            Object other = value(of[0], name);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "List" -> List.of(one, other);
                case "Set" -> new HashSet<>(List.of(one, other));
                case "Map" -> {
                    Map<Object, Object> map = new LinkedHashMap<>();
                    map.put(one, value(of[1], name));
                    map.put(other, value(of[1], name));
                    yield map;
                }
                default -> throw new IllegalStateException("no sample of " + type);
            };
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[++next % raw.getEnumConstants().length];
        }
        Object known = known(raw, name);
        return known == null ? record(raw) : known;
    }

    private @Nullable Object known(Class<?> type, String name) {
        int n = ++next;
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> n;
            case "long" -> (long) n;
            case "boolean" -> true;
            case "String" -> name.endsWith("Hash") ? "0x" + "%064x".formatted(n) : name + "-" + n;
            case "BigInteger" -> BigInteger.TWO.pow(200).add(BigInteger.valueOf(n));
            case "UUID" -> new UUID(0x7000L, 0x8000_0000_0000_0000L + n);
            case "Instant" -> Instant.parse("2026-03-01T10:00:00.123456789Z").plusSeconds(n);
            case "LocalDate" -> LocalDate.parse("2026-03-01").plusDays(n);
            case "EvmAddress" -> new EvmAddress("0x%040x".formatted(n));
            case "TransferKey" -> new TransferKey(31_337, "0x%064x".formatted(n), n);
            case "PersonalText" -> PersonalText.of(new UserId(new UUID(1, n)), "c2VhbGVk" + n);
            case "DeliveryCodeHash" -> new DeliveryCodeHash("%064x".formatted(n));
            case "Money" -> new Money(BigInteger.valueOf(125_500_000L + n), Currency.USDT);
            case "UsdPrice" -> new UsdPrice(UsdPrice.ONE.units().add(BigInteger.valueOf(n)));
            case "Asset" -> USDT;
            case "AssetAmount" -> amount(n);
            case "Ruling" -> Ruling.compensation(amount(n), amount(n + 1));
            default -> null;
        };
    }

    private static AssetAmount amount(int n) {
        return USDT.units(BigInteger.valueOf(125_500_000L + n));
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), components[i].getName());
        }
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
