package io.amanat.demo;

import io.amanat.contract.money.EvmAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One trade, driven step by step; every step goes through the public API or the parties' own wallets. */
final class Trade {
    private final Cast cast;
    private final Wallets wallets;
    private final Token token;
    private final Await await;
    private final Narrator narrator;
    private String requestId = "";
    private String offerId = "";
    private String paymentId = "";

    Trade(Cast cast, Wallets wallets, Token token, Await await, Narrator narrator) {
        this.cast = cast;
        this.wallets = wallets;
        this.token = token;
        this.await = await;
        this.narrator = narrator;
    }

    String requestId() {
        return requestId;
    }

    String paymentId() {
        return paymentId;
    }

    void buyerAsks(String title, String budget) {
        requestId = cast.buyer()
                .post("/purchase-requests", Asks.lamp(title, token, budget))
                .path("id")
                .asString();
        narrator.step("The buyer asks for \"" + title + "\", up to " + budget + " " + token.currency() + ".");
        narrator.detail("purchase request " + requestId);
    }

    void sellerOffers(String price) {
        offerId = offer(cast.seller(), price, wallets.seller());
        narrator.step("The seller offers it for " + price + " " + token.currency() + ".");
    }

    void anotherSellerOffers(Session other, String price) {
        offer(other, price, wallets.seller());
        narrator.step("Another seller offers it for " + price + " " + token.currency() + ".");
    }

    private String offer(Session seller, String price, EvmAddress payoutAddress) {
        return seller.post(
                        "/purchase-requests/" + requestId + "/offers",
                        Map.of(
                                "price",
                                token.money(price),
                                "deliveryDays",
                                5,
                                "message",
                                "New, in its box, shipped with tracking.",
                                "payoutAddress",
                                payoutAddress.value()))
                .path("id")
                .asString();
    }

    void buyerAccepts() {
        paymentId = cast.buyer()
                .post(
                        "/purchase-requests/" + requestId + "/offers/" + offerId + "/acceptance",
                        Map.of(
                                "asset",
                                Map.of(
                                        "chainId",
                                        token.chainId(),
                                        "contract",
                                        token.contract().value()),
                                "refundAddress",
                                wallets.buyer().address().value(),
                                "provider",
                                "amn.scanner"))
                .path("paymentId")
                .asString();
        narrator.step("The buyer accepts the seller's offer; every other offer is rejected.");
    }

    void buyerPays() {
        JsonNode payment = await.until("a deposit address", this::findPayment, Optional::isPresent)
                .orElseThrow();
        EvmAddress destination =
                new EvmAddress(payment.path("destination").path("address").asString());
        String due = payment.path("due").path("amount").asString();
        narrator.step("The platform makes a deposit address for this trade alone: "
                + payment.path("destination").path("address").asString());
        String txHash = wallets.buyer().transfer(token.contract(), destination, token.units(due));
        narrator.step("The buyer's wallet pays " + due + " " + token.currency() + " on chain " + token.chainId() + ".");
        narrator.detail("transaction " + txHash);
        awaitEscrow("funded");
        narrator.step("The chain confirms it: " + due + " " + token.currency() + " are held in escrow.");
    }

    private Optional<JsonNode> findPayment() {
        try {
            return Optional.of(cast.buyer().get("/payments/" + paymentId));
        } catch (ApiProblem notYet) {
            if (notYet.status() == 404) {
                return Optional.empty();
            }
            throw notYet;
        }
    }

    void sellerWorksAndShips() {
        awaitRequest("payment_confirmed");
        cast.seller().post("/purchase-requests/" + requestId + "/work-start", Map.of());
        cast.seller()
                .post(
                        "/purchase-requests/" + requestId + "/shipment",
                        Map.of("carrier", "Hermes", "trackingNumber", "H-2291-77"));
        narrator.step("The seller starts the work and ships.");
    }

    void sellerHandsOver() {
        cast.seller().post("/purchase-requests/" + requestId + "/hand-over", Map.of());
        narrator.step("The seller hands over.");
    }

