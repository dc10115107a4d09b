package io.amanat.benchmark.commands;

import com.zaxxer.hikari.HikariDataSource;
import io.amanat.contract.CommandSender;
import io.amanat.platform.serialization.Serializers;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Axon's JPA engine as Spring Boot starts it: Hibernate makes the tables, payloads are large objects, the pool has Boot's defaults. */
public final class StockJpa implements StockEngine {

    private final HikariDataSource pool;
    private final LocalContainerEntityManagerFactoryBean hibernate;
    private final TransactionManager transactions;
    private final PlainAxon axon;

    public StockJpa(DataSource emptySchema) {
        pool = Pools.withDefaults(emptySchema);
        hibernate = hibernate(pool);
        EntityManagerFactory entities = Objects.requireNonNull(hibernate.getObject());
        transactions = new SpringTransactionManager(new JpaTransactionManager(entities));
        EntityManager current = SharedEntityManagerCreator.createSharedEntityManager(entities);
        try {
            JpaEventStorageEngine engine = JpaEventStorageEngine.builder()
                    .entityManagerProvider(() -> current)
                    .transactionManager(transactions)
                    .eventSerializer(Serializers.events())
                    .snapshotSerializer(Serializers.general())
                    .dataSource(pool)
                    .build();
            axon = new PlainAxon(engine, transactions);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
        hibernate.destroy();
        pool.close();
    }

    private static LocalContainerEntityManagerFactoryBean hibernate(DataSource source) {
        LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName("stock");
        factory.setDataSource(source);
        factory.setManagedTypes(
                PersistenceManagedTypes.of(DomainEventEntry.class.getName(), SnapshotEventEntry.class.getName()));
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "create"));
        factory.afterPropertiesSet();
        return factory;
    }
}
