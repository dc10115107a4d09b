package io.amanat.projection.story;

import io.amanat.contract.escrow.EscrowEvent.EscrowFunded;
import io.amanat.contract.escrow.OffChainEvent.OffChainApproved;
import io.amanat.contract.escrow.OffChainEvent.OffChainConfirmed;
import io.amanat.contract.escrow.OffChainEvent.OffChainRejected;
import io.amanat.contract.escrow.OffChainId;

/** Money that came outside of the chain: the first word is not believed, the second is. */
final class Vouched {
    private Vouched() {}

    static Story story(long number) {
        Story story = new Story(number).opened();
        OffChainId first = new OffChainId(story.id(45));
        OffChainId second = new OffChainId(story.id(46));
        return story.then(
                new OffChainConfirmed(
                        story.payment,
                        first,
                        Wares.usdt("125.50"),
                        story.sealed(story.otherSeller, "receipt"),
                        story.otherSeller),
                new OffChainRejected(story.payment, first, story.guard, story.sealed(story.guard, "unreadable")),
                new OffChainConfirmed(
                        story.payment,
                        second,
                        Wares.usdt("125.50"),
                        story.sealed(story.otherSeller, "better"),
                        story.otherSeller),
                new OffChainApproved(
                        story.payment,
                        second,
                        Wares.usdt("125.50"),
                        Wares.usdt("125.50"),
                        story.guard,
                        story.sealed(story.guard, "seen")),
                new EscrowFunded(story.payment, story.request, Wares.usdt("125.50")));
    }
}