    void buyerConfirmsWithTheCode() {
        String code = cast.buyer()
                .post("/purchase-requests/" + requestId + "/delivery-code", Map.of())
                .path("code")
                .asString();
        narrator.step("The buyer is shown a delivery code, once. First, somebody tries a wrong one.");
        try {
            cast.buyer().post(confirmation(), Map.of("code", code.startsWith("0") ? "999999" : "000000"));
            throw new IllegalStateException("a wrong code was taken");
        } catch (ApiProblem refused) {
            narrator.detail("refused: " + refused.getMessage());
        }
        cast.buyer().post(confirmation(), Map.of("code", code));
        narrator.step("The buyer confirms with the right code.");
    }

    private String confirmation() {
        return "/purchase-requests/" + requestId + "/delivery-confirmation";
    }

    String buyerDisputes(String reason) {
        String disputeId = cast.buyer()
                .post("/payments/" + paymentId + "/disputes", Map.of("category", "not_as_described", "reason", reason))
                .path("id")
                .asString();
        narrator.step("The buyer disputes: \"" + reason + "\" Nothing leaves the escrow now.");
        return disputeId;
    }

    void sellerAnswers(String disputeId, String note) {
        await.until("the dispute", () -> exists("/disputes/" + disputeId), found -> found);
        cast.seller().post("/disputes/" + disputeId + "/evidence", Map.of("note", note));
        narrator.step("The seller answers with evidence: \"" + note + "\"");
    }

    private boolean exists(String path) {
        try {
            cast.seller().get(path);
            return true;
        } catch (ApiProblem notYet) {
            if (notYet.status() == 404) {
                return false;
            }
            throw notYet;
        }
    }

    void resolverSplits(String disputeId, String toBuyer, String toSeller) {
        cast.resolver()
                .post(
                        "/disputes/" + disputeId + "/resolution",
                        Map.of(
                                "ruling",
                                "compensation",
                                "toBuyer",
                                token.money(toBuyer),
                                "toSeller",
                                token.money(toSeller),
                                "rationale",
                                "The lamp works; the shade is not the one that was agreed."));
        narrator.step("The resolver splits: " + toBuyer + " to the buyer, " + toSeller + " to the seller.");
    }

    /** A guard lets out what is above the amount that goes out by itself. */
    void guardApproves() {
        List<JsonNode> held = await.until("the custody transfers", this::transfers, found -> !found.isEmpty()).stream()
                .filter(transfer -> transfer.path("guardRequired").asBoolean()
                        && "instructed".equals(transfer.path("status").asString()))
                .toList();
        for (JsonNode transfer : held) {
            cast.guard()
                    .post(
                            "/custody-transfers/" + transfer.path("id").asString() + "/approval",
                            Map.of("reason", "Matches the ruling and the ledger."));
            narrator.step("The guard approves the " + transfer.path("kind").asString() + " of "
                    + transfer.path("amount").path("amount").asString() + " " + token.currency() + ".");
        }
    }

    List<JsonNode> transfers() {
        JsonNode items =
                cast.guard().get("/custody-transfers?paymentId=" + paymentId).path("items");
        return items.valueStream().toList();
    }

    void awaitPaidOut(String requestStatus) {
        awaitRequest(requestStatus);
        for (JsonNode transfer : transfers()) {
            narrator.step("On chain, " + transfer.path("amount").path("amount").asString() + " " + token.currency()
                    + " went to " + transfer.path("to").asString() + " ("
                    + transfer.path("kind").asString() + ").");
            narrator.detail("transaction " + transfer.path("txHash").asString());
        }
        narrator.step("The trade has ended: " + requestStatus + ".");
    }

    private void awaitRequest(String status) {
        await.until(
                "the request to be " + status,
                () -> cast.buyer()
                        .get("/purchase-requests/" + requestId)
                        .path("status")
                        .asString(),
                status::equals);
    }

    private void awaitEscrow(String state) {
        await.until(
                "the escrow to be " + state,
                () -> cast.buyer()
                        .get("/payments/" + paymentId)
                        .path("escrowState")
                        .asString(""),
                state::equals);
    }
}
