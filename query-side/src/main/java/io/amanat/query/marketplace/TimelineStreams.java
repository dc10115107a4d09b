package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;
import io.amanat.query.QuerySettings;
import io.amanat.query.web.StreamPlaces;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live timelines: one virtual thread each, a bounded number altogether and per caller. They end when their client is gone, after
 * their life, and when the platform stops, before the web server does; a client connects again and goes on where it was.
 */
@Component
class TimelineStreams implements SmartLifecycle {
    private static final long STOP_MILLIS_MAX = 2_000;

    private final TimelineQueries timeline;
    private final QuerySettings settings;
    private final Set<TimelineStream> open = ConcurrentHashMap.newKeySet();
    private final StreamPlaces places;
    private volatile boolean running;

    TimelineStreams(TimelineQueries timeline, QuerySettings settings) {
        this.timeline = timeline;
        this.settings = settings;
        this.places = new StreamPlaces(settings.streamsPerCallerMax(), settings.streamsMax());
    }

    /** Refuses when the caller, or the platform, has as many as are allowed. */
    SseEmitter open(Caller caller, UUID requestId, long after) {
        places.take(caller.actor());
        TimelineStream stream = new TimelineStream(timeline, settings, caller, requestId, after);
        open.add(stream);
        stream.start(() -> {
            open.remove(stream);
            places.giveBack(caller.actor());
        });
        return stream.emitter();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(TimelineStream::end);
        long giveUp = System.nanoTime() + STOP_MILLIS_MAX * 1_000_000;
        while (!open.isEmpty() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** For tests: callers with open streams. */
    Map<String, Integer> taken() {
        return places.taken();
    }
}
