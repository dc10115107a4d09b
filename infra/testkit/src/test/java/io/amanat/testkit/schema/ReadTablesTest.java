package io.amanat.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class ReadTablesTest {

    private final TestDatabase database;
    private final JdbcClient app;
    private final Rows rows;

    ReadTablesTest(TestDatabase database) {
        this.database = database;
        this.app = database.jdbc();
        this.rows = new Rows(app);
    }

    @Test
    void aSellerHasOneLiveOfferPerRequestAndARequestOneAcceptedOffer() {
        UUID request = rows.request(rows.user("buyer"));
        UUID seller = rows.user("seller");
        rows.offer(request, seller, "pending");
        assertThatThrownBy(() -> rows.offer(request, seller, "active")).isInstanceOf(DuplicateKeyException.class);
        rows.offer(request, seller, "withdrawn");
        rows.offer(request, rows.user("seller"), "accepted");
        assertThatThrownBy(() -> rows.offer(request, rows.user("seller"), "accepted"))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anOfferHasOneLivePayment() {
        UUID buyer = rows.user("buyer");
        UUID seller = rows.user("seller");
        UUID request = rows.request(buyer);
        UUID offer = rows.offer(request, seller, "accepted");
        UUID payment = rows.payment(request, offer, buyer, seller);
        assertThatThrownBy(() -> rows.payment(request, offer, buyer, seller)).isInstanceOf(DuplicateKeyException.class);
        app.sql("update payments set status = 'cancelled' where id = ?")
                .param(payment)
                .update();
        rows.payment(request, offer, buyer, seller);
    }

    @Test
    void aReferenceIsEitherAnEntityOrATemplate() {
        UUID payment = rows.payment();
        assertThatThrownBy(() -> app.sql("update payments set purchase_request_ref_kind = 'template' where id = ?")
                        .param(payment)
                        .update())
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> app.sql("update payments set seller_offer_external_ref = 'x' where id = ?")
                        .param(payment)
                        .update())
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> app.sql("update payments set purchase_request_id = null where id = ?")
                        .param(payment)
                        .update())
                .hasMessageContaining("check constraint");
    }

    @Test
    void theSameTablesStandInAnotherSchema() {
        Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration/read")
                .defaultSchema("replay")
                .schemas("replay")
                .load()
                .migrate();
        String columns =
                "select table_name || '.' || column_name || ' ' || is_nullable || ' ' || replace(udt_name, '_', ' ')"
                        + " from information_schema.columns where table_schema = ? and table_name in"
                        + " (select table_name from information_schema.tables where table_schema = 'replay')"
                        + " and table_name <> 'flyway_schema_history' order by 1";
        JdbcClient owner = JdbcClient.create(database.owner());
        List<String> replay =
                owner.sql(columns).param("replay").query(String.class).list();
        assertThat(replay).hasSizeGreaterThan(200);
        assertThat(replay)
                .isEqualTo(owner.sql(columns)
                        .param("amanat_read")
                        .query(String.class)
                        .list());

        app.sql("insert into replay.users (id, role, status, auth_provider, email, display_name, version,"
                        + " position, created_at, updated_at) values (?, ?, 'active', 'email', 'sealed', 'sealed',"
                        + " 0, 1, now(), now())")
                .params(UUID.randomUUID(), "guard")
                .update();
        assertThat(app.sql("select role::text from replay.users")
                        .query(String.class)
                        .list())
                .containsExactly("guard");
        assertThat(app.sql("select count(*) from users where role = 'guard'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(
                        () -> app.sql("delete from replay.funds_ledger_entries").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
