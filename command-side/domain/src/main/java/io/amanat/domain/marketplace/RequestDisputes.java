package io.amanat.domain.marketplace;

import io.amanat.contract.disputes.DisputeId;
import io.amanat.domain.marketplace.RequestDispute.Ending;
import java.util.List;
import java.util.stream.Stream;

/** The disputes of a request, oldest first; only the last can be undecided. */
record RequestDisputes(List<RequestDispute> all) {
    RequestDisputes {
        all = List.copyOf(all);
    }

    boolean knows(DisputeId id) {
        return all.stream().anyMatch(dispute -> dispute.id().equals(id));
    }

    boolean undecided(DisputeId id) {
        return all.contains(new RequestDispute(id, Ending.NONE));
    }

    boolean ended(DisputeId id, Ending ending) {
        return all.contains(new RequestDispute(id, ending));
    }

    RequestDisputes opened(DisputeId id) {
        return new RequestDisputes(Stream.concat(all.stream(), Stream.of(new RequestDispute(id, Ending.NONE)))
                .toList());
    }

    RequestDisputes end(Ending ending) {
        return new RequestDisputes(all.stream()
                .map(dispute -> dispute.ending() == Ending.NONE ? new RequestDispute(dispute.id(), ending) : dispute)
                .toList());
    }
}
