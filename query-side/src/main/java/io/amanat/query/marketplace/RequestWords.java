package io.amanat.query.marketplace;

import org.jspecify.annotations.Nullable;

/** Requests, offers and deliveries in words. */
final class RequestWords {
    private RequestWords() {}

    static @Nullable String of(String who, String kind, TimelineFacts facts) {
        return switch (kind) {
            case "purchase-request.created.v1" -> who + " asked for offers.";
            case "purchase-request.edited.v1" -> who + " changed the request.";
            case "purchase-request.cancelled.v1" -> cancelled(who, facts.get("cause"));
            case "purchase-request.payment-confirmed.v1" -> "The payment is confirmed; the seller can start.";
            case "purchase-request.completed.v1" -> completed(facts.get("cause"));
            case "purchase-request.disputed.v1" -> "The trade stands still until the dispute is decided.";
            case "purchase-request.resumed-for-replacement.v1" -> "The seller is to deliver a replacement.";
            case "purchase-request.refunded.v1" -> "The buyer has the money back; the trade has ended.";
            case "purchase-request.seller-paid.v1" -> "The seller is paid; the trade has ended.";
            case "offer.made.v1" -> facts.amount(who + " offered ", ".", who + " made an offer.");
            case "offer.revised.v1" -> facts.amount(who + " changed an offer to ", ".", who + " changed an offer.");
            case "offer.withdrawn.v1" -> who + " withdrew an offer.";
            case "offer.negotiation-opened.v1" -> who + " opened a negotiation about an offer.";
            case "offer.rejected.v1" -> rejected(who, facts.get("cause"));
            case "offer.accepted.v1" -> facts.amount(who + " accepted the offer of ", ".", who + " accepted an offer.");
            case "offer.quoted.v1" -> "There is a quote for the accepted offer.";
            case "delivery.work-started.v1" -> who + " started the work.";
            case "delivery.shipped.v1" -> who + " shipped.";
            case "delivery.handed-over.v1" -> who + " handed over.";
            case "delivery.code-issued.v1" -> who + " asked for a delivery code.";
            case "delivery.attempt-failed.v1" -> wrongCode(who, facts);
            case "delivery.confirmed.v1" -> who + " confirmed the delivery with the code.";
            default -> null;
        };
    }

    private static String cancelled(String who, String cause) {
        return switch (cause) {
            case "withdrawn" -> who + " withdrew the request.";
            case "payment_cancelled" -> "The request ended because the payment was cancelled.";
            case "payment_window_lapsed" -> "The request ended because it was not paid in time.";
            default -> "The request was cancelled.";
        };
    }

    private static String completed(String cause) {
        return switch (cause) {
            case "delivery_confirmed" -> "The delivery is confirmed; the money can go to the seller.";
            case "inspection_lapsed" ->
                "The time for inspection is over without a complaint; the money can go to the seller.";
            case "ruling" -> "The ruling completes the trade.";
            default -> "The trade is complete.";
        };
    }

    private static String rejected(String who, String cause) {
        return switch (cause) {
            case "by_buyer" -> who + " rejected an offer.";
            case "another_accepted" -> "An offer was rejected because another one was accepted.";
            case "request_cancelled" -> "An offer was rejected because the request was cancelled.";
            default -> "An offer was rejected.";
        };
    }

    private static String wrongCode(String who, TimelineFacts facts) {
        String attempt = facts.get("attempt");
        return who + " entered a wrong delivery code"
                + (attempt.isEmpty() ? "" : " (attempt " + attempt + ")")
                + (facts.is("locked") ? "; the code is locked now." : ".");
    }
}
