package io.amanat.app.money;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.deposit.JdbcDestinationAllocator;
import io.amanat.chain.evm.Receipt;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.testing.TestChain;
import io.amanat.chain.watch.ChainWatcher;
import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.custody.screening.ScreeningStatus;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.projection.story.Log;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A real node, the real watcher, the real aggregate and the real tables with all their constraints. */
final class MoneyScene implements AutoCloseable {
    static final int CONFIRMATIONS = 3;
    static final long CHAIN = 31337;
    static final int TOLERANCE_BPS = 100;
    static final int FEE_BPS = 250;

    final TestChain chain = TestChain.shared();
    final Asset usdc = new Asset(CHAIN, chain.usdc(), Currency.USDC, 6);
    final Asset usdt = new Asset(CHAIN, chain.usdt(), Currency.USDT, 6);
    final ReadModel tables;
    final Payments payments;

    private final TestDatabase database = TestDatabase.create();
    private final ChainWatcher watcher;
    private final JdbcDestinationAllocator allocator;
    private int stories;

    /** Both local tokens are allowed, and {@code more}. The safety check has tests of its own; here it stands in nobody's way. */
    MoneyScene(Asset... more) {
        this((_, _) -> everythingPasses(), more);
    }

    /** With a safety check that is made of the scene's tables and its aggregates. */
    MoneyScene(BiFunction<DataSource, CommandSender, ScreeningGate> gate, Asset... more) {
        List<Asset> allowed = new ArrayList<>(List.of(usdc, usdt));
        allowed.addAll(Arrays.asList(more));
        AllowedTokens tokens = new AllowedTokens(CHAIN, allowed);
        JdbcClient jdbc = JdbcClient.create(database.app());
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.app());
        tables = new ReadModel(database);
        payments = new Payments(tables);
        allocator = new JdbcDestinationAllocator(new DepositAddresses(DevAccounts.DEPOSIT_XPUB), jdbc, transactions);
        watcher = new ChainWatcher(
                chain.client(),
                new ChainIdentity(chain.client(), tokens),
                tokens,
                jdbc,
                transactions,
                payments,
                gate.apply(database.app(), payments),
                () -> CONFIRMATIONS,
                Clock.systemUTC());
        watcher.round();
    }

    private static ScreeningGate everythingPasses() {
        ScreeningRules rules = new ScreeningRules(RuleEngine.CURRENT, List.of(), List.of(), List.of(), 1_000, 24, 0);
        return new ScreeningGate(
                (transfer, _) -> ScreeningInputs.unanswered(transfer.from(), transfer.amount(), "test"),
                rules,
                (_, _) -> ScreeningStatus.PASSED);
    }

    /** A payment of this price whose buyer may pay now. */
    Paid due(AssetAmount due) {
        Story story = new Story(++stories).accepted();
        story.then(story.allocated());
        tables.apply(story.events());
        payments.know(story);
        EvmAddress address =
                allocator.allocate(story.payment, story.request, CHAIN).address();
        EscrowTerms terms = new EscrowTerms(
                story.request,
                story.offer,
                story.buyer,
                story.seller,
                PaymentProvider.AMN_SCANNER,
                due,
                FEE_BPS,
                TOLERANCE_BPS,
                Story.address(0xA1),
                Story.address(0xA2),
                story.destination,
                address,
                Log.START.plus(Duration.ofDays(1)));
        Paid paid = new Paid(this, story, address, due.asset());
        paid.tell(new OpenPayment(story.payment, terms));
        return paid;
    }

    /** As the app's role. */
    DataSource source() {
        return database.app();
    }

    void tell(PaymentCommand command, Story story) {
        payments.send(command, Origin.system("test", story.request));
    }

    Receipt mined(String transaction) {
        chain.mine(1);
        return chain.client().receipt(transaction).orElseThrow();
    }

    /** What was sent is in a block and was seen, no more. */
    void seen() {
        chain.mine(1);
        watcher.round();
    }

    /** Everything that was sent has its confirmations. */
    void confirmed() {
        chain.mine(CONFIRMATIONS + 1);
        watcher.round();
        watcher.round();
    }

    void look() {
        watcher.round();
    }

    @Override
    public void close() {
        tables.close();
        database.close();
    }
}
