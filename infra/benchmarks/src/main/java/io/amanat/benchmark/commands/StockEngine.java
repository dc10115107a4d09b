package io.amanat.benchmark.commands;

import io.amanat.contract.CommandSender;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** One of Axon's own event storage engines, ready to be measured. */
public interface StockEngine extends AutoCloseable {

    CommandSender sender();

    EventStore store();

    TransactionManager transactions();

    @Override
    void close();
}
