package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;
import io.amanat.query.QuerySettings;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client's live timeline. */
final class TimelineStream {
    private static final Logger LOG = LoggerFactory.getLogger(TimelineStream.class);
    private static final int BATCH_ITEMS = 100;
    /** The stream ends by itself; no other clock ends it. */
    private static final long NO_TIMEOUT = 0;

    private final TimelineQueries timeline;
    private final QuerySettings settings;
    private final Caller caller;
    private final UUID requestId;
    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private volatile boolean ended;
    private long after;
    private long spokenNanos = System.nanoTime();

    TimelineStream(TimelineQueries timeline, QuerySettings settings, Caller caller, UUID requestId, long after) {
        this.timeline = timeline;
        this.settings = settings;
        this.caller = caller;
        this.requestId = requestId;
        this.after = after;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start(Runnable whenOver) {
        emitter.onCompletion(this::end);
        emitter.onError(gone -> end());
        Thread.ofVirtual().name("timeline-" + requestId).start(() -> {
            try {
                run();
            } finally {
                whenOver.run();
            }
        });
    }

    void end() {
        ended = true;
    }

    private void run() {
        long endNanos = System.nanoTime() + settings.streamLife().toNanos();
        try {
            while (!ended && System.nanoTime() < endNanos) {
                if (!sendNews()) {
                    heartbeat();
                    LockSupport.parkNanos(settings.streamPoll().toNanos());
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("the client of a live timeline is gone", gone);
        } catch (RuntimeException failed) {
            LOG.warn("a live timeline ended early; its client will connect again", failed);
            emitter.complete();
        }
    }

    /** True when there may be more at once. */
    private boolean sendNews() throws IOException {
        List<TimelineItem> news = timeline.after(requestId, after, BATCH_ITEMS, caller);
        for (TimelineItem item : news) {
            emitter.send(SseEmitter.event()
                    .id(Long.toString(item.position()))
                    .name("timeline")
                    .data(item, MediaType.APPLICATION_JSON));
            after = item.position();
            spokenNanos = System.nanoTime();
        }
        return news.size() == BATCH_ITEMS;
    }

    private void heartbeat() throws IOException {
        if (System.nanoTime() - spokenNanos >= settings.streamHeartbeat().toNanos()) {
            emitter.send(SseEmitter.event().comment("still here"));
            spokenNanos = System.nanoTime();
        }
    }
}
