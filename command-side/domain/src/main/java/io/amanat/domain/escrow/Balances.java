package io.amanat.domain.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.Posting;
import io.amanat.contract.escrow.Postings;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each account of one payment holds, in units of one asset: the sum of its postings in that asset. */
record Balances(Asset asset, Map<LedgerAccount, BigInteger> units) {
    static Balances none(Asset asset) {
        return new Balances(asset, Map.of());
    }

    /** Refuses an event that would take an account below zero. */
    Balances after(PaymentEvent event) {
        Balances balances = this;
        for (Posting posting : Postings.of(event)) {
            if (posting.amount().asset().equals(asset)) {
                balances = balances.after(posting);
            }
        }
        return balances;
    }

    /** The books of all assets but {@code due}, one each; one is opened when its first posting comes. */
    static List<Balances> foreign(List<Balances> known, PaymentEvent event, Asset due) {
        List<Balances> books = new ArrayList<>(known);
        Postings.of(event).stream()
                .map(posting -> posting.amount().asset())
                .distinct()
                .filter(asset -> !asset.equals(due)
                        && books.stream().noneMatch(book -> book.asset().equals(asset)))
                .forEach(asset -> books.add(none(asset)));
        return books.stream().map(book -> book.after(event)).toList();
    }

    private Balances after(Posting posting) {
        Map<LedgerAccount, BigInteger> next = new EnumMap<>(LedgerAccount.class);
        next.putAll(units);
        BigInteger moved = asset.zero().plus(posting.amount()).units();
        next.merge(posting.debit(), moved.negate(), BigInteger::add);
        next.merge(posting.credit(), moved, BigInteger::add);
        RuleViolated.unless(
                posting.debit().mayBeNegative() || signed(next, posting.debit()).signum() >= 0,
                EscrowRule.NO_ACCOUNT_GOES_BELOW_ZERO);
        return new Balances(asset, next);
    }

    /** What the platform has paid out of money that the chain has taken back since. */
    AssetAmount exposed() {
        return asset.units(signed(units, LedgerAccount.EXPOSURE).negate());
    }

    /** What of that was written off and did not come back. */
    AssetAmount lost() {
        return asset.units(signed(units, LedgerAccount.LOSS).negate());
    }

    /** Of any account that does not go below zero. */
    AssetAmount of(LedgerAccount account) {
        return asset.units(signed(units, account));
    }

    /** Frozen or not. */
    AssetAmount held() {
        return of(LedgerAccount.ESCROW).plus(of(LedgerAccount.DISPUTED));
    }

    private static BigInteger signed(Map<LedgerAccount, BigInteger> units, LedgerAccount account) {
        return units.getOrDefault(account, BigInteger.ZERO);
    }
}
