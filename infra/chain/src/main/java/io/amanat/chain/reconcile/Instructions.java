package io.amanat.chain.reconcile;

import io.amanat.chain.reconcile.Line.Kind;
import io.amanat.chain.reconcile.Line.Subject;
import java.util.List;
import java.util.stream.Stream;

/** Custody transfers against what was made of them: by us, and by the token. */
final class Instructions {
    private Instructions() {}

    static List<Line> compare(Books books) {
        return Stream.concat(
                        books.unlike().stream().map(Instructions::line),
                        books.otherwise().stream().map(Instructions::line))
                .toList();
    }

    /** Our own bytes are another transfer: nothing explains that. */
    private static Line line(Books.Unlike unlike) {
        return Line.unexplained(
                Kind.PAYOUT_INSTRUCTION,
                new Subject(null, unlike.paymentId(), unlike.token()),
                unlike.instructed(),
                unlike.made(),
                "The transaction of this custody transfer has another amount, recipient or token than was instructed.",
                List.of("custody transfer " + unlike.transferId()));
    }

    private static Line line(Books.Otherwise otherwise) {
        String moved =
                "The token moved another amount than was instructed, such as one that keeps a fee; it is never sent"
                        + " again, and ";
        return Line.explained(
                Kind.PAYOUT_INSTRUCTION,
                new Subject(null, otherwise.paymentId(), otherwise.token()),
                otherwise.instructed(),
                otherwise.received(),
                moved
                        + (otherwise.accepted()
                                ? "a guard took it for done: the books took all that was instructed."
                                : "the ledger holds all of it until a guard takes it for done."),
                "custody transfer " + otherwise.transferId(),
                "transaction " + otherwise.txHash());
    }
}
