package io.amanat.app.assembly;

import io.amanat.app.start.Foundations;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way into the database for everything that runs. */
@Configuration(proxyBeanMethods = false)
class DatabaseAssembly {
    /** Closed by the foundations, after everything that uses it. */
    @Bean(destroyMethod = "")
    DataSource dataSource(Foundations foundations) {
        return foundations.databases().app();
    }

    @Bean
    TransactionOperations transactionOperations(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
