package io.amanat.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.platform.postgres.DatabaseAccess.Login;
import io.amanat.platform.startup.StartupProblem;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class DatabasesTest {

    private static final Login OWNER = new Login(DatabaseAccess.OWNER_ROLE, "owner's secret");
    private static final Login APP = new Login(DatabaseAccess.APP_ROLE, "app's secret");

    private final String url;

    DatabasesTest(TestDatabase database) {
        url = database.url();
    }

    @Test
    void givenAConfiguredDatabase_whenMigratedTwice_thenTheAppSeesItsTables() {
        try (Databases databases = Databases.connect(new DatabaseAccess(url, OWNER, APP))) {
            SchemaMigration migration = new SchemaMigration(databases.owner());
            migration.migrate();
            migration.migrate();
            JdbcClient app = JdbcClient.create(databases.app());
            assertThat(app.sql("select current_user").query(String.class).single())
                    .isEqualTo("amanat_app");
            assertThat(app.sql("select count(*) from payments")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void whenReadTablesAreMadeInASchemaOfTheirOwn_thenTheAppCanUseThem() {
        try (Databases databases = Databases.connect(new DatabaseAccess(url, OWNER, APP))) {
            SchemaMigration migration = new SchemaMigration(databases.owner());
            migration.migrateReadTables("rebuild_1");
            assertThat(JdbcClient.create(databases.app())
                            .sql("select count(*) from rebuild_1.funds_balances")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThatThrownBy(() -> migration.migrateReadTables("amanat"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> migration.migrateReadTables("x; drop schema amanat"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whenTheAppWouldRunAsTheOwner_thenOneClearSentence() {
        assertThatThrownBy(() -> Databases.connect(new DatabaseAccess(url, OWNER, OWNER)))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("could change or drop the ledger's tables");
    }

    @Test
    void whenTheOwnerOwnsNothing_thenOneClearSentence() {
        assertThatThrownBy(() -> Databases.connect(new DatabaseAccess(url, APP, APP)))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("owns no schema amanat");
    }

    @Test
    void whenNobodyListens_thenOneClearSentence() {
        assertThatThrownBy(
                        () -> Databases.connect(new DatabaseAccess("jdbc:postgresql://127.0.0.1:1/amanat", OWNER, APP)))
                .isInstanceOf(StartupProblem.class)
                .hasMessageContaining("cannot be used as amanat_owner: Connection to 127.0.0.1:1 refused")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLoginPrintsNoPassword() {
        assertThat(new DatabaseAccess(url, OWNER, APP).toString()).doesNotContain("secret");
    }
}
