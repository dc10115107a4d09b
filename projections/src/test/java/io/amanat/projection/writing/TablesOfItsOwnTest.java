package io.amanat.projection.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.projection.Computed;
import io.amanat.projection.JsonText;
import io.amanat.projection.Row;
import io.amanat.projection.RowChange;
import io.amanat.projection.RowChange.Delete;
import io.amanat.projection.RowChange.Insert;
import io.amanat.projection.RowChange.Update;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Corners that the read tables do not have, in two small tables whose types lie in another schema. */
@ExtendWith(PostgresExtension.class)
class TablesOfItsOwnTest {
    private static final String TABLES = """
        drop schema if exists corners cascade;
        drop schema if exists "Kinds" cascade;
        create schema "Kinds";
        create schema corners;
        create type "Kinds"."Kind" as enum ('a', 'b c', 'it''s');
        create table corners.zoo (
            id      uuid primary key,
            kind    "Kinds"."Kind" not null default 'b c',
            name    text,
            held    numeric(20, 2) not null default 0 check (held >= 0),
            notes   jsonb not null default '[]',
            since   timestamptz not null default now(),
            double  bigint generated always as (version * 2) stored,
            version bigint not null default 0);
        create table corners.animals (
            zoo     uuid not null references corners.zoo,
            "order" bigint not null,
            name    text,
            primary key ("order", zoo));
        """;
    private static final UUID ZOO = new UUID(7, 7);

    private final TestDatabase database;
    private Connection connection;
    private JdbcClient jdbc;

    TablesOfItsOwnTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void tables() throws SQLException {
        connection = database.owner().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void givenAnyText_whenWrittenAndChanged_thenItIsReadBackAsItWas(int copies) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            texts.addAll(List.of("", "\\N", "\\.", "NULL", "a\tb\nc\r\nd", "\\t\\\\", "\"{,}\"", "é؋🤝", " x "));
            texts.add(null);
        }
        write(
                Writing.FRESH,
                IntStream.range(0, texts.size())
                        .mapToObj(n -> zoo(new UUID(1, n)).values().and("name", texts.get(n)))
                        .<RowChange>map(row -> new Insert("zoo", row))
                        .toList());
        assertThat(names()).isEqualTo(texts);

