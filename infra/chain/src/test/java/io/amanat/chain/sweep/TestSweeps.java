package io.amanat.chain.sweep;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.custody.TransactionRequest;
import io.amanat.chain.evm.FeeQuote;
import io.amanat.chain.payout.PayoutWorker;
import io.amanat.chain.payout.ReplacingRules;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.Sweeps.Handed;
import io.amanat.contract.custody.Sweeps.Taken;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/**
 * The sweeps of the shared chain as the app makes them, and the operator with the device. Each call makes everything anew: all that is
 * known is in the tables.
 */
public final class TestSweeps {

    public static final int CONFIRMATIONS = 3;
    public static final long CHAIN = 31337;
    public static final String PLANNER = "user:planner";

    private static final BigInteger MAX_FEE_WEI = BigInteger.TEN.pow(12);
    private static final Duration SIGN_WITHIN = Duration.ofHours(24);

    private final TestChain chain = TestChain.shared();
    private final DataSource source;
    private final JdbcClient jdbc;
    private final AllowedTokens tokens;
    private final Signer hot;
    private final CommandSender sender;
    private Duration ahead = Duration.ZERO;

    public TestSweeps(DataSource source, List<Asset> assets, Signer hot, CommandSender sender) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.tokens = new AllowedTokens(CHAIN, assets);
        this.hot = hot;
        this.sender = sender;
    }

    /** As the API shows it to the operator. */
    public record Offered(
            UUID id,
            EvmAddress from,
            String path,
            long nonce,
            BigInteger tip,
            BigInteger maxFee,
            BigInteger gasLimit,
            EvmAddress to,
            String data) {

        RawTransaction raw() {
            return raw(CHAIN, data);
        }

        RawTransaction raw(long chainId, String otherData) {
            return RawTransaction.createTransaction(
                    chainId, BigInteger.valueOf(nonce), gasLimit, to.value(), BigInteger.ZERO, otherData, tip, maxFee);
        }
    }

    /** Signed on the device: nothing of it is shared with the code that checks. */
    public static Handed signed(Offered offered, Credentials key) {
        return signed(offered.id(), offered.raw(), key);
    }

    /** The same with a key that only its signer knows. */
    public static Handed signed(Offered offered, Signer key) {
        return new Handed(
                offered.id(),
                key.sign(new TransactionRequest(
                                CHAIN,
                                offered.nonce(),
                                offered.to(),
                                offered.data(),
                                offered.gasLimit().longValueExact(),
                                new FeeQuote(offered.maxFee(), offered.tip())))
                        .raw());
    }

    static Handed signed(UUID sweep, RawTransaction transaction, Credentials key) {
        return new Handed(sweep, Numeric.toHexString(TransactionEncoder.signMessage(transaction, key)));
    }

    public UUID plan() {
        UUID batch = UUID.randomUUID();
        planner().plan(batch, PLANNER);
        return batch;
    }

    SweepPlanner planner() {
        return new SweepPlanner(chain.client(), tokens, rules(), jdbc, new JdbcTransactionManager(source), clock());
    }

    public void approve(UUID batch) {
        batches().approve(batch, "user:guard", reason());
    }

    SweepBatches batches() {
        return new SweepBatches(jdbc, new JdbcTransactionManager(source), clock());
    }

    static PersonalText reason() {
        return PersonalText.of(new UserId(UUID.randomUUID()), "c2VhbGVk");
    }

    public List<Offered> offered(UUID batch) {
        return jdbc.sql("select * from sweep_transactions where batch_id = ? and state = 'unsigned' order by"
                        + " from_address, nonce")
                .param(batch)
                .query((row, _) -> new Offered(
                        row.getObject("id", UUID.class),
                        new EvmAddress(row.getString("from_address")),
                        row.getString("derivation_path"),
                        row.getLong("nonce"),
                        row.getBigDecimal("max_priority_fee_per_gas_wei").toBigIntegerExact(),
                        row.getBigDecimal("max_fee_per_gas_wei").toBigIntegerExact(),
                        BigInteger.valueOf(row.getLong("gas_limit")),
                        new EvmAddress(row.getString("token")),
                        row.getString("call_data")))
                .list();
    }

    public List<Taken> handBack(UUID batch, List<Handed> handed) {
        SweepHandBack desk = new SweepHandBack(new SweepGuard(jdbc), new SweepTable(CHAIN, jdbc), clock());
        return handed.stream()
                .map(one -> desk.take(batch, one, "user:operator"))
                .toList();
    }

    /** Of the worker that pays out and gives gas, and of the one that sweeps. */
    public void round() {
        payouts(source).round();
        worker(source).round();
    }

    SweepWorker worker(DataSource from) {
        return new SweepWorker(chain.client(), tokens, rules(), from, sender, () -> CONFIRMATIONS, clock());
    }

    PayoutWorker payouts(DataSource from) {
        return new PayoutWorker(
                chain.client(),
                new ChainIdentity(chain.client(), tokens),
                tokens,
                List.of(hot),
                from,
                sender,
                () -> CONFIRMATIONS,
                new ReplacingRules(Duration.ofMinutes(3), MAX_FEE_WEI),
                clock());
    }

    /** Rounds and blocks until whatever can be final is. */
    public void finish() {
        for (int i = 0; i < CONFIRMATIONS + 2; i++) {
            round();
            chain.mine(1);
        }
        round();
    }

    /** Rounds and blocks until everything that was approved waits for its signature. */
    public List<Offered> prepared(UUID batch) {
        for (int i = 0; i < 2; i++) {
            round();
            chain.mine(1);
        }
        round();
        return offered(batch);
    }

    /** Moves the workers' clock. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    private Clock clock() {
        return ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC);
    }

    SweepRules rules() {
        return new SweepRules(
                hot.address(),
                Map.of(Currency.USDC, BigDecimal.valueOf(3_000), Currency.USDT, BigDecimal.valueOf(3_000)),
                10,
                2,
                MAX_FEE_WEI,
                SweepSettings.OfChain.ACCOUNT_PATH,
                SIGN_WITHIN,
                100);
    }

    String state(UUID sweep) {
        return column(sweep, "state");
    }

    String column(UUID sweep, String name) {
        return jdbc.sql("select coalesce(" + name + "::text, 'null') from sweep_transactions where id = ?")
                .param(sweep)
                .query(String.class)
                .single();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
