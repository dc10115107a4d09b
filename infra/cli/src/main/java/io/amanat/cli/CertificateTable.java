package io.amanat.cli;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A certificate for reading. */
final class CertificateTable {
    private static final int DIGEST_SHOWN = 16;

    private final JsonNode certificate;
    private final JsonNode comparison;

    CertificateTable(JsonNode certificate) {
        this.certificate = certificate;
        this.comparison = certificate.path("comparison");
    }

    /** Nothing was compared, or no difference was found. */
    boolean clean() {
        return !comparison.isObject() || comparison.get("clean").asBoolean();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("position %,d, event %s%n"
                .formatted(
                        certificate.get("position").asLong(),
                        certificate.path("headEventId").asString("-")));
        text.append("%,d events at %,d/s, filled at %,d/s; %,d set aside%n"
                .formatted(
                        certificate.get("events").asLong(),
                        certificate.get("eventsPerSecond").asLong(),
                        certificate.get("filledPerSecond").asLong(),
                        certificate.get("parked").asLong()));
        if (certificate.path("heldMillis").isNumber()) {
            text.append("the live projections waited %,d ms%n"
                    .formatted(certificate.get("heldMillis").asLong()));
        }
        JsonNode versions = certificate.get("versions");
        text.append("projections %s, schema %s, application %s%n"
                .formatted(
                        shortened(versions.get("projections").asString()),
                        versions.get("schema").asString(),
                        versions.get("application").asString()));
        if (comparison.isObject()) {
            compared(text);
        }
        return text.toString();
    }

    private void compared(StringBuilder text) {
        text.append("%n%-40s %12s %12s  %s%n".formatted("table", "live rows", "replayed", "SHA-256 of the live rows"));
        for (JsonNode table : comparison.get("tables")) {
            boolean same = table.get("liveDigest").equals(table.get("replayedDigest"));
            text.append("%-40s %,12d %,12d  %s%s%n"
                    .formatted(
                            table.get("table").asString(),
                            table.get("liveRows").asLong(),
                            table.get("replayedRows").asLong(),
                            shortened(table.get("liveDigest").asString()),
                            same ? "" : "  DIFFERENT"));
        }
        long found = comparison.get("found").asLong();
        text.append(found == 0 ? "%nNo difference.%n".formatted() : "%n%,d differences:%n".formatted(found));
        for (JsonNode difference : comparison.get("differences")) {
            String key = difference.get("key").properties().stream()
                    .map(part -> part.getKey() + " " + part.getValue().asString())
                    .collect(Collectors.joining(", "));
            text.append("  %s, %s: %s %s%n"
                    .formatted(
                            difference.get("table").asString(),
                            key,
                            difference.get("kind").asString(),
                            difference.get("columns").isEmpty()
                                    ? ""
                                    : difference.get("columns").toString()));
        }
        long more = found - comparison.get("differences").size();
        if (more > 0) {
            text.append("  and %,d more%n".formatted(more));
        }
    }

    private static String shortened(String digest) {
        return digest.length() <= DIGEST_SHOWN ? digest : digest.substring(0, DIGEST_SHOWN) + "…";
    }
}
