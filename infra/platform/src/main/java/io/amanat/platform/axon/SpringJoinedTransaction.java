package io.amanat.platform.axon;

import io.amanat.eventlog.JoinedTransaction;
import java.sql.Connection;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The transaction that Spring has begun on this thread, by an event processor, a deadline or a caller with rows of its own to write. */
final class SpringJoinedTransaction implements JoinedTransaction {

    private final DataSource source;

    SpringJoinedTransaction(DataSource source) {
        this.source = source;
    }

    @Override
    public @Nullable Connection current() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return null;
        }
        Connection connection = DataSourceUtils.getConnection(source);
        // it is the transaction's, which goes on holding it
        DataSourceUtils.releaseConnection(connection, source);
        return connection;
    }
}
