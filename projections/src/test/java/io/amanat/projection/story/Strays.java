package io.amanat.projection.story;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.escrow.ExcessCause;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PayInEvent.ExcessSetAside;
import io.amanat.contract.escrow.ReorgEvent.CreditRetracted;
import io.amanat.contract.escrow.ReorgEvent.ExposureCovered;
import io.amanat.contract.escrow.ReturnProof;
import io.amanat.contract.escrow.StrayEvent.ExcessReturned;
import io.amanat.contract.escrow.StrayEvent.ForeignTransferDetected;
import io.amanat.contract.escrow.StrayEvent.ForeignTransferRetracted;
import io.amanat.contract.escrow.StrayEvent.ReturnClaimed;
import io.amanat.contract.escrow.StrayEvent.ReturnInstructed;
import io.amanat.contract.escrow.StrayEvent.StrayObserved;
import io.amanat.contract.escrow.StrayKind;
import io.amanat.contract.escrow.StrayTransfer;
import io.amanat.contract.escrow.WriteOffEvent.ExposureWrittenOff;
import io.amanat.contract.escrow.WriteOffEvent.LossRecovered;
import io.amanat.contract.escrow.WriteOffEvent.WriteOffProposed;
import io.amanat.contract.escrow.WriteOffEvent.WriteOffRejected;
import io.amanat.contract.escrow.WriteOffId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;

/** Money that belongs to no price comes and goes back; the chain takes credited money away and brings it again. */
public final class Strays {
    private static final Asset USDC = new Asset(Wares.CHAIN, Story.address(0xA4), Currency.USDC, 6);

    private Strays() {}

    static Story story(long number) {
        Story story = new Story(number).opened();
        CustodyTransferId back = new CustodyTransferId(story.id(42));
        AssetAmount none = Wares.usdt("0");
        return story.then(
                new ForeignTransferDetected(story.payment, foreign(story)),
                new ForeignTransferRetracted(story.payment, Trades.key(story, 3), USDC.amount("5"), story.hash(500)),
                new StrayObserved(story.payment, coin(story)),
                Trades.seen(story, 1, "60"),
                Trades.held(story, 1, "60", "60"),
                new CreditRetracted(
                        story.payment,
                        Trades.key(story, 1),
                        Wares.usdt("60"),
                        Wares.usdt("50"),
                        none,
                        none,
                        Wares.usdt("10"),
                        Wares.usdt("10"),
                        story.hash(500)),
                Trades.seen(story, 2, "30"),
                new ExposureCovered(story.payment, Trades.key(story, 2), Wares.usdt("10"), none),
                new ExcessSetAside(story.payment, Trades.key(story, 2), Wares.usdt("20"), ExcessCause.LATE),
                new ReturnClaimed(
                        story.payment,
                        Trades.key(story, 2),
                        Story.address(0xA5),
                        ReturnProof.SENDER_SIGNATURE,
                        story.buyer),
                new ReturnInstructed(
                        story.payment,
                        story.request,
                        story.buyer,
                        story.seller,
                        Trades.key(story, 2),
                        back,
                        Story.address(0xA5),
                        Wares.usdt("20"),
                        story.guard,
                        story.sealed(story.guard, "theirs")),
                new ExcessReturned(story.payment, Trades.key(story, 2), back, Wares.usdt("20"), story.hash(9)),
                // it comes and goes once more: two people write it off, and it comes back after all
                new CreditRetracted(
                        story.payment,
                        Trades.key(story, 2),
                        Wares.usdt("30"),
                        none,
                        none,
                        none,
                        Wares.usdt("30"),
                        Wares.usdt("10"),
                        story.hash(500)),
                proposed(story, 47, "soon"),
                new WriteOffRejected(
                        story.payment, new WriteOffId(story.id(47)), story.guard, story.sealed(story.guard, "wait")),
                proposed(story, 48, "gone"),
                new ExposureWrittenOff(
                        story.payment,
                        new WriteOffId(story.id(48)),
                        Wares.usdt("30"),
                        Wares.usdt("30"),
                        story.guard,
                        story.sealed(story.guard, "seen")),
                Trades.seen(story, 4, "30"),
                new LossRecovered(story.payment, Trades.key(story, 4), Wares.usdt("30"), none));
    }

    public static WriteOffProposed proposed(Story story, int id, String why) {
        return new WriteOffProposed(
                story.payment,
                new WriteOffId(story.id(id)),
                Wares.usdt("30"),
                story.sealed(story.otherSeller, why),
                story.otherSeller);
    }

    private static ObservedTransfer foreign(Story story) {
        return new ObservedTransfer(
                Trades.key(story, 3),
                Story.address(0xEE),
                story.depositAddress(),
                USDC.amount("5"),
                50,
                story.hash(500));
    }

    private static StrayTransfer coin(Story story) {
        return new StrayTransfer(
                StrayKind.NATIVE_COIN, Wares.CHAIN, story.hash(77), 0, null, Story.address(0xEE), "1000", 50);
    }
}
