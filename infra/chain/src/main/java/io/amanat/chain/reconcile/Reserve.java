package io.amanat.chain.reconcile;

import io.amanat.chain.reconcile.Books.Account;
import io.amanat.chain.reconcile.Books.Deposit;
import io.amanat.chain.reconcile.Line.Kind;
import io.amanat.chain.reconcile.Line.Subject;
import io.amanat.contract.money.Asset;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** All that is owed in a token against all that is there. */
final class Reserve {
    private final Books books;
    private final ChainState chain;
    private final List<Line> lines = new ArrayList<>();

    private Reserve(Books books, ChainState chain) {
        this.books = books;
        this.chain = chain;
    }

    static List<Line> compare(Books books, ChainState chain) {
        Reserve reserve = new Reserve(books, chain);
        books.assets().forEach(reserve::reserve);
        return reserve.lines;
    }

    private void reserve(Asset asset) {
        String token = asset.contract().value();
        BigInteger there = Solvency.reserve(chain, token);
        BigInteger owed = Solvency.owed(books, token);
        Subject about = new Subject(null, null, token);
        if (chain.silent().contains(token)) {
            lines.add(Line.unexplained(
                    Kind.RESERVE, about, owed, there, "The token's contract names no balance.", List.of()));
        } else if (there.compareTo(owed) < 0) {
            lines.add(shortfall(about, owed, there));
        } else if (there.compareTo(owed) > 0) {
            lines.add(Line.explained(
                    Kind.RESERVE,
                    about,
                    owed,
                    there,
                    "The float of the hot accounts and the platform's own fees are there beside what is owed."));
        }
    }

    /** A loss that has its name is still a loss: what is owed must be there. */
    private Line shortfall(Subject about, BigInteger owed, BigInteger there) {
        String token = String.valueOf(about.token());
        BigInteger gone = gone(token);
        if (owed.subtract(there).compareTo(gone) <= 0) {
            return Line.explained(
                    Kind.RESERVE,
                    about,
                    owed,
                    there,
                    "Of what is owed " + gone + " units left the chain, and their payments are not yet told so.");
        }
        return Line.unexplained(
                Kind.RESERVE,
                about,
                owed,
                there,
                "Less is there than is owed to the parties." + Solvency.losses(books, token),
                List.of());
    }

    /** Still in the ledger, and no longer in the chain. */
    private BigInteger gone(String token) {
        return books.deposits().values().stream()
                .filter(deposit -> deposit.key().token().equals(token))
                .map(this::stillBooked)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private BigInteger stillBooked(Deposit deposit) {
        Account account = books.accounts().get(deposit.key());
        BigInteger booked = account == null ? BigInteger.ZERO : account.takenIn();
        return booked.subtract(deposit.told()).max(BigInteger.ZERO).min(deposit.retracting());
    }
}
