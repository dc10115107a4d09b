package io.amanat.demo;

import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Shows the ledger as a table and compares it with the chain. */
final class Books {
    /** The accounts whose money the platform still has. */
    private static final Set<String> HELD =
            Set.of("clearing", "escrow", "disputed", "unallocated", "platform", "provider");

    private final Cast cast;
    private final Wallets wallets;
    private final Narrator narrator;

    Books(Cast cast, Wallets wallets, Narrator narrator) {
        this.cast = cast;
        this.wallets = wallets;
        this.narrator = narrator;
    }

    void timeline(Trade trade) {
        narrator.line("");
        narrator.line("The trade's timeline, as its parties see it:");
        for (JsonNode entry : cast.buyer()
                .get("/purchase-requests/" + trade.requestId() + "/timeline")
                .path("items")) {
            narrator.detail(time(entry.path("at").asString()) + "  "
                    + entry.path("words").asString());
        }
    }

    void ledger(Trade trade) {
        narrator.line("");
        narrator.line("The ledger of this trade; each row moves money from one account to another:");
        narrator.line(String.format(Locale.ROOT, "     %-17s %-12s    %-12s %16s", "entry", "from", "to", "amount"));
        for (JsonNode row :
                cast.buyer().get("/payments/" + trade.paymentId() + "/ledger").path("entries")) {
            narrator.line(String.format(
                    Locale.ROOT,
                    "     %-17s %-12s -> %-12s %16s %s",
                    row.path("type").asString(),
                    row.path("debit").asString(),
                    row.path("credit").asString(),
                    row.path("amount").path("amount").asString(),
                    row.path("amount").path("currency").asString()));
        }
    }

    /** True when, for every token, the ledger sums to zero and says what the chain says. */
    boolean check(List<Token> tokens) {
        narrator.chapter("The books: every trade on this platform, against the chain");
        JsonNode balances = cast.admin().get("/ledger/trial-balance").path("balances");
        JsonNode custody = cast.guard().get("/destinations?limit=200");
        boolean all = true;
        for (Token token : tokens) {
            all &= check(token, balances, addresses(custody));
        }
        narrator.line(all ? "     Every coin is explained." : "     THE BOOKS DO NOT BALANCE.");
        return all;
    }

    /** The account that pays out, as the transfers name it; absent before the first one. */
    private Optional<EvmAddress> custodyAccount() {
        return cast.guard()
                .get("/custody-transfers?limit=200")
                .path("items")
                .valueStream()
                .map(transfer -> transfer.path("from").asString(""))
                .filter(from -> !from.isEmpty())
                .map(EvmAddress::new)
                .findFirst();
    }

    private List<EvmAddress> addresses(JsonNode firstPage) {
        List<EvmAddress> found = new ArrayList<>();
        JsonNode page = firstPage;
        while (true) {
            page.path("items")
                    .forEach(item ->
                            found.add(new EvmAddress(item.path("address").asString())));
            String cursor = page.path("nextCursor").asString("");
            if (cursor.isEmpty()) {
                return found;
            }
            page = cast.guard().get("/destinations?limit=200&cursor=" + cursor);
        }
    }

    private boolean check(Token token, JsonNode balances, List<EvmAddress> destinations) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger held = BigInteger.ZERO;
        narrator.line("     " + token.currency() + " (" + token.contract() + ")");
        for (JsonNode row : balances) {
            if (!row.path("contract")
                    .asString()
                    .equalsIgnoreCase(token.contract().value())) {
                continue;
            }
            String text = row.path("amount").asString();
            BigInteger units =
                    text.startsWith("-") ? token.units(text.substring(1)).negate() : token.units(text);
            sum = sum.add(units);
            held = HELD.contains(row.path("account").asString()) ? held.add(units) : held;
            narrator.line(String.format(
                    Locale.ROOT, "       %-14s %16s", row.path("account").asString(), text));
        }
        BigInteger deposits = destinations.stream()
                .distinct()
                .map(address -> wallets.balance(token, address))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger paidOut =
                custodyAccount().map(account -> wallets.paidOut(token, account)).orElse(BigInteger.ZERO);
        narrator.line(String.format(Locale.ROOT, "       %-34s %16s", "sum of all accounts", token.amount(sum)));
        narrator.line(String.format(Locale.ROOT, "       %-34s %16s", "ledger: still held", token.amount(held)));
        narrator.line(String.format(
                Locale.ROOT,
                "       %-34s %16s",
                "chain: deposits minus paid out",
                token.amount(deposits.subtract(paidOut))));
        return sum.signum() == 0 && held.equals(deposits.subtract(paidOut));
    }

    private static String time(String instant) {
        return instant.length() > 19 ? instant.substring(11, 19) : instant;
    }
}
