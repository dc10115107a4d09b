package io.amanat.platform.axon;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.BooleanSupplier;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Recently used aggregates, a bounded number of them. The log's unique index is the truth: see {@link Decision} for what keeps a
 * stale one from deciding anything.
 *
 * <p>Inside somebody else's transaction it neither gives nor keeps anything: that transaction may still roll back, and what it has
 * appended would then have happened in the cache alone.
 */
final class AggregateCache implements Cache {

    private static final int ALREADY_BOUNDED = 64;

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> kept;
    private final BooleanSupplier joined;

    /** @param joined whether this thread is in somebody else's transaction */
    AggregateCache(int aggregatesMax, BooleanSupplier joined) {
        this.kept = Caffeine.newBuilder()
                .maximumSize(aggregatesMax)
                .initialCapacity(Math.min(aggregatesMax, ALREADY_BOUNDED))
                .build();
        this.joined = joined;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
    public <K, V> @Nullable V get(K key) {
        if (joined.getAsBoolean()) {
            return null;
        }
        V hit = (V) kept.getIfPresent(key);
        if (hit != null) {
            Decision.restsOnCache();
        }
        return hit;
    }

    @Override
    public void put(Object key, Object value) {
        if (joined.getAsBoolean()) {
            kept.invalidate(key);
        } else {
            kept.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return !joined.getAsBoolean() && kept.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return kept.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        kept.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return kept.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("nobody listens to this cache");
    }
}
