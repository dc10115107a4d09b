package io.amanat.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** A job in words. */
final class Words {
    private Words() {}

    /** In one line: what, where, how fast, and until when. */
    static String line(JsonNode job) {
        StringBuilder line = new StringBuilder("%s  %s  %s  %d %%  %,d of %,d"
                .formatted(
                        job.get("id").asString(),
                        job.get("kind").asString(),
                        job.get("state").asString(),
                        job.get("percent").asInt(),
                        job.get("position").asLong(),
                        job.get("target").asLong()));
        long speed = job.path("eventsPerSecond").asLong(0);
        if (speed > 0) {
            line.append("  %,d events/s".formatted(speed));
        }
        if (job.path("etaSeconds").isNumber()) {
            line.append("  ready in ").append(span(job.get("etaSeconds").asLong()));
        }
        if (job.path("parked").asLong(0) > 0) {
            line.append("  %,d set aside".formatted(job.get("parked").asLong()));
        }
        return line.toString();
    }

    /** As a part of a path, whatever was typed. */
    static String pathPart(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String span(long seconds) {
        Duration span = Duration.ofSeconds(seconds);
        return span.toHours() > 0
                ? "%d h %02d min".formatted(span.toHours(), span.toMinutesPart())
                : "%d min %02d s".formatted(span.toMinutes(), span.toSecondsPart());
    }
}
