package io.amanat.chain.provider;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.deposit.JdbcDestinationAllocator;
import io.amanat.chain.evm.JsonRpc;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.testing.SentCommands;
import io.amanat.chain.testing.TestChain;
import io.amanat.chain.watch.ChainWatcher;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A real node, the real watcher, a fresh database, and an inbox that knows two secrets of each provider. */
final class ProviderScene {
    static final long CHAIN = 31337;
    static final int CONFIRMATIONS = 3;
    static final String OLD_SECRET = "old secret";
    static final String NEW_SECRET = "new secret";
    static final int BODY_BYTES_MAX = 2_000;
    static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    final TestChain chain = TestChain.shared();
    final SentCommands sent = new SentCommands();
    final JdbcClient jdbc;
    final JsonRpc rpc = new JsonRpc(chain.rpcUrl(), Duration.ofSeconds(10));
    final ChainWatcher watcher;
    final AllowedTokens tokens;

    private final JdbcDestinationAllocator allocator;

    ProviderScene(TestDatabase database) {
        jdbc = database.jdbc();
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.app());
        tokens = new AllowedTokens(
                CHAIN,
                List.of(
                        new Asset(CHAIN, chain.usdc(), Currency.USDC, 6),
                        new Asset(CHAIN, chain.usdt(), Currency.USDT, 6)));
        allocator = new JdbcDestinationAllocator(new DepositAddresses(DevAccounts.DEPOSIT_XPUB), jdbc, transactions);
        ScreeningRules rules = new ScreeningRules(RuleEngine.CURRENT, List.of(), List.of(), List.of(), 1_000, 24, 0);
        watcher = new ChainWatcher(
                chain.client(),
                new ChainIdentity(chain.client(), tokens),
                tokens,
                jdbc,
                transactions,
                sent,
                new ScreeningGate(
                        (transfer, _) -> ScreeningInputs.unanswered(transfer.from(), transfer.amount(), "test"),
                        rules,
                        (_, _) -> ScreeningStatus.PASSED),
                () -> CONFIRMATIONS,
                Clock.systemUTC());
        watcher.round();
    }

    ProviderInbox inbox(Instant now, WebhookProtocol... protocols) {
        return new ProviderInbox(
                List.of(protocols),
                new ProviderDeliveries(jdbc),
                List.of(new HintCheck(chain.client(), tokens, new Destinations(CHAIN, jdbc))),
                BODY_BYTES_MAX,
                Duration.ofDays(90),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** An address that is watched, without a payment in the read tables. */
    Due due() {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        PurchaseRequestId request = new PurchaseRequestId(UUID.randomUUID());
        return new Due(
                payment, request, allocator.allocate(payment, request, CHAIN).address());
    }

    /** With its row in the read tables, as the projections would have written it. */
    Due due(PaymentProvider provider) {
        Due due = due();
        UUID buyer = user("buyer");
        UUID seller = user("seller");
        UUID offer = UUID.randomUUID();
        String address = due.address().value();
        jdbc.sql("""
            insert into purchase_requests (id, buyer_id, title, description, product_type, budget_min, budget_max, urgency,
                quantity, status, version, position, created_at, updated_at)
            values (?, ?, 'sealed', 'sealed', 'service', 0, 10, 'low', 1, 'pending', 0, 2, now(), now())\
            """).params(due.request().value(), buyer).update();
        jdbc.sql("""
            insert into seller_offers (id, purchase_request_id, seller_id, price, currency, delivery_days, payout_address, status,
                version, position, created_at, updated_at) values (?, ?, ?, 10, 'USDC', 3, ?, 'accepted', 1, 3, now(), now())\
            """).params(offer, due.request().value(), seller, address).update();
        UUID destination = UUID.randomUUID();
        jdbc.sql("""
            insert into derived_destinations (id, purchase_request_ref_kind, purchase_request_id, payment_id, chain_id, address,
                account_fingerprint, derivation_path, status, version, position, created_at, updated_at)
            values (?, 'entity', ?, ?, ?, ?, 'abcd', ?, 'active', 0, 4, now(), now())\
            """)
                .params(
                        destination,
                        due.request().value(),
                        due.payment().value(),
                        CHAIN,
                        address,
                        "0/" + Math.floorMod(destination.hashCode(), 1_000_000_000))
                .update();
        jdbc.sql("""
            insert into payments (id, purchase_request_ref_kind, purchase_request_id, seller_offer_ref_kind, seller_offer_id,
                buyer_id, seller_id, provider, status, currency, chain_id, token_address, token_decimals, amount, amount_units,
                platform_fee_bps, tolerance_bps, refund_address, payout_address, destination_id, destination_address, pay_by,
                version, position, created_at, updated_at)
            values (?, 'entity', ?, 'entity', ?, ?, ?, ?::payment_provider, 'pending', 'USDC', ?, ?, 6, 10, 10000000, 100, 0, ?,
                ?, ?, ?, now(), 0, 5, now(), now())\
            """)
                .params(
                        due.payment().value(),
                        due.request().value(),
                        offer,
                        buyer,
                        seller,
                        provider.wire(),
                        CHAIN,
                        chain.usdc().value(),
                        address,
                        address,
                        destination,
                        address)
                .update();
        return due;
    }

    /** Everything that was sent has its confirmations and was told. */
    void confirmed() {
        chain.mine(CONFIRMATIONS);
        watcher.round();
        watcher.round();
    }

    String outcomes() {
        return String.join(
                ", ",
                jdbc.sql("select coalesce(outcome, 'none') || ' ' || times from provider_deliveries order by"
                                + " received_at")
                        .query(String.class)
                        .list());
    }

    static String hmac(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private UUID user(String role) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into users (id, role, status, auth_provider, email, display_name, version, position, created_at, updated_at)
            values (?, cast(? as user_role), 'active', 'email', 'sealed', 'sealed', 0, 1, now(), now())\
            """).params(id, role).update();
        return id;
    }

    record Due(PaymentId payment, PurchaseRequestId request, EvmAddress address) {
        RequestReference reference() {
            return RequestReference.of(payment, address);
        }
    }
}
