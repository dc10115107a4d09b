package io.amanat.platform.axon;

import java.util.concurrent.Callable;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.LockAwareAggregate;

/**
 * Axon's caching repository, which does not ask the log for an aggregate that a command is about to create: see {@link Decision}. Such
 * a question is nearly always answered by nothing, and costs as much as all the rest of the command.
 */
final class AggregateRepository<T> extends CachingEventSourcingRepository<T> {

    private final Cache cache;
    private final LockFactory locks;

    AggregateRepository(EventSourcingRepository.Builder<T> builder, Cache cache, LockFactory locks) {
        super(builder.cache(cache).lockFactory(locks));
        this.cache = cache;
        this.locks = locks;
    }

    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoadOrCreate(String id, Callable<T> factory)
            throws Exception {
        Lock lock =
                locks.obtainLock(id); // reentrant, and held to the end: nobody sees it in the cache before it is stored
        CurrentUnitOfWork.get().onCleanup(_ -> lock.release());
        return cache.containsKey(id) || !Decision.takesForNew()
                ? super.doLoadOrCreate(id, factory)
                : new LockAwareAggregate<>(doCreateNewForLock(factory), lock);
    }
}
