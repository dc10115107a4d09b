package io.amanat.chain.reconcile;

import io.amanat.chain.reconcile.Books.Account;
import io.amanat.chain.reconcile.Books.Deposit;
import io.amanat.chain.reconcile.Books.Destination;
import io.amanat.chain.reconcile.Books.PaymentToken;
import io.amanat.chain.reconcile.Line.Kind;
import io.amanat.chain.reconcile.Line.Subject;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.money.Asset;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From the books and the chain to the differences. Asks nobody: the same books and the same chain give the same lines. */
final class Comparing {
    private static final Comparator<Line> ORDER = Comparator.comparing(Line::alarm)
            .reversed()
            .thenComparing(Line::kind)
            .thenComparing(line -> String.valueOf(line.account()))
            .thenComparing(line -> String.valueOf(line.paymentId()))
            .thenComparing(line -> String.valueOf(line.token()))
            .thenComparing(Line::sentence);

    private final Books books;
    private final ChainState chain;
    private final List<Line> lines = new ArrayList<>();

    private Comparing(Books books, ChainState chain) {
        this.books = books;
        this.chain = chain;
    }

    /** In a stated order, the alarms first. */
    static List<Line> compare(Books books, ChainState chain) {
        Comparing comparing = new Comparing(books, chain);
        comparing.destinations();
        books.accounts().values().forEach(comparing::held);
        books.accounts().values().forEach(comparing::paidOut);
        books.accounts().values().forEach(comparing::losses);
        comparing.lines.addAll(Instructions.compare(books));
        chain.hot().forEach(comparing::hot);
        comparing.gas();
        comparing.lines.addAll(Reserve.compare(books, chain));
        return comparing.lines.stream().sorted(ORDER).toList();
    }

    private void destinations() {
        for (Destination destination : books.destinations()) {
            for (Asset asset : books.assets()) {
                String token = asset.contract().value();
                PaymentToken key = new PaymentToken(destination.paymentId(), token);
                Deposit deposit = books.deposits().getOrDefault(key, Deposit.none(key));
                if (!chain.silent().contains(token)) {
                    balance(destination, deposit);
                }
                paidIn(deposit);
            }
        }
    }

    private void balance(Destination destination, Deposit deposit) {
        String token = deposit.key().token();
        BigInteger actual = chain.balance(destination.address(), token);
        Subject about = new Subject(destination.address(), destination.paymentId(), token);
        BigInteger most = deposit.onChain();
        if (actual.compareTo(most.subtract(deposit.leaving())) < 0 || actual.compareTo(most) > 0) {
            String sentence = actual.compareTo(most) < 0
                    ? "Coins left this address, and no sweep accounts for them."
                    : "Coins came to this address, and no transfer was seen that brought them.";
            lines.add(Line.unexplained(Kind.DESTINATION_BALANCE, about, most, actual, sentence, List.of()));
        } else if (!actual.equals(most)) {
            lines.add(Line.explained(
                    Kind.DESTINATION_BALANCE,
                    about,
                    most,
                    actual,
                    "A sweep of " + deposit.leaving() + " units into custody is signed and not yet final."));
        }
    }

    /** What the ledger took in is what was told, or more by what is being told this moment. */
    private void paidIn(Deposit deposit) {
        outside(deposit.key());
        PaymentToken key =
                new PaymentToken(deposit.key().paymentId(), deposit.key().token());
        Account account = books.accounts().get(key);
        BigInteger booked = account == null ? BigInteger.ZERO : account.takenIn();
        Subject about = new Subject(null, key.paymentId(), key.token());
        BigInteger most =
                deposit.told().add(deposit.seen()).add(deposit.stray()).add(deposit.retracting());
        if (booked.compareTo(deposit.told()) < 0 || booked.compareTo(most) > 0) {
            lines.add(Line.unexplained(
                    Kind.LEDGER_PAID_IN,
                    about,
                    deposit.told(),
                    booked,
                    "The ledger took in something else than what was seen on the chain and told to the payment.",
                    List.of()));
            return;
        }
        BigInteger onChain = deposit.told().add(deposit.seen()).add(deposit.stray());
        if (booked.compareTo(onChain) != 0) {
            lines.add(Line.explained(Kind.LEDGER_PAID_IN, about, onChain, booked, inFlight(deposit)));
        }
    }

    /** No chain can be asked; so that nobody overlooks it, each such payment is named in every report. */
    private void outside(PaymentToken key) {
        Account account = books.accounts().get(key);
        if (account != null && account.outside().signum() > 0) {
            lines.add(Line.explained(
                    Kind.LEDGER_PAID_IN,
                    new Subject(null, key.paymentId(), key.token()),
                    BigInteger.ZERO,
                    account.outside(),
                    "These units were paid outside of the chain: an admin confirmed and a guard approved it. The chain"
                            + " shows nothing of them."));
        }
    }

