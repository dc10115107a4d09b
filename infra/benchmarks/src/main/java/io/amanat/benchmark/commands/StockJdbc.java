package io.amanat.benchmark.commands;

import com.zaxxer.hikari.HikariDataSource;
import io.amanat.contract.CommandSender;
import io.amanat.platform.serialization.Serializers;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Axon's JDBC engine with its own tables for PostgreSQL and its defaults, on a pool with Boot's defaults. */
public final class StockJdbc implements StockEngine {

    private final HikariDataSource pool;
    private final TransactionManager transactions;
    private final PlainAxon axon;

    public StockJdbc(DataSource emptySchema) {
        pool = Pools.withDefaults(emptySchema);
        transactions = new SpringTransactionManager(new JdbcTransactionManager(pool));
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .transactionManager(transactions)
                .eventSerializer(Serializers.events())
                .snapshotSerializer(Serializers.general())
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        axon = new PlainAxon(engine, transactions);
    }

    @Override
    public CommandSender sender() {
        return axon;
    }

    @Override
    public EventStore store() {
        return axon.store();
    }

    @Override
    public TransactionManager transactions() {
        return transactions;
    }

    @Override
    public void close() {
        axon.close();
        pool.close();
    }
}
