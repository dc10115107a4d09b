package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class FundsLedgerTest {

    private final JdbcClient owner;
    private final JdbcClient app;
    private final Rows rows;

    FundsLedgerTest(TestDatabase database) {
        owner = JdbcClient.create(database.owner());
        app = database.jdbc();
        rows = new Rows(app);
    }

    @Test
    void givenHeldMoney_whenReadAsBalances_thenTheyAddUpToZero() {
        UUID payment = rows.payment();
        rows.ledger(payment, "payment_detected", "external", "clearing", 10_000_000);
        rows.ledger(payment, "hold", "clearing", "escrow", 10_000_000);
        rows.ledger(payment, "release", "escrow", "seller", 9_900_000);
        assertThat(balance(payment, "seller")).isEqualTo("9.900000000000000000");
        assertThat(balance(payment, "escrow")).isEqualTo("0.100000000000000000");
        assertThat(balance(payment, "external")).isEqualTo("-10.000000000000000000");
        assertThat(app.sql("select sum(balance_units) from funds_balances where payment_id = ?")
                        .param(payment)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whenAnAccountWouldGoBelowZero_thenTheRowIsRefused() {
        UUID payment = rows.payment();
        rows.ledger(payment, "payment_detected", "external", "clearing", 10_000_000);
        assertThatThrownBy(() -> rows.ledger(payment, "hold", "clearing", "escrow", 10_000_001))
                .hasMessageContaining("would go below zero");
        assertThatThrownBy(() -> rows.ledger(rows.payment(), "hold", "clearing", "escrow", 1))
                .hasMessageContaining("would go below zero");
    }

    @Test
    void whenThePlatformLosesMoney_thenItsExposureMayGoBelowZero_andNothingElse() {
        UUID payment = rows.payment();
        rows.adjustment(payment, "exposure", "external", 5_000_000);
        UUID lost = rows.payment();
        rows.adjustment(lost, "loss", "exposure", 5_000_000);
        assertThat(balance(lost, "loss")).isEqualTo("-5.000000000000000000");
        assertThat(balance(payment, "exposure")).isEqualTo("-5.000000000000000000");
        for (String account : List.of("clearing", "escrow", "disputed", "seller", "buyer", "platform", "unallocated")) {
            assertThatThrownBy(() -> rows.adjustment(payment, account, "exposure", 1))
                    .as(account)
                    .hasMessageContaining("would go below zero");
        }
    }

    @Test
    void whenARowMovesNothingOrGoesNowhere_thenItIsRefused() {
        UUID payment = rows.payment();
        assertThatThrownBy(() -> rows.ledger(payment, "payment_detected", "external", "clearing", 0))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> rows.ledger(payment, "payment_detected", "external", "external", 1))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> rows.ledger(payment, "adjustment", "external", "clearing", 1))
                .hasMessageContaining("check constraint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update %s set actor = default",
                "delete from %s",
                "truncate %s",
                "drop table %s",
                "alter table %s disable trigger all",
                "alter table %s add column note text",
                "create trigger x before insert on %s for each row execute function refuse_ledger_change()"
            })
    void whenTheAppTriesToChangeWhatIsAppendOnly_thenPermissionIsDenied(String statement) {
        for (String table : List.of("funds_ledger_entries", "domain_event_entry", "config_setting_history")) {
            assertThatThrownBy(() -> app.sql(statement.formatted(table)).update())
                    .as(statement.formatted(table))
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update %s set %s = %2$s", "delete from %s", "truncate %s"})
    void givenAllPrivileges_whenChanged_thenTheTriggersRefuseAllTheSame(String statement) {
        for (String[] target : new String[][] {
            {"funds_ledger_entries", "amount"}, {"domain_event_entry", "type"}, {"config_setting_history", "actor"}
        }) {
            owner.sql("grant all on " + target[0] + " to amanat_app").update();
            try {
                for (JdbcClient role : List.of(app, owner)) {
                    assertThatThrownBy(() -> role.sql(statement.formatted((Object[]) target))
                                    .update())
                            .hasMessageContaining("is append-only");
                }
            } finally {
                owner.sql("revoke all on " + target[0] + " from amanat_app").update();
                owner.sql("grant select, insert on " + target[0] + " to amanat_app")
                        .update();
            }
        }
    }

    @Test
    void theAppCannotSwitchTriggersOffForItsSession() {
        assertThatThrownBy(
                        () -> app.sql("set session_replication_role = replica").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private String balance(UUID payment, String account) {
        return app.sql("select balance::text from funds_balances where payment_id = ? and account = ?")
                .params(payment, account)
                .query(String.class)
                .single();
    }
}
