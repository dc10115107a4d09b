package io.amanat.engine.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while a segment of the read tables stands still: this node fails at it, or no living node works on it. */
final class ProjectionsHealth extends AbstractHealthIndicator {
    private final Segments segments;
    private final LiveProjections live;

    ProjectionsHealth(Segments segments, LiveProjections live) {
        super("the read tables' segments cannot be looked at");
        this.segments = segments;
        this.live = live;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        List<Segments.Row> rows = segments.all();
        for (Segments.Row row : rows) {
            Standing standing = live.standing(row);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("position", row.position());
            if (row.owner() != null && row.owned()) {
                details.put("owner", row.owner());
            }
            details.put("state", standing.words());
            health.withDetail("segment " + row.segment(), details);
            if (standing.down()) {
                health.down();
            }
        }
        if (rows.isEmpty()) {
            health.down().withDetail("segments", "none yet");
        }
    }
}
