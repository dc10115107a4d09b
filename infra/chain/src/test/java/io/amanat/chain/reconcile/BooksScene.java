package io.amanat.chain.reconcile;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.local.DevWallet;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.DecimalText;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Books as projections and watcher would have written them, beside a real chain on which the coins really are. */
final class BooksScene {
    static final long CHAIN = 31337;

    final TestChain chain = TestChain.shared();
    final JdbcClient jdbc;
    final JdbcClient owner;
    final Signer hot = new InMemorySigner(Credentials.create(random(32)));
    final Reconciler reconciler;
    final ReportStore store;

    private final EvmAddress token;
    private final DataSource source;
    private int index;

    BooksScene(TestDatabase database) {
        this(database, TestChain.shared().usdc());
    }

    /** Of which the buyer has enough, and with six decimals. */
    BooksScene(TestDatabase database, EvmAddress token) {
        this.token = token;
        jdbc = database.jdbc();
        owner = JdbcClient.create(database.owner());
        source = database.app();
        store = new ReportStore(source, new JdbcTransactionManager(source));
        reconciler = looking(3);
    }

    /** One that looks so long that what is being written is written. */
    Reconciler patient() {
        return looking(500);
    }

    private Reconciler looking(int looks) {
        AllowedTokens tokens = new AllowedTokens(CHAIN, List.of(new Asset(CHAIN, token, Currency.USDC, 6)));
        JdbcClient client = JdbcClient.create(source);
        return new Reconciler(
                new BooksReader(tokens, List.of(hot.address()), client, new JdbcTransactionManager(source)),
                new ChainAsker(chain.client(), new HotAccounts(chain.client(), client)),
                new Evidence(chain.client(), client),
                store,
                new ReconcileSettings(Duration.ofMinutes(1), looks, Duration.ofMillis(20)),
                new SecureRandom(),
                Clock.systemUTC());
    }

    /** A payment with the key of its address, which the platform never has. */
    record Paid(UUID payment, UUID request, Signer address) {}

    /** The watcher has read up to the newest block; a report is made. */
    JsonNode report() {
        Block head = chain.client().head();
        jdbc.sql("""
            insert into chain_checkpoints (chain_id, block_number, block_hash, observed_at) values (?, ?, ?, ?)
            on conflict (chain_id) do update set block_number = excluded.block_number, block_hash = excluded.block_hash\
            """)
                .params(CHAIN, head.number(), head.hash(), Timestamp.from(head.timestamp()))
                .update();
        return reportAgain();
    }

