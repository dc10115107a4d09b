package io.amanat.query.readtables;

import io.amanat.contract.access.Caller;
import io.amanat.query.QuerySettings;
import io.amanat.query.web.StreamPlaces;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Live progress of jobs: one virtual thread for each client, a bounded number altogether and per caller. A stream ends with its job,
 * with its client, after its life, and when the platform stops.
 */
@Component
class JobStreams implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobStreams.class);
    private static final long NO_TIMEOUT = 0;

    private final JobRows jobs;
    private final QuerySettings settings;
    private final StreamPlaces places;
    private final Set<AtomicBoolean> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    JobStreams(JobRows jobs, QuerySettings settings) {
        this.jobs = jobs;
        this.settings = settings;
        this.places = new StreamPlaces(settings.streamsPerCallerMax(), settings.streamsMax());
    }

    /** Refuses when the caller, or the platform, has as many as are allowed. */
    SseEmitter open(Caller caller, UUID job) {
        places.take(caller.actor());
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        AtomicBoolean ended = new AtomicBoolean();
        emitter.onCompletion(() -> ended.set(true));
        emitter.onError(gone -> ended.set(true));
        open.add(ended);
        Thread.ofVirtual().name("job-" + job).start(() -> {
            try {
                follow(job, emitter, ended);
            } finally {
                open.remove(ended);
                places.giveBack(caller.actor());
            }
        });
        return emitter;
    }

    private void follow(UUID job, SseEmitter emitter, AtomicBoolean ended) {
        long endNanos = System.nanoTime() + settings.streamLife().toNanos();
        long spokenNanos = System.nanoTime();
        JobView said = null;
        try {
            while (!ended.get() && System.nanoTime() < endNanos && !over(said)) {
                JobView now = jobs.one(job);
                if (!now.equals(said)) {
                    emitter.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
                    said = now;
                    spokenNanos = System.nanoTime();
                } else if (System.nanoTime() - spokenNanos
                        >= settings.streamHeartbeat().toNanos()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                    spokenNanos = System.nanoTime();
                }
                if (!over(said)) {
                    LockSupport.parkNanos(settings.streamPoll().toNanos());
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("the client of a live progress is gone", gone);
        } catch (RuntimeException failed) {
            LOG.warn("a live progress ended early; its client will connect again", failed);
            emitter.complete();
        }
    }

    private static boolean over(@Nullable JobView said) {
        return said != null && said.finished();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(ended -> ended.set(true));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
