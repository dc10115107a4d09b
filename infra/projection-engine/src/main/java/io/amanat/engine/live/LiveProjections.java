package io.amanat.engine.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the live read tables as the log says, from the application's start to its end. Several nodes share the segments evenly: each
 * says now and then that it lives, takes its part, and gives back what is more.
 */
public final class LiveProjections implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveProjections.class);

    private final Workshop shop;
    private final List<Thread> threads = new ArrayList<>();
    private volatile List<SegmentWorker> workers = List.of();
    private @Nullable Thread heart;

    LiveProjections(Workshop shop) {
        this.shop = shop;
    }

    @Override
    public synchronized void start() {
        if (heart != null) {
            return;
        }
        shop.segments().ensure(shop.settings().segments());
        beat();
        heart = Thread.ofPlatform().daemon().name("projections-heart").start(this::keepBeating);
    }

    @Override
    public void stop() {
        for (Thread thread : interrupted()) {
            join(thread);
        }
        try {
            shop.segments().gone(shop.node());
        } catch (RuntimeException e) {
            LOG.info("the node could not be signed off; it will be forgotten", e);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return heart != null;
    }

    /** What this node does about a segment. */
    Standing standing(Segments.Row row) {
        List<SegmentWorker> known = workers;
        Standing own = row.segment() < known.size() ? known.get(row.segment()).standing() : Standing.ELSEWHERE;
        if (own.state() == Standing.State.ELSEWHERE && !row.owned()) {
            return Standing.NOBODY;
        }
        return own;
    }

    private void keepBeating() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(shop.settings().renewal());
                beat();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) { // the workers go on with the share that they have
                LOG.warn("the nodes that share the segments could not be looked at", e);
            }
        }
    }

    private void beat() {
        shop.segments().alive(shop.node(), shop.settings().lease());
        int segments = shop.segments().count();
        shop.share().divide(segments, shop.segments().livingNodes());
        employ(segments);
    }

    /** A rebuilt schema may have more segments than the one before; workers of segments that are no more find nothing to claim. */
    private synchronized void employ(int segments) {
        while (workers.size() < segments) {
            SegmentWorker worker = new SegmentWorker(shop, workers.size());
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("projections-" + workers.size())
                    .start(worker));
            List<SegmentWorker> more = new ArrayList<>(workers);
            more.add(worker);
            workers = List.copyOf(more);
        }
    }

    private synchronized List<Thread> interrupted() {
        List<Thread> ending = new ArrayList<>(threads);
        if (heart != null) {
            ending.addFirst(heart);
            heart = null;
        }
        ending.forEach(Thread::interrupt);
        threads.clear();
        workers = List.of();
        return ending;
    }

    private void join(Thread thread) {
        try {
            if (!thread.join(shop.settings().lease())) {
                LOG.warn("{} has not ended in time", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