    JsonNode reportAgain() {
        UUID id = UUID.randomUUID();
        reconciler.run(id, "system:test");
        return JsonMapper.builder()
                .build()
                .readTree(jdbc.sql("select to_jsonb(r)::text from reconciliation_reports r where id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    static List<JsonNode> alarms(JsonNode report) {
        return report.get("lines")
                .valueStream()
                .filter(line -> line.get("alarm").asBoolean())
                .toList();
    }

    static List<JsonNode> lines(JsonNode report, Line.Kind kind) {
        return report.get("lines")
                .valueStream()
                .filter(line -> line.get("kind").asString().equals(kind.wire()))
                .toList();
    }

    /** Paid on the chain, seen, told, held and in the ledger. */
    Paid funded(long units) {
        Paid paid = opened();
        pay(paid, units, "confirmed");
        book(paid, "payment_detected", "external", "clearing", units, "payment.transfer-detected.v1");
        book(paid, "hold", "clearing", "escrow", units, "payment.funds-held.v1");
        held(paid, units);
        return paid;
    }

    void held(Paid paid, long units) {
        jdbc.sql("update payments set held_units = ?, held_amount = ? where id = ?")
                .params(units, BigDecimal.valueOf(units, 6), paid.payment())
                .update();
    }

    /** Coins arrive on the chain, and the watcher has seen them. */
    void pay(Paid paid, long units, String state) {
        Receipt receipt = chain.pay(token, paid.address().address(), BigInteger.valueOf(units));
        TokenTransfer transfer = receipt.transfers().getFirst();
        jdbc.sql("""
            insert into chain_observations (chain_id, tx_hash, log_index, block_number, block_hash, block_time, token,
                from_address, to_address, amount, state) values (?, ?, ?, ?, ?, now(), ?, ?, ?, ?, ?)\
            """)
                .params(
                        CHAIN,
                        transfer.transactionHash(),
                        transfer.logIndex(),
                        transfer.blockNumber(),
                        transfer.blockHash(),
                        transfer.token().value(),
                        transfer.from().value(),
                        transfer.to().value(),
                        units,
                        state)
                .update();
    }

    /** A custody transfer to the seller that the worker has sent; the coins leave the hot account on the chain. */
    UUID payout(Paid paid, long units, String state) {
        UUID id = UUID.randomUUID();
        String to = "0x" + random(20);
        String hash = new DevWallet(chain.client(), hot).transfer(token, new EvmAddress(to), BigInteger.valueOf(units));
        chain.mine(1);
        Receipt receipt = chain.client().receipt(hash).orElseThrow();
        jdbc.sql("""
            insert into custody_transfers (id, payment_id, purchase_request_id, buyer_id, seller_id, beneficiary_id, kind,
                status, guard_required, to_address, currency, chain_id, token_address, token_decimals, amount, amount_units,
                version, position, created_at, updated_at)
            select ?, id, purchase_request_id, buyer_id, seller_id, seller_id, 'release', 'approved', false, ?, currency,
                chain_id, token_address, token_decimals, ?, ?, 0, 9, now(), now() from payments where id = ?\
            """)
                .params(id, to, BigDecimal.valueOf(units, 6), units, paid.payment())
                .update();
        jdbc.sql("""
            insert into custody_transactions (transfer_id, chain_id, from_account, nonce, to_address, token, amount,
                raw_transaction, tx_hash, state, request_id, told)
            values (?, ?, ?, ?, ?, ?, ?, '\\x00', ?, 'broadcast', ?, 'broadcast')\
            """)
                .params(
                        id,
                        CHAIN,
                        hot.address().value(),
                        chain.client().minedNonce(hot.address()) - 1,
                        to,
                        token.value(),
                        units,
                        hash,
                        paid.request())
                .update();
        if (!state.equals("broadcast")) {
            jdbc.sql("update custody_transactions set state = ?, mined_block_number = ?, mined_block_hash = ? where"
                            + " transfer_id = ?")
                    .params(state, receipt.blockNumber(), receipt.blockHash(), id)
                    .update();
        }
        return id;
    }

    void becameFinal(UUID transfer, long block) {
        jdbc.sql("update custody_transactions set state = 'final', mined_block_number = ?, mined_block_hash = tx_hash"
                        + " where transfer_id = ?")
                .params(block, transfer)
                .update();
    }

    /** A ledger entry with the event that it follows from. */
    UUID book(Paid paid, String type, String debit, String credit, long units, String eventType) {
        UUID id = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        String amount = "{\"amount\":{\"amount\":\"" + DecimalText.of(BigInteger.valueOf(units), 6) + "\"}}";
        String payload = eventType.contains("detected") ? "{\"transfer\":" + amount + "}" : amount;
        long position = jdbc.sql("""
            insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type,
                payload, meta_data, time_stamp)
            values (?, ?, (select count(*) from domain_event_entry where aggregate_identifier = ?), 'Payment', ?, ?,
                convert_to('{"actor":"system:test","correlationId":"x"}', 'UTF8'), '2026-01-01T00:00:00.000Z')
            returning global_index\
            """)
                .params(
                        event.toString(),
                        paid.payment().toString(),
                        paid.payment().toString(),
                        eventType,
                        payload.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
        jdbc.sql("""
            insert into funds_ledger_entries (id, entry_type, payment_id, purchase_request_ref_kind, purchase_request_id,
                debit_account, credit_account, currency, chain_id, token_address, token_decimals, amount, amount_units, actor,
                event_id, event_type, position, ordinal, reason, occurred_at, created_at, updated_at)
            select ?, cast(? as funds_ledger_entry_type), id, 'entity', purchase_request_id, cast(? as ledger_account),
                cast(? as ledger_account), currency, chain_id, token_address, token_decimals, ?, ?, 'system:test', ?, ?, ?, 0, ?,
                now(), now(), now() from payments where id = ?\
            """)
                .params(
                        id,
                        type,
                        debit,
                        credit,
                        BigDecimal.valueOf(units, 6),
                        units,
                        event,
                        eventType,
                        position,
                        type.equals("adjustment") ? "reorg" : null,
                        paid.payment())
                .update();
        return id;
    }

    /** What a thief with the owner's password can do: the app's role cannot. */
    void tamper(String sql, Object... params) {
        owner.sql("alter table amanat_read.funds_ledger_entries disable trigger user")
                .update();
        owner.sql(sql).params(params).update();
        owner.sql("alter table amanat_read.funds_ledger_entries enable trigger user")
                .update();
    }

    Paid opened() {
        UUID buyer = user("buyer");
        UUID seller = user("seller");
        Paid paid = new Paid(UUID.randomUUID(), UUID.randomUUID(), new InMemorySigner(Credentials.create(random(32))));
        UUID offer = UUID.randomUUID();
        UUID destination = UUID.randomUUID();
        String address = paid.address().address().value();
        chain.anvil().setBalanceWei(paid.address().address(), BigInteger.TEN.pow(18));
        jdbc.sql("""
            insert into purchase_requests (id, buyer_id, title, description, product_type, budget_min, budget_max, urgency,
                quantity, status, version, position, created_at, updated_at)
            values (?, ?, 'sealed', 'sealed', 'service', 0, 10, 'low', 1, 'pending', 0, 2, now(), now())\
            """).params(paid.request(), buyer).update();
        jdbc.sql("""
            insert into seller_offers (id, purchase_request_id, seller_id, price, currency, delivery_days, payout_address, status,
                version, position, created_at, updated_at) values (?, ?, ?, 10, 'USDC', 3, ?, 'accepted', 1, 3, now(), now())\
            """).params(offer, paid.request(), seller, address).update();
        jdbc.sql("""
            insert into derivation_indices (payment_id, account_xpub_fingerprint, derivation_index, chain_id, request_id, address)
            values (?, 'abcd', ?, ?, ?, ?)\
            """)
                .params(paid.payment(), index, CHAIN, paid.request(), address)
                .update();
        jdbc.sql("""
            insert into derived_destinations (id, purchase_request_ref_kind, purchase_request_id, payment_id, chain_id, address,
                account_fingerprint, derivation_path, status, version, position, created_at, updated_at)
            values (?, 'entity', ?, ?, ?, ?, 'abcd', ?, 'active', 0, 4, now(), now())\
            """)
                .params(destination, paid.request(), paid.payment(), CHAIN, address, "0/" + index++)
                .update();
        jdbc.sql("""
            insert into payments (id, purchase_request_ref_kind, purchase_request_id, seller_offer_ref_kind, seller_offer_id,
                buyer_id, seller_id, provider, status, currency, chain_id, token_address, token_decimals, amount, amount_units,
                platform_fee_bps, tolerance_bps, refund_address, payout_address, destination_id, destination_address, pay_by,
                version, position, created_at, updated_at)
            values (?, 'entity', ?, 'entity', ?, ?, ?, 'amn.scanner', 'confirmed', 'USDC', ?, ?, 6, 10, 10000000, 100, 0, ?, ?, ?,
                ?, now(), 0, 5, now(), now())\
            """)
                .params(
                        paid.payment(),
                        paid.request(),
                        offer,
                        buyer,
                        seller,
                        CHAIN,
                        token.value(),
                        address,
                        address,
                        destination,
                        address)
                .update();
        return paid;
    }

    UUID user(String role) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into users (id, role, status, auth_provider, email, display_name, version, position, created_at, updated_at)
            values (?, cast(? as user_role), 'active', 'email', 'sealed', 'sealed', 0, 1, now(), now())\
            """).params(id, role).update();
        return id;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
