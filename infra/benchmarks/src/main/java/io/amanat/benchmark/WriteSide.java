package io.amanat.benchmark;

import static io.amanat.benchmark.report.Unit.COMMANDS_PER_SECOND;
import static io.amanat.benchmark.report.Unit.EVENTS_PER_SECOND;
import static io.amanat.benchmark.report.Unit.TRADES_PER_SECOND;

import io.amanat.benchmark.commands.AppendRate;
import io.amanat.benchmark.commands.CommandRate;
import io.amanat.benchmark.commands.CommandSide;
import io.amanat.benchmark.commands.StockEngine;
import io.amanat.benchmark.commands.StockJdbc;
import io.amanat.benchmark.commands.StockJpa;
import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.postgres.BenchmarkServer;
import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.postgres.PgbenchCommits;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.trade.LogGenerator;
import io.amanat.benchmark.trade.Workloads;
import io.amanat.contract.CommandSender;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.Databases;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Everything that writes, on one server, ready to take turns. */
final class WriteSide implements AutoCloseable {

    private static final String DATABASE = "commands";
    private static final int PEOPLE = 3_001;
    private static final long LOADED_REQUESTS = 20_000;
    private static final long FIRST_NEW_TRADE = 1_000_000_000L;

    private final Workloads workloads = new Workloads(FIRST_NEW_TRADE, PEOPLE, InstantSource.system());
    private final Pgbench pgbench;
    private final StockEngine jpa;
    private final StockEngine jdbc;
    private final CommandSide ours;

    WriteSide(BenchmarkServer server) {
        pgbench = new Pgbench(server);
        PgbenchCommits.prepare(server);
        jpa = new StockJpa(server.freshSchema("stock_jpa"));
        jdbc = new StockJdbc(server.freshSchema("stock_jdbc"));
        DatabaseAccess access = server.freshDatabase(DATABASE);
        try (Databases databases = Databases.connect(access)) {
            LogGenerator log = LogGenerator.ofOpenRequests(databases.owner(), PEOPLE);
            log.growTo(LogGenerator.lengthOf(LOADED_REQUESTS, PEOPLE));
        }
        ours = CommandSide.start(access);
    }

    /** What a reader of the figures must know. */
    String note() {
        return "An append and a full command store an event of %d bytes with its metadata; pgbench stores %d."
                .formatted(workloads.created().storedBytes(), PgbenchCommits.EVENT_BYTES);
    }

    /** In the order of the table. */
    List<Measurement> measurements() {
        List<Measurement> all = new ArrayList<>();
        all.add(new PgbenchCommits(pgbench, 1, 1));
        all.add(new PgbenchCommits(pgbench, 1, 16));
        all.add(new PgbenchCommits(pgbench, 10, 16));
        all.add(new PgbenchCommits(pgbench, 100, 16));
        all.add(append("stock-jpa-append-16", "stock Axon JPA: append, 16 writers", jpa));
        all.add(append("stock-jdbc-append-16", "stock Axon JDBC: append, 16 writers", jdbc));
        all.add(new AppendRate(
                row(Ids.APPEND, "ours: append, 16 writers"), ours.store(), 16, Runnable::run, workloads::created));
        all.add(full("stock-jpa-command-16", "stock Axon JPA: full command, 16 in flight", jpa.sender(), 16));
        all.add(full("stock-jdbc-command-16", "stock Axon JDBC: full command, 16 in flight", jdbc.sender(), 16));
        all.add(full(Ids.FULL_16, "ours: full command, 16 in flight", ours.sender(), 16));
        all.add(full("stock-jdbc-command-256", "stock Axon JDBC: full command, 256 in flight", jdbc.sender(), 256));
        all.add(full(Ids.FULL_256, "ours: full command, 256 in flight", ours.sender(), 256));
        all.add(new CommandRate(
                Row.of(Ids.LOADED, "ours: full command on loaded aggregates, 16 in flight", COMMANDS_PER_SECOND)
                        .comparedWith(Ids.COMMITS_1),
                ours.sender(),
                16,
                1,
                () -> workloads.revision(LOADED_REQUESTS)));
        all.add(new CommandRate(
                Row.of(Ids.TRADES, "ours: whole trades, 16 in flight", TRADES_PER_SECOND),
                ours.sender(),
                16,
                1,
                workloads::trade));
        return all;
    }

    @Override
    public void close() {
        ours.close();
        jdbc.close();
        jpa.close();
    }

    private Measurement append(String id, String title, StockEngine engine) {
        return new AppendRate(
                row(id, title),
                engine.store(),
                16,
                append -> engine.transactions().executeInTransaction(append),
                workloads::created);
    }

    private Measurement full(String id, String title, CommandSender sender, int inFlight) {
        Row row = Row.of(id, title, COMMANDS_PER_SECOND).comparedWith(Ids.COMMITS_1);
        return new CommandRate(row, sender, inFlight, 1, workloads::request);
    }

    private static Row row(String id, String title) {
        return Row.of(id, title, EVENTS_PER_SECOND).comparedWith(Ids.COMMITS_1);
    }
}
