package io.amanat.demo;

import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.DevAccounts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two whole trades, one of them disputed, and the books. {@code ./demo [api] [rpc]}. */
public final class Demo {
    private static final String API_DEFAULT = "http://127.0.0.1:8080";
    private static final String RPC_DEFAULT = "http://127.0.0.1:8545";
    private static final Duration PATIENCE_DEFAULT = Duration.ofSeconds(90);

    private final Api api;
    private final EvmClient chain;
    private final Await await;
    private final Narrator narrator;

    /** @param patience how long to wait for the platform, restarts included */
    public Demo(URI apiBase, URI rpc, Duration patience, Narrator narrator) {
        this.api = new Api(apiBase, patience);
        this.chain = new EvmClient(rpc.toString(), Duration.ofSeconds(10));
        this.await = new Await(patience);
        this.narrator = narrator;
    }

    /** Exits with 0 when the books balance, with 1 when they do not or something went wrong. */
    public static void main(String[] args) {
        URI apiBase = URI.create(args.length > 0 ? args[0] : API_DEFAULT);
        URI rpc = URI.create(args.length > 1 ? args[1] : RPC_DEFAULT);
        try {
            boolean balanced = new Demo(apiBase, rpc, PATIENCE_DEFAULT, new Narrator(System.out)).run();
            System.exit(balanced ? 0 : 1);
        } catch (RuntimeException failed) {
            System.err.println("The demo stopped: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** Drives both trades to their end; true when the ledger balances and equals the chain. */
    public boolean run() {
        Cast cast = Cast.logIn(api);
        Wallets wallets = Wallets.on(chain);
        cast.buyer().isPaidTo(DevAccounts.BUYER);
        cast.seller().isPaidTo(DevAccounts.SELLER);
        narrator.step("Buyer and seller each sign for the address that they are paid to.");
        List<Token> tokens = cast.buyer()
                .get("/assets")
                .path("items")
                .valueStream()
                .map(Token::of)
                .toList();
        Books books = new Books(cast, wallets, narrator);
        Trade whole = wholeTrade(new Trade(cast, wallets, named(tokens, "USDC"), await, narrator));
        books.timeline(whole);
        books.ledger(whole);
        Trade disputed = disputedTrade(new Trade(cast, wallets, named(tokens, "USDT"), await, narrator));
        books.timeline(disputed);
        books.ledger(disputed);
        return books.check(tokens);
    }

    private Trade wholeTrade(Trade trade) {
        narrator.chapter("A trade, from the request to a paid seller");
        trade.buyerAsks("Reading lamp, 1950s", "150.00");
        trade.anotherSellerOffers(newSeller(), "139.99");
        trade.sellerOffers("125.50");
        trade.buyerAccepts();
        trade.buyerPays();
        trade.sellerWorksAndShips();
        trade.sellerHandsOver();
        trade.buyerConfirmsWithTheCode();
        trade.awaitPaidOut("seller_paid");
        return trade;
    }

    private Trade disputedTrade(Trade trade) {
        narrator.chapter("A trade that goes wrong, and how it ends");
        trade.buyerAsks("Standing lamp, a pair", "2000.00");
        trade.sellerOffers("1800.01");
        trade.buyerAccepts();
        trade.buyerPays();
        trade.sellerWorksAndShips();
        String dispute = trade.buyerDisputes("One shade is not the one in the pictures.");
        trade.sellerAnswers(dispute, "The listing says: one replacement shade.");
        trade.resolverSplits(dispute, "600.01", "1200.00");
        trade.guardApproves();
        trade.awaitPaidOut("seller_paid");
        return trade;
    }

    private Session newSeller() {
        String email = "seller-" + UUID.randomUUID() + "@demo.amanat.example";
        api.post(
                null,
                "/api/v1/users",
                Map.of("email", email, "password", Cast.PASSWORD, "displayName", "Another seller", "role", "seller"));
        Session seller = api.logIn(email, Cast.PASSWORD);
        seller.isPaidTo(DevAccounts.SELLER);
        return seller;
    }

    private static Token named(List<Token> tokens, String currency) {
        return tokens.stream()
                .filter(token -> token.currency().equals(currency))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("The platform takes no " + currency + " now: is its chain running?"));
    }
}
