package io.amanat.engine.live;

import io.amanat.contract.projections.DeadLetter;
import io.amanat.engine.Applier;
import io.amanat.engine.EventDecoder;
import io.amanat.projection.Projection;
import io.amanat.projection.writing.RowWriter;
import io.amanat.projection.writing.Writing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;

/** One node that fills the tables, as the application puts it together. */
final class Node {
    final Workshop shop;
    final LiveProjections live;
    final LiveDeadLetters letters;
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    Node(
            String name,
            DataSource source,
            WakingEventSource log,
            EventDecoder decoder,
            Projection projection,
            LiveSettings settings) {
        shop = new Workshop(
                name,
                source,
                log,
                new Applier(
                        Segments.SCHEMA,
                        decoder,
                        projection,
                        new RowWriter(Segments.SCHEMA, Writing.IDEMPOTENT)::write),
                new Segments(source),
                new Share(),
                new Progress(),
                new LiveMetrics(registry),
                settings);
        live = new LiveProjections(shop);
        letters = new LiveDeadLetters(source, log, shop.applier(), shop.segments());
    }

    Node start() {
        live.start();
        return this;
    }

    /** The segments that it holds, as the database has it. */
    List<Integer> held() {
        return shop.segments().all().stream()
                .filter(row -> row.owned() && shop.node().equals(row.owner()))
                .map(Segments.Row::segment)
                .toList();
    }

    Health health() {
        return new ProjectionsHealth(shop.segments(), live).health();
    }

    List<DeadLetter> parked() {
        return letters.list(null, 0, 1000);
    }

    double counted(String meter) {
        return registry.get(meter).counter().count();
    }
}
