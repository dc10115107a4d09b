package io.amanat.chain.payout;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.testing.OddToken;
import io.amanat.chain.testing.SentCommands;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.web3j.crypto.Credentials;

/** A hot account of its own with 10 million of each token, on the real chain; {@link #restarted()} knows only what is in the table. */
final class PayoutScene {

    static final int CONFIRMATIONS = 3;
    static final long CHAIN = 31337;
    static final Duration REPLACE_AFTER = Duration.ofMinutes(3);
    static final BigInteger MAX_FEE_WEI = BigInteger.TEN.pow(12);

    final TestChain chain = TestChain.shared();
    final SentCommands sent = new SentCommands();
    final String key = random(32);
    final Signer hot = new InMemorySigner(Credentials.create(key));
    final Asset usdc = new Asset(CHAIN, chain.usdc(), Currency.USDC, 6);
    final Asset usdt = new Asset(CHAIN, chain.usdt(), Currency.USDT, 6);
    final JdbcClient jdbc;
    final JdbcCustodyGateway gateway;

    /** Behaves oddly when it is told to; 18 decimals. */
    final OddToken oddToken = OddToken.deploy(chain, 18);

    final Asset odd = new Asset(CHAIN, oddToken.address(), Currency.USDT, 18);

    private final AllowedTokens tokens = new AllowedTokens(CHAIN, List.of(usdc, usdt, odd));
    /** The accounts of the workers that are made from now on. */
    List<Signer> signers = List.of(hot);

    private final DataSource source;
    private final long firstBlock;
    private Duration ahead = Duration.ZERO;

    PayoutScene(TestDatabase database) {
        source = database.app();
        jdbc = JdbcClient.create(source);
        gateway = new JdbcCustodyGateway(jdbc);
        chain.endow(hot.address());
        oddToken.mint(hot.address(), BigInteger.TEN.pow(25));
        firstBlock = chain.client().headNumber();
    }

    /** One more hot account, with coins and tokens. */
    Signer another() {
        Signer another = new InMemorySigner(Credentials.create(random(32)));
        chain.endow(another.address());
        signers = Stream.concat(signers.stream(), Stream.of(another)).toList();
        return another;
    }

    PayoutWorker restarted() {
        return with(chain.client());
    }

    PayoutWorker with(EvmClient client) {
        return with(client, new ReplacingRules(REPLACE_AFTER, MAX_FEE_WEI));
    }

    PayoutWorker with(EvmClient client, ReplacingRules rules) {
        return new PayoutWorker(
                client,
                new ChainIdentity(client, tokens),
                tokens,
                signers,
                source,
                sent,
                () -> CONFIRMATIONS,
                rules,
                ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC));
    }

    Ordered order(Asset asset, long units) {
        return order(asset, BigInteger.valueOf(units), new EvmAddress("0x" + random(20)));
    }

    Ordered order(Asset asset, BigInteger units, EvmAddress to) {
        Ordered ordered = new Ordered(
                new CustodyTransferId(UUID.randomUUID()),
                new TransferInstruction(
                        new PaymentId(UUID.randomUUID()),
                        new PurchaseRequestId(UUID.randomUUID()),
                        new UserId(UUID.randomUUID()),
                        new UserId(UUID.randomUUID()),
                        TransferKind.RELEASE,
                        new UserId(UUID.randomUUID()),
                        to,
                        asset.units(units)));
        submit(ordered);
        return ordered;
    }

    /** Moves the workers' clock. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Rounds and blocks until whatever can be final is. */
    void finish(PayoutWorker worker) {
        for (int i = 0; i < CONFIRMATIONS + 2; i++) {
            worker.round();
            chain.mine(1);
        }
        worker.round();
    }

    /** As after a guard's retry. */
    void retry(Ordered ordered) {
        gateway.submit(ordered.id(), 2, ordered.instruction());
    }

    void submit(Ordered ordered) {
        gateway.submit(ordered.id(), 1, ordered.instruction());
    }

    /** Every transfer on the chain to this one's recipient. */
    List<TokenTransfer> onChain(Ordered ordered) {
        return chain.client()
                .transfers(
                        firstBlock,
                        chain.client().headNumber(),
                        tokens.contracts(),
                        List.of(ordered.instruction().to()));
    }

    String state(Ordered ordered) {
        return column(ordered, "state");
    }

    String column(Ordered ordered, String name) {
        return jdbc.sql("select " + name + "::text from custody_transactions where transfer_id = ?")
                .param(ordered.id().value())
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }

    void rested() {
        jdbc.sql("update custody_transactions set retry_at = now() where retry_at is not null")
                .update();
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    record Ordered(CustodyTransferId id, TransferInstruction instruction) {}
}
