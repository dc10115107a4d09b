package io.amanat.query.audit;

import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.escrow.PaymentEvent;
import io.amanat.contract.escrow.Posting;
import io.amanat.contract.escrow.Postings;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.DecimalText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Balances by the same postings from which the ledger is written. */
final class BalancesFold {
    private record Key(LedgerAccount account, Asset asset) {}

    /** {@code amount} is signed plain decimal text. */
    record Balance(LedgerAccount account, Asset asset, String amount) {}

    private final Map<Key, BigInteger> units = new LinkedHashMap<>();

    void apply(PaymentEvent event) {
        for (Posting posting : Postings.of(event)) {
            Asset asset = posting.amount().asset();
            add(new Key(posting.debit(), asset), posting.amount().units().negate());
            add(new Key(posting.credit(), asset), posting.amount().units());
        }
    }

    private void add(Key key, BigInteger change) {
        units.merge(key, change, BigInteger::add);
    }

    /** In the order in which the accounts were first touched. */
    List<Balance> all() {
        List<Balance> all = new ArrayList<>();
        units.forEach((key, balance) -> all.add(new Balance(
                key.account(), key.asset(), DecimalText.of(balance, key.asset().decimals()))));
        return all;
    }
}
