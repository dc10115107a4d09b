package io.amanat.api.identity;

import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what one client does per minute. In memory, and bounded: of very many clients the longest silent are forgotten. */
final class Throttle {
    private static final int WINDOW_SECONDS = 60;
    private static final int CLIENTS_MAX = 10_000;

    private final Clock clock;
    private final int perMinuteMax;
    private final Map<String, Window> windows = new Recent();

    Throttle(Clock clock, int perMinuteMax) {
        this.clock = clock;
        this.perMinuteMax = perMinuteMax;
    }

    private record Window(Instant since, int count) {}

    private static final class Recent extends LinkedHashMap<String, Window> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > CLIENTS_MAX;
        }
    }

    /** Refuses with 429 when this client has used up its minute. */
    synchronized void check(String client) {
        Window window = current(client);
        if (window.count() >= perMinuteMax) {
            throw new ApiProblem(ApiRefusal.TOO_MANY_ATTEMPTS).retryAfter(WINDOW_SECONDS);
        }
    }

    synchronized void count(String client) {
        Window window = current(client);
        windows.put(client, new Window(window.since(), window.count() + 1));
    }

    private Window current(String client) {
        Instant now = clock.instant();
        Window window = windows.get(client);
        if (window == null || !now.isBefore(window.since().plusSeconds(WINDOW_SECONDS))) {
            return new Window(now, 0);
        }
        return window;
    }
}
