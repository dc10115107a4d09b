package io.amanat.projection.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.projection.JsonText;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange.Delete;
import io.amanat.projection.RowChange.Insert;
import io.amanat.projection.RowChange.Update;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Trades;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;

@ExtendWith(PostgresExtension.class)
class RowWriterTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");

    private final TestDatabase database;
    private final ReadModel read;

    RowWriterTest(TestDatabase database) {
        this.database = database;
        read = new ReadModel(database);
    }

    @AfterEach
    void disconnect() {
        read.close();
    }

    @Test
    void givenMixedChanges_whenWrittenAtOnce_thenInTheirOrder() {
        UUID one = new UUID(1, 1);
        UUID two = new UUID(1, 2);
        read.write(List.of(
                user(one, "a"),
                user(two, "b"),
                renamed(one, 1, "c"),
                renamed(two, 1, "d"),
                renamed(one, 2, "e"),
                new Delete("users", Row.of("id", two)),
                user(two, "f"),
                renamed(two, 1, "g")));

        assertThat(names(one, two)).containsExactly("e", "g");
    }

    @Test
    void givenChangeThatWasSeen_whenItComesAgain_thenNothing() {
        UUID id = new UUID(2, 1);
        read.write(List.of(user(id, "a"), renamed(id, 1, "b"), renamed(id, 2, "c")));

        read.write(List.of(user(id, "a"), renamed(id, 1, "b")));

        assertThat(names(id)).containsExactly("c");
    }

    @Test
    void givenRow_whenAnotherConflictsOtherwiseThanByItsKey_thenItIsNotLeftOutInSilence() {
        read.apply(Trades.paid(3).events());
        Row destination = Row.of("id", new UUID(3, 999))
                .and("purchase_request_ref_kind", new Row.Enumerated("entity"))
                .and("purchase_request_id", new UUID(3, 10))
                .and("payment_id", new UUID(3, 20))
                .and("chain_id", 1)
                .and("address", "0x" + "a".repeat(40))
                .and("account_fingerprint", "f")
                .and("derivation_path", "0/1")
                .and("status", new Row.Enumerated("active"))
                .and("version", 0)
                .and("position", 0)
                .and("created_at", AT)
                .and("updated_at", AT);

        assertThatThrownBy(() -> read.write(List.of(new Insert("derived_destinations", destination))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "it's \"quoted\"", "back\\slash", "؋ ۱۲۵٫۵ ₮ 🤝", "a}{,:[]'--; drop table users"})
    void givenText_whenItStandsInJson_thenItIsReadBackAsItWas(String text) {
        UUID id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        String json = JsonText.object()
                .with(text, text)
                .with("absent", null)
                .with("n", 7)
                .toString();
        read.write(List.of(user(id, json)));

        assertThat(read.one("select display_name::jsonb ->> ? from users where id = ?", text, id))
                .isEqualTo(text);
        assertThat(read.one("select display_name::jsonb ->> 'n' from users where id = ?", id))
                .isEqualTo("7");
        assertThat(read.one("select display_name::jsonb -> 'absent' is null from users where id = ?", id))
                .isEqualTo("t");
    }

    @Test
    void givenControlCharacter_thenItIsNoJsonText() {
        assertThatThrownBy(() -> JsonText.object().with("a", "line\nbreak").toString())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Amanat", "a.b", "a;drop", "a b", "1a", "\"a\""})
    void givenWhatIsNoSchemaName_thenRefused(String schema) {
        assertThatThrownBy(() -> new RowWriter(schema, Writing.FRESH)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenAnotherSchema_whenToldSo_thenOnlyItsTablesAreFilled() {
        Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration/read")
                .defaultSchema("rebuild_1")
                .schemas("rebuild_1")
                .load()
                .migrate();
        var trade = Trades.compensated(9).events();

        try (ReadModel rebuilt = new ReadModel(database, "rebuild_1", Writing.FRESH)) {
            rebuilt.apply(trade);

            assertThat(read.one("select count(*) from amanat_read.payments where id = ?", new UUID(9, 20)))
                    .isEqualTo("0");
            read.apply(trade);
            assertThat(rebuilt.one("select to_jsonb(p)::text from rebuild_1.payments p where id = ?", new UUID(9, 20)))
                    .isEqualTo(read.one(
                            "select to_jsonb(p)::text from amanat_read.payments p where id = ?", new UUID(9, 20)));
            assertThat(rebuilt.everything().get("funds_ledger_entries")).hasSize(7);
        }
    }

    private List<String> names(UUID... ids) {
        return read.all("select display_name from users where id = any (?) order by id", (Object) ids);
    }

    private static Insert user(UUID id, String name) {
        return new Insert(
                "users",
                Row.of("id", id)
                        .and("role", new Row.Enumerated("buyer"))
                        .and("status", new Row.Enumerated("active"))
                        .and("auth_provider", new Row.Enumerated("email"))
                        .and("email", "e")
                        .and("display_name", name)
                        .and("version", 0)
                        .and("position", 0)
                        .and("created_at", AT)
                        .and("updated_at", AT));
    }

    private static Update renamed(UUID id, long version, String name) {
        return new Update(
                "users", Row.of("id", id), Row.of("display_name", name).and("version", version));
    }
}
