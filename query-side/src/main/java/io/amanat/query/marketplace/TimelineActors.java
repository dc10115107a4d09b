package io.amanat.query.marketplace;

import io.amanat.contract.access.Caller;

/** Names who did something as the reader would: by their part in the trade, never by an id. */
final class TimelineActors {
    private TimelineActors() {}

    /** {@code actor} and {@code role} as the event's metadata has them. */
    static String name(String actor, String role, RequestRow trade, Caller reader) {
        if (actor.equals(reader.actor())) {
            return "You";
        }
        if (actor.equals("user:" + trade.buyerId)) {
            return "The buyer";
        }
        if (actor.equals("user:" + trade.sellerId)) {
            return "The seller";
        }
        return switch (role) {
            case "seller" -> trade.sellerId == null ? "A seller" : "Another seller";
            case "resolver" -> "A resolver";
            case "guard" -> "A guard";
            case "admin" -> "An admin";
            default -> actor.startsWith("provider:") ? "The payment provider" : "Amanat";
        };
    }
}