        write(
                Writing.FRESH,
                IntStream.range(0, texts.size())
                        .<RowChange>mapToObj(n -> new Update(
                                "zoo", Row.of("id", new UUID(1, n)), Row.of("name", texts.get(texts.size() - 1 - n))))
                        .toList());
        assertThat(names()).isEqualTo(texts.reversed());
    }

    @ParameterizedTest
    @EnumSource
    void givenRowThatSaysLittle_whenChangedInTheSameBatch_thenItsDefaultsAreKnown(Writing mode) throws SQLException {
        write(
                mode,
                List.of(
                        zoo(ZOO),
                        changed("notes", new Computed.Appended(JsonText.object().with("n", 1))),
                        changed("held", new Computed.Minus(new BigDecimal("-2.005"))),
                        changed("held", new Computed.Minus(new BigDecimal("-2.005"))),
                        changed("kind", new Computed.WhenEquals("b c", "it's"))));

        assertThat(one("select concat_ws(' ', kind, held, notes, double) from corners.zoo"))
                .isEqualTo("it's 4.02 [{\"n\": \"1\"}] 0");
    }

    @Test
    void givenNumber_whenItGoesBelowZero_thenTheTableRefuses() throws SQLException {
        write(Writing.FRESH, List.of(zoo(ZOO)));

        assertThatThrownBy(() ->
                        write(Writing.FRESH, List.of(changed("held", new Computed.Minus(new BigDecimal("0.01"))))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("zoo_held_check");
    }

    @ParameterizedTest
    @EnumSource
    void givenChildren_whenDeletedByTheirParentAndPutAnew_thenOnlyTheNewOnesAreThere(Writing mode) throws SQLException {
        write(mode, List.of(zoo(ZOO), animal(1, "cat"), animal(2, "dog")));

        write(
                mode,
                List.of(
                        animal(3, "owl"),
                        new Delete("animals", Row.of("zoo", ZOO)),
                        animal(2, "fox"),
                        animal(4, "ape"),
                        new Update("animals", Row.of("zoo", ZOO).and("name", "ape"), Row.of("zoo", ZOO)),
                        new Delete("animals", Row.of("zoo", ZOO).and("name", "ape"))));
        write(mode, List.of(new Update("animals", Row.of("zoo", ZOO).and("order", 2), Row.of("name", "elk"))));

        assertThat(jdbc.sql("select \"order\" || name from corners.animals")
                        .query(String.class)
                        .list())
                .containsExactly("2elk");
    }

    @Test
    void givenVersion_whenTheSameOrAnEarlierOneComes_thenNothing() throws SQLException {
        write(Writing.IDEMPOTENT, List.of(zoo(ZOO), named("a", 2), named("b", 2), named("c", 1)));
        assertThat(one("select name || version from corners.zoo")).isEqualTo("a2");

        write(Writing.IDEMPOTENT, List.of(named("b", 2), named("c", 1), zoo(ZOO)));
        assertThat(one("select name || version from corners.zoo")).isEqualTo("a2");
        write(Writing.IDEMPOTENT, List.of(named("b", 1), named("d", 3)));
        assertThat(one("select name || version from corners.zoo")).isEqualTo("d3");
    }

    @Test
    void givenFreshTables_whenARowComesTwice_thenAnError() throws SQLException {
        assertThatThrownBy(() -> write(Writing.FRESH, List.of(zoo(ZOO), zoo(ZOO))))
                .isInstanceOf(IllegalStateException.class);
        write(Writing.FRESH, List.of(zoo(ZOO)));

        assertThatThrownBy(() -> write(Writing.FRESH, List.of(zoo(ZOO))))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("zoo_pkey");
    }

    @Test
    void givenWhatDoesNotFitTheTable_thenRefused() throws SQLException {
        refused("no table", new Insert("lions", Row.of("id", ZOO)));
        refused("no column", new Insert("zoo", Row.of("id", ZOO).and("colour", "red")));
        refused("only the database", new Insert("zoo", Row.of("id", ZOO)));
        refused("does not change", zoo(ZOO), changed("id", new UUID(1, 1)));
        refused("may look different", new Delete("zoo", Row.of("held", 1)));
        refused(
                "changes in the same batch",
                new Delete("zoo", Row.of("name", "a")),
                new Update("zoo", Row.of("id", ZOO), Row.of("name", "b")));

        connection.setAutoCommit(true);
        assertThatThrownBy(() -> write(Writing.FRESH, List.of(zoo(ZOO)))).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void givenStatementsPlannedOverNothing_whenTheTableIsBig_thenRowsAreStillFoundByIndex(Writing mode)
            throws SQLException {
        jdbc.sql("analyze corners.zoo").update();
        RowWriter writer = new RowWriter("corners", mode);
        for (int n = 0; n < 12; n++) {
            writer.write(connection, List.of(zoo(new UUID(3, n)), named("a", 1)));
        }
        jdbc.sql("insert into corners.zoo (id) select gen_random_uuid() from generate_series(1, 20000)")
                .update();
        long before = scans();

        List<RowChange> many = new ArrayList<>(List.of(named("a", 1)));
        IntStream.range(0, 2_000).forEach(n -> many.add(zoo(new UUID(4, n))));
        IntStream.range(0, 2_000)
                .forEach(n -> many.add(new Update("zoo", Row.of("id", new UUID(4, n)), Row.of("name", "x"))));
        writer.write(connection, many);
        writer.write(connection, many.subList(2_001, many.size()));

        assertThat(scans()).isEqualTo(before);
        assertThat(one("select count(*) from corners.zoo where name = 'x'")).isEqualTo("2000");
    }

    private long scans() {
        return jdbc.sql("select seq_scan from pg_stat_xact_user_tables where relid = 'corners.zoo'::regclass")
                .query(Long.class)
                .single();
    }

    private void refused(String because, RowChange... changes) {
        assertThatThrownBy(() -> write(Writing.FRESH, List.of(changes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    private void write(Writing mode, List<RowChange> changes) throws SQLException {
        new RowWriter("corners", mode).write(connection, changes);
    }

    private List<String> names() {
        return jdbc.sql("select name from corners.zoo order by id")
                .query(String.class)
                .list();
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static Insert zoo(UUID id) {
        return new Insert("zoo", Row.of("id", id).and("since", Instant.EPOCH));
    }

    private static Insert animal(int order, String name) {
        return new Insert("animals", Row.of("zoo", ZOO).and("order", order).and("name", name));
    }

    private static Update changed(String column, Object value) {
        return new Update("zoo", Row.of("id", ZOO), Row.of(column, value));
    }

    private static Update named(String name, long version) {
        return new Update("zoo", Row.of("id", ZOO), Row.of("name", name).and("version", version));
    }
}
