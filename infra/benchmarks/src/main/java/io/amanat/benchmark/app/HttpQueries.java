package io.amanat.benchmark.app;

import io.amanat.benchmark.measure.Measurement;
import io.amanat.benchmark.measure.Throughput;
import io.amanat.benchmark.postgres.Pgbench;
import io.amanat.benchmark.report.Row;
import io.amanat.benchmark.report.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * One purchase request by its id, and the first page of a buyer's own, over HTTP with a token, beside pgbench asking the same tables for
 * the same rows. Texts are opened with the buyer's key, as for any buyer.
 */
public final class HttpQueries implements AutoCloseable {

    private static final int IN_FLIGHT = 16;

    /** Twice a page, so that a page is full and there is a next one. */
    private static final int REQUESTS = 40;

    private final ApiClient client;
    private final Pgbench pgbench;
    private final String database;
    private final String buyer;
    private final List<UUID> ids = new ArrayList<>();

    /** Asks for as many things as the queries need. */
    public HttpQueries(AppProcess app, Pgbench pgbench, String database, BuyerOf buyerOf) {
        this.pgbench = pgbench;
        this.database = database;
        try {
            client = new ApiClient(app.api());
            for (int i = 0; i < REQUESTS; i++) {
                ids.add(client.ask());
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        buyer = buyerOf.request(ids.getFirst());
    }

    /** Tells whose a request is. */
    public interface BuyerOf {
        String request(UUID id);
    }

    /** The HTTP ones after what they are compared with. */
    public List<Measurement> measurements() {
        List<String> byId = ids.stream()
                .map(id -> "select * from amanat_read.purchase_requests where id = '" + id + "';\n")
                .toList();
        String list = "select * from amanat_read.purchase_requests where buyer_id = '" + buyer
                + "' order by created_at desc, id limit 20;\n";
        return List.of(
                select("pgbench-by-id", "pgbench, select by id, 16 clients", byId),
                http("query-by-id", "ours: query by id over HTTP, 16 in flight", "pgbench-by-id", () -> {
                    client.one(ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
                    return 1;
                }),
                select("pgbench-list", "pgbench, select of a page of 20, 16 clients", List.of(list)),
                http("query-list", "ours: query of a page of 20 over HTTP, 16 in flight", "pgbench-list", () -> {
                    client.list();
                    return 1;
                }));
    }

    @Override
    public void close() {
        client.close();
    }

    private Measurement select(String id, String title, List<String> scripts) {
        Row row = Row.of(id, title, Unit.QUERIES_PER_SECOND);
        return new Queries(
                row, Pgbench::warmUp, length -> pgbench.perSecond(database, scripts, Map.of(), IN_FLIGHT, length));
    }

    private static Measurement http(String id, String title, String peer, Throughput.Work work) {
        Row row = Row.of(id, title, Unit.QUERIES_PER_SECOND).comparedWith(peer);
        return new Queries(row, UnaryOperator.identity(), length -> new Throughput(IN_FLIGHT).perSecond(length, work));
    }

    private interface Rate {
        double over(Duration length);
    }

    private record Queries(Row row, UnaryOperator<Duration> warming, Rate rate) implements Measurement {

        @Override
        public String name() {
            return row.title();
        }

        @Override
        public void warmUp(Duration atLeast) {
            round(warming.apply(atLeast));
        }

        @Override
        public Map<Row, Double> round(Duration length) {
            return Map.of(row, rate.over(length));
        }
    }
}
