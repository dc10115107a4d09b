package io.amanat.projection.marketplace;

import io.amanat.contract.escrow.OffChainEvent;
import io.amanat.contract.escrow.ReorgEvent;
import io.amanat.contract.escrow.StrayEvent;
import io.amanat.contract.escrow.WriteOffEvent;
import io.amanat.contract.money.EvmAddress;
import io.amanat.projection.JsonText;

/** Money that belongs to no price, money that people vouch for, and money that the chain took back, as the timeline holds them. */
final class TimelineStrays {
    private TimelineStrays() {}

    static JsonText of(StrayEvent event) {
        return switch (event) {
            case StrayEvent.ForeignTransferDetected e ->
                TimelineAmounts.of(e.transfer().amount())
                        .with("txHash", e.transfer().key().txHash());
            case StrayEvent.ForeignTransferRetracted e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
            case StrayEvent.StrayObserved e -> stray(e);
            case StrayEvent.ReturnClaimed e ->
                JsonText.object()
                        .with("proof", e.proof().wire())
                        .with("txHash", e.key().txHash());
            case StrayEvent.ReturnInstructed e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
            case StrayEvent.ExcessReturned e -> TimelineAmounts.of(e.amount()).with("txHash", e.txHash());
        };
    }

    /** Without the evidence: that is for whoever decides. */
    static JsonText of(OffChainEvent event) {
        return switch (event) {
            case OffChainEvent.OffChainConfirmed e -> TimelineAmounts.of(e.amount());
            case OffChainEvent.OffChainApproved e ->
                TimelineAmounts.of(e.amount()).with("total", e.heldTotal().amount());
            case OffChainEvent.OffChainRejected _ -> JsonText.object();
        };
    }

    static JsonText of(ReorgEvent event) {
        return switch (event) {
            case ReorgEvent.CreditRetracted e ->
                TimelineAmounts.of(e.amount())
                        .with("exposed", e.exposed().amount())
                        .with("txHash", e.key().txHash());
            case ReorgEvent.ExposureCovered e ->
                TimelineAmounts.of(e.amount()).with("exposed", e.stillExposed().amount());
        };
    }

    /** Without the reasons: those are for whoever decides. */
    static JsonText of(WriteOffEvent event) {
        return switch (event) {
            case WriteOffEvent.WriteOffProposed e -> TimelineAmounts.of(e.amount());
            case WriteOffEvent.WriteOffRejected _ -> JsonText.object();
            case WriteOffEvent.ExposureWrittenOff e -> TimelineAmounts.of(e.amount());
            case WriteOffEvent.LossRecovered e ->
                TimelineAmounts.of(e.amount()).with("txHash", e.key().txHash());
        };
    }

    private static JsonText stray(StrayEvent.StrayObserved event) {
        EvmAddress token = event.stray().token();
        JsonText params = JsonText.object()
                .with("stray", event.stray().kind().wire())
                .with("txHash", event.stray().txHash());
        return token == null ? params : params.with("token", token);
    }
}
