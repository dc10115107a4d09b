package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class StateTablesTest {

    private final JdbcClient app;

    StateTablesTest(TestDatabase database) {
        app = database.jdbc();
    }

    @Test
    void whenCredentialsAreDeleted_thenSessionsGoWithThem() {
        UUID user = UUID.randomUUID();
        app.sql("insert into user_credentials (user_id, email_index, password_hash, role) values (?, ?,"
                        + " 'hash', 'buyer')")
                .params(user, user.toString())
                .update();
        app.sql("insert into user_refresh_tokens (token, user_id, family_id, issued_at, expires_at)"
                        + " values (?, ?, ?, now(), now() + interval '1 day')")
                .params("a".repeat(64), user, UUID.randomUUID())
                .update();
        app.sql("delete from user_credentials where user_id = ?").param(user).update();
        assertThat(app.sql("select count(*) from user_refresh_tokens")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anErasedPersonStaysErased() {
        UUID user = UUID.randomUUID();
        app.sql("insert into personal_data_keys (user_id, wrapped_keyset) values (?, ?)")
                .params(user, new byte[] {1})
                .update();
        app.sql("update personal_data_keys set wrapped_keyset = null, erased_at = now() where user_id = ?")
                .param(user)
                .update();
        assertThatThrownBy(() -> app.sql(
                                "update personal_data_keys set wrapped_keyset = ?, erased_at = null where user_id = ?")
                        .params(new byte[] {2}, user)
                        .update())
                .hasMessageContaining("cannot come back");
        assertThatThrownBy(() -> app.sql("delete from personal_data_keys").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aNonceAndADerivationIndexAreUsedOnce() {
        transaction(UUID.randomUUID(), 7);
        assertThatThrownBy(() -> transaction(UUID.randomUUID(), 7)).isInstanceOf(DuplicateKeyException.class);
        index(UUID.randomUUID(), 3);
        assertThatThrownBy(() -> index(UUID.randomUUID(), 3)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aTransferHasOneLiveTransaction() {
        UUID transfer = UUID.randomUUID();
        transaction(transfer, 1, 100);
        assertThatThrownBy(() -> transaction(transfer, 2, 101)).isInstanceOf(DuplicateKeyException.class);
        app.sql("update custody_transactions set state = 'abandoned' where transfer_id = ?")
                .param(transfer)
                .update();
        transaction(transfer, 2, 101);
    }

    private void transaction(UUID transfer, long nonce) {
        transaction(transfer, 1, nonce);
    }

    private void transaction(UUID transfer, int attempt, long nonce) {
        app.sql("insert into custody_transactions (transfer_id, attempt, chain_id, from_account, nonce,"
                        + " to_address, token, amount, request_id) values (?, ?, 1, ?, ?, ?, ?, 1, ?)")
                .params(transfer, attempt, Rows.ADDRESS, nonce, randomAddress(), Rows.ADDRESS, UUID.randomUUID())
                .update();
    }

    private void index(UUID payment, int index) {
        app.sql("insert into derivation_indices (payment_id, account_xpub_fingerprint, derivation_index, chain_id,"
                        + " request_id, address) values (?, 'xpub', ?, 1, ?, ?)")
                .params(payment, index, UUID.randomUUID(), randomAddress())
                .update();
    }

    private static String randomAddress() {
        return "0x"
                + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "").substring(0, 40);
    }
}