    private static String inFlight(Deposit deposit) {
        List<String> causes = new ArrayList<>();
        if (deposit.seen().signum() > 0) {
            causes.add(deposit.seen() + " are seen on the chain and not yet told to the payment");
        }
        if (deposit.stray().signum() > 0) {
            causes.add(deposit.stray() + " are strays, which the payment does not take");
        }
        if (deposit.retracting().signum() > 0) {
            causes.add(deposit.retracting() + " left the chain, and the payment is not yet told so");
        }
        return "Of these units " + String.join("; ", causes) + ".";
    }

    private void held(Account account) {
        BigInteger said = account.held();
        if (said != null && !said.equals(account.heldInLedger())) {
            lines.add(Line.unexplained(
                    Kind.LEDGER_HELD,
                    new Subject(null, account.key().paymentId(), account.key().token()),
                    said,
                    account.heldInLedger(),
                    "The ledger holds something else for this payment than the payment does.",
                    List.of()));
        }
    }

    private void paidOut(Account account) {
        BigInteger booked = account.of(LedgerAccount.SELLER).add(account.of(LedgerAccount.BUYER));
        BigInteger open = account.paid().subtract(booked);
        Subject about =
                new Subject(null, account.key().paymentId(), account.key().token());
        if (open.signum() < 0) {
            lines.add(Line.unexplained(
                    Kind.LEDGER_PAID_OUT,
                    about,
                    account.paid(),
                    booked,
                    "The ledger paid out more than custody transfers have paid on the chain.",
                    List.of()));
        } else if (open.signum() > 0 && account.owed().compareTo(open) < 0) {
            lines.add(Line.unexplained(
                    Kind.LEDGER_PAID_OUT,
                    about,
                    account.paid(),
                    booked,
                    "Custody transfers paid more on the chain than the ledger paid out or still holds.",
                    List.of()));
        } else if (open.signum() > 0) {
            lines.add(Line.explained(
                    Kind.LEDGER_PAID_OUT,
                    about,
                    account.paid(),
                    booked,
                    "A payout is final on the chain and not yet booked; the ledger still holds it."));
        }
    }

    /** Nothing stands behind it on the chain; so that nobody overlooks it, it is named in every report. */
    private void losses(Account account) {
        Subject about =
                new Subject(null, account.key().paymentId(), account.key().token());
        if (account.exposed().signum() > 0) {
            lines.add(Line.explained(
                    Kind.LOSS,
                    about,
                    BigInteger.ZERO,
                    account.exposed(),
                    "The chain took these units back after they were paid out, or on their way out. They are"
                            + " exposed until they are covered or written off: the account exposure of this"
                            + " payment holds them."));
        }
        if (account.lost().signum() > 0) {
            lines.add(Line.explained(
                    Kind.LOSS,
                    about,
                    BigInteger.ZERO,
                    account.lost(),
                    "The chain took these units back for good: an admin proposed and a guard approved that the platform"
                            + " bears them."));
        }
    }

    private void hot(ChainState.Hot hot) {
        ChainState.Holding holding = hot.holding();
        BigInteger actual = chain.balance(holding.address(), holding.token());
        BigInteger most = hot.opening().add(hot.arrived()).subtract(hot.paid());
        BigInteger least = most.subtract(hot.underway());
        Subject about = new Subject(holding.address(), null, holding.token());
        if (!hot.known()) {
            lines.add(Line.unexplained(
                    Kind.HOT_ACCOUNT_BALANCE,
                    about,
                    most,
                    actual,
                    "Every block at which this account was looked at before has left the chain; it is looked at anew.",
                    List.of()));
        } else if (actual.compareTo(least) < 0) {
            lines.add(Line.unexplained(
                    Kind.HOT_ACCOUNT_BALANCE,
                    about,
                    most,
                    actual,
                    "Coins left this account, and no custody transfer accounts for them.",
                    List.of()));
        } else if (actual.compareTo(most) > 0
                && actual.compareTo(most.add(hot.kept()).add(hot.gone())) <= 0) {
            lines.add(Line.explained(
                    Kind.HOT_ACCOUNT_BALANCE,
                    about,
                    most,
                    actual,
                    hot.gone().signum() > 0
                            ? "Payouts of " + hot.gone()
                                    + " units were final, and the chain took them back; the same bytes"
                                    + " are sent again."
                            : "A token took less from this account than was instructed; the custody transfer says how"
                                    + " much."));
        } else if (actual.compareTo(most) > 0) {
            lines.add(Line.unexplained(
                    Kind.HOT_ACCOUNT_BALANCE,
                    about,
                    most,
                    actual,
                    "Coins are on this account, and no transfer was seen that brought them.",
                    List.of()));
        } else if (actual.compareTo(most) < 0) {
            lines.add(Line.explained(
                    Kind.HOT_ACCOUNT_BALANCE,
                    about,
                    most,
                    actual,
                    "Payouts of " + hot.underway() + " units are broadcast or mined and not yet final."));
        }
    }

    private void gas() {
        chain.gasWei()
                .forEach((account, wei) -> lines.add(Line.explained(
                        Kind.GAS,
                        new Subject(account, null, null),
                        BigInteger.ZERO,
                        wei,
                        "The native coin pays the fees of payouts; it belongs to no trade.")));
    }
}
