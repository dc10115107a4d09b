package io.amanat.faults;

import io.amanat.platform.postgres.DatabaseAccess;
import java.time.Duration;
import java.util.Map;

/**
 * How a {@link Node} runs; handed over in its environment.
 *
 * @param url of the database, perhaps behind a wire that can be cut
 * @param lease of the segments
 * @param outcomeTimeout how long a command waits to learn whether its events are stored
 */
record NodeSettings(
        String name,
        String url,
        String ownerPassword,
        String appPassword,
        int segments,
        Duration lease,
        Duration outcomeTimeout) {

    /** The platform's defaults, but two segments. */
    static NodeSettings of(String name, DatabaseAccess access) {
        return new NodeSettings(
                name,
                access.url(),
                access.owner().password(),
                access.app().password(),
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30));
    }

    NodeSettings withLease(Duration other) {
        return new NodeSettings(name, url, ownerPassword, appPassword, segments, other, outcomeTimeout);
    }

    NodeSettings withUrl(String other) {
        return new NodeSettings(name, other, ownerPassword, appPassword, segments, lease, outcomeTimeout);
    }

    NodeSettings withOutcomeTimeout(Duration other) {
        return new NodeSettings(name, url, ownerPassword, appPassword, segments, lease, other);
    }

    Map<String, String> toEnvironment() {
        return Map.of(
                "NODE_NAME", name,
                "NODE_URL", url,
                "NODE_OWNER_PASSWORD", ownerPassword,
                "NODE_APP_PASSWORD", appPassword,
                "NODE_SEGMENTS", Integer.toString(segments),
                "NODE_LEASE", lease.toString(),
                "NODE_OUTCOME_TIMEOUT", outcomeTimeout.toString());
    }

    static NodeSettings fromEnvironment() {
        Map<String, String> given = System.getenv();
        return new NodeSettings(
                given.get("NODE_NAME"),
                given.get("NODE_URL"),
                given.get("NODE_OWNER_PASSWORD"),
                given.get("NODE_APP_PASSWORD"),
                Integer.parseInt(given.get("NODE_SEGMENTS")),
                Duration.parse(given.get("NODE_LEASE")),
                Duration.parse(given.get("NODE_OUTCOME_TIMEOUT")));
    }
}
