package io.amanat.app.money;

import io.amanat.chain.ChainSettings;
import io.amanat.chain.Chains;
import io.amanat.chain.Nodes;
import io.amanat.chain.RpcEndpoint;
import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.payout.JdbcCustodyGateway;
import io.amanat.chain.payout.PayoutWorker;
import io.amanat.chain.payout.ReplacingRules;
import io.amanat.chain.reconcile.ReconcileConfiguration;
import io.amanat.contract.custody.CustodyTransferEvent.CustodyTransferInstructed;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.MakeEscrowReleasable;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentCommand.SettleEscrow;
import io.amanat.contract.reconciliation.Reconciliations;
import io.amanat.projection.story.Story;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hot account with money, the worker that pays from it, and the reconciliation as the application has it. */
final class Custody implements AutoCloseable {
    private static final Set<String> STANDING = Set.of("gas", "reserve");

    private final MoneyScene scene;
    private final JdbcClient jdbc;
    private final Signer hot;
    private final AllowedTokens tokens;
    private final AnnotationConfigApplicationContext context;

    Custody(MoneyScene scene) {
        this.scene = scene;
        this.jdbc = JdbcClient.create(scene.source());
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.hot = new InMemorySigner(Credentials.create(HexFormat.of().formatHex(key)));
        this.tokens = new AllowedTokens(MoneyScene.CHAIN, List.of(scene.usdc, scene.usdt));
        this.context = new AnnotationConfigApplicationContext();
        scene.chain.endow(hot.address());
        freshAddresses();
        ChainSettings settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("amanat.chain", ChainSettings.class);
        context.registerBean(Chains.class, () -> new Chains(List.of(new Chains.Chain(settings, tokens, List.of(hot)))));
        context.registerBean(
                Nodes.class, () -> new Nodes(List.of(new RpcEndpoint(scene.chain.rpcUrl(), MoneyScene.CHAIN))));
        context.registerBean(DataSource.class, scene::source);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(scene.source()));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.register(ReconcileConfiguration.class);
        context.refresh();
    }

    /** Deposit addresses from here on that no other test has ever paid to: the chain is shared, the tables are not. */
    private void freshAddresses() {
        DepositAddresses addresses = new DepositAddresses(DevAccounts.DEPOSIT_XPUB);
        int from = 1_000_000 + new SecureRandom().nextInt(1_000_000_000);
        jdbc.sql("insert into derivation_indices (payment_id, request_id, chain_id, account_xpub_fingerprint,"
                        + " derivation_index, address) values (?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        MoneyScene.CHAIN,
                        addresses.accountFingerprint(),
                        from,
                        addresses.at(from).value())
                .update();
    }

    Signer hot() {
        return hot;
    }

    /** The whole way out: the trade is done, the seller's part is paid and final on the chain, and is booked. */
    void release(Paid paid) {
        instruct(paid);
        round(Duration.ZERO);
        scene.chain.mine(MoneyScene.CONFIRMATIONS);
        round(Duration.ZERO);
        paid.tell(new RecordLegSettled(
                paid.story().payment, paid.story().release, paid.story().hash(900)));
    }

    /** As far as the table of payouts. */
    void instruct(Paid paid) {
        Story story = paid.story();
        paid.tell(new MakeEscrowReleasable(story.payment));
        paid.tell(new SettleEscrow(story.payment, story.release));
        TransferInstruction instruction = new TransferInstruction(
                story.payment,
                story.request,
                story.buyer,
                story.seller,
                TransferKind.RELEASE,
                story.seller,
                Story.address(0xA2),
                scene.usdc.amount("97.5"));
        scene.tables.apply(story.add(new CustodyTransferInstructed(story.release, instruction, false)));
        new JdbcCustodyGateway(jdbc).submit(story.release, 1, instruction);
    }

    /** A round of the worker, so much later. */
    void round(Duration later) {
        new PayoutWorker(
                        scene.chain.client(),
                        new ChainIdentity(scene.chain.client(), tokens),
                        tokens,
                        List.of(hot),
                        scene.source(),
                        (command, origin) ->
                                command instanceof PaymentCommand ? scene.payments.send(command, origin) : "done",
                        () -> MoneyScene.CONFIRMATIONS,
                        new ReplacingRules(Duration.ofMinutes(3), BigInteger.TEN.pow(12)),
                        Clock.offset(Clock.systemUTC(), later))
                .round();
    }

    /** Whether it was signed, and how far it is. */
    String state(Paid paid) {
        return jdbc.sql("select state || case when raw_transaction is null then ' unsigned' else ' signed' end"
                        + " from custody_transactions where transfer_id = ?")
                .param(paid.story().release.value())
                .query(String.class)
                .single();
    }

    /** The very bytes that were sent before. */
    void sendAgain(Paid paid) {
        byte[] raw = jdbc.sql("select raw_transaction from custody_transactions where transfer_id = ?")
                .param(paid.story().release.value())
                .query(byte[].class)
                .single();
        scene.chain.client().send("0x" + HexFormat.of().formatHex(raw));
        scene.seen();
    }

    JsonNode report() {
        UUID id = UUID.randomUUID();
        context.getBean(Reconciliations.class).run(id, null, "system:test");
        return JsonMapper.shared()
                .readTree(jdbc.sql("select to_jsonb(r)::text from reconciliation_reports r where id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    /** What is owed in USDC by the proof of this report, and in how many leaves. */
    String owed(JsonNode report) {
        return jdbc.sql("select total_units || ' in ' || leaves from solvency_proofs where report_id = ?::uuid and"
                        + " token_address = ?")
                .params(report.get("id").asString(), scene.usdc.contract().value())
                .query(String.class)
                .single();
    }

    /** Kind and difference of every alarm. */
    static List<String> alarms(JsonNode report) {
        return lines(report, true);
    }

    /** The same of everything that is explained, the float and the gas left out. */
    static List<String> explained(JsonNode report) {
        return lines(report, false);
    }

    private static List<String> lines(JsonNode report, boolean alarm) {
        return report.get("lines")
                .valueStream()
                .filter(line -> line.get("alarm").asBoolean() == alarm)
                .filter(line -> alarm || !STANDING.contains(line.get("kind").asString()))
                .map(line -> line.get("kind").asString() + " "
                        + line.get("differenceUnits").asString())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
