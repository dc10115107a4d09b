package io.amanat.platform.serialization;

import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.marketplace.DeliveryCodeHash;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.contract.money.UsdPrice;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills a record with values that depend on nothing but its shape: the n-th value of a kind is always the same. */
final class Samples {

    private static final Asset USDT =
            new Asset(31337, new EvmAddress("0x00000000000000000000000000000000000000aa"), Currency.USDT, 6);

    /** How many there were when the first file with one of them was pinned: more must not change what is in it. */
    private static final Map<Class<?>, Integer> CONSTANTS_AT_FIRST =
            Map.of(ExcessCause.class, 2, TransferKind.class, 2);

    private int next;

    static <T> T of(Class<T> type) {
        return type.cast(new Samples().value(type, "event"));
    }

    @SuppressWarnings("EnumOrdinal") // any constant will do, as long as it is always the same
    private Object value(Type type, String name) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = list.getActualTypeArguments()[0];
            return List.of(value(element, name), value(element, name));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[++next % CONSTANTS_AT_FIRST.getOrDefault(raw, raw.getEnumConstants().length)];
        }
        Object known = known(raw, name);
        return known != null ? known : record(raw);
    }

    private Object known(Class<?> type, String name) {
        int n = ++next;
        return switch (type.getName()) {
            case "int", "java.lang.Integer" -> n;
            case "long" -> (long) n;
            case "boolean" -> true;
            case "java.lang.String" -> text(name, n);
            case "java.util.UUID" -> new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
            case "java.time.Instant" ->
                Instant.parse("2026-03-01T10:00:00.123456789Z").plusSeconds(n);
            case "java.time.LocalDate" -> LocalDate.parse("2026-03-01").plusDays(n);
            default -> contract(type, n);
        };
    }

    private static String text(String name, int n) {
        return name.endsWith("Hash") ? "0x" + "%064x".formatted(n) : name + "-" + n;
    }

    private static Object contract(Class<?> type, int n) {
        if (type == EvmAddress.class) {
            return new EvmAddress("0x%040x".formatted(n));
        } else if (type == PersonalText.class) {
            return new PersonalText("pd1.00000000-0000-7000-8000-000000000001.c2VhbGVk" + n);
        } else if (type == DeliveryCodeHash.class) {
            return new DeliveryCodeHash("%064x".formatted(n));
        } else if (type == Money.class) {
            return new Money(BigInteger.valueOf(125_500_000L + n), Currency.USDT);
        } else if (type == AssetAmount.class) {
            return USDT.units(BigInteger.valueOf(125_500_000L + n));
        } else if (type == UsdPrice.class) {
            return new UsdPrice(UsdPrice.ONE.units().add(BigInteger.valueOf(n)));
        } else if (type == Asset.class) {
            return USDT;
        } else if (type == Ruling.class) {
            return Ruling.compensation(USDT.amount("100"), USDT.amount("25.50"));
        }
        return null;
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType(), components[i].getName());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }
}
