package io.amanat.platform.privacy;

import io.amanat.contract.identity.UserId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Table {@code personal_data_keys}. Every call commits by itself: a key that is used must be there even when what it was made for is
 * rolled back, and a deleted one must be gone.
 */
final class PersonKeys {
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;

    PersonKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param wrapped absent when the person was erased */
    record Stored(Optional<byte[]> wrapped) {}

    Optional<Stored> find(UserId subject) {
        return jdbc.sql("select wrapped_keyset from personal_data_keys where user_id = ?")
                .param(subject.value())
                .query((row, number) -> new Stored(Optional.ofNullable(row.getBytes(1))))
                .optional();
    }

    /** Keeps the key that is there, if there is one. */
    void addIfAbsent(UserId subject, byte[] wrapped) {
        alone.executeWithoutResult(status -> jdbc.sql(
                        "insert into personal_data_keys (user_id, wrapped_keyset) values (?, ?) on conflict do nothing")
                .param(subject.value())
                .param(wrapped)
                .update());
    }

    /** A person without a key is marked as well: none is made later. */
    void erase(UserId subject) {
        alone.executeWithoutResult(
                status -> jdbc.sql("""
                    insert into personal_data_keys (user_id, wrapped_keyset, erased_at) values (?, null, now())
                    on conflict (user_id) do update set wrapped_keyset = null,
                        erased_at = coalesce(personal_data_keys.erased_at, excluded.erased_at)\
                    """).param(subject.value()).update());
    }
}
