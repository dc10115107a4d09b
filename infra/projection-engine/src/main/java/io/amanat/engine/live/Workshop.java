package io.amanat.engine.live;

import io.amanat.engine.Applier;
import javax.sql.DataSource;

/** What the workers of a node share. */
record Workshop(
        String node,
        DataSource source,
        WakingEventSource log,
        Applier applier,
        Segments segments,
        Share share,
        Progress progress,
        LiveMetrics metrics,
        LiveSettings settings) {}
