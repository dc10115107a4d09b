package io.amanat.chain.watch;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.deposit.JdbcDestinationAllocator;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.screening.AddressLists;
import io.amanat.chain.screening.OwnScreening;
import io.amanat.chain.screening.ScreeningGate;
import io.amanat.chain.screening.SenderHistory;
import io.amanat.chain.screening.TransferScreening;
import io.amanat.chain.testing.SentCommands;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.Money;
import io.amanat.testkit.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A watcher on the real chain and a fresh database; {@link #restarted()} is one that knows only what is in the tables. */
final class WatchScene {

    static final int CONFIRMATIONS = 3;
    static final long CHAIN = 31337;

    /** What the threshold is now. */
    int confirmations = CONFIRMATIONS;

    final TestChain chain = TestChain.shared();
    final SentCommands sent = new SentCommands();
    final JdbcClient jdbc;
    final Asset usdc = new Asset(CHAIN, chain.usdc(), Currency.USDC, 6);
    final Asset usdt = new Asset(CHAIN, chain.usdt(), Currency.USDT, 6);
    final AddressLists lists;
    ScreeningRules rules = new ScreeningRules(
            RuleEngine.CURRENT,
            List.of(),
            List.of(Money.of("1000000", Currency.USDC), Money.of("1000000", Currency.USDT)),
            List.of(Money.of("1000000", Currency.USDC), Money.of("1000000", Currency.USDT)),
            1_000,
            24,
            0);
    final AllowedTokens tokens = new AllowedTokens(CHAIN, List.of(usdc, usdt));

    private @Nullable TransferScreening another;
    private final DataSource source;
    private final JdbcTransactionManager transactions;
    private final JdbcDestinationAllocator allocator;

    WatchScene(TestDatabase database) {
        source = database.app();
        jdbc = JdbcClient.create(source);
        transactions = new JdbcTransactionManager(source);
        lists = new AddressLists(source, transactions, Clock.systemUTC());
        allocator = new JdbcDestinationAllocator(new DepositAddresses(DevAccounts.DEPOSIT_XPUB), jdbc, transactions);
    }

    ChainWatcher restarted() {
        return with(chain.client());
    }

    ChainWatcher with(EvmClient client) {
        return with(client, FurtherNodes.none());
    }

    ChainWatcher with(EvmClient client, FurtherNodes further) {
        return new ChainWatcher(
                client,
                further,
                new ChainIdentity(client, tokens),
                tokens,
                jdbc,
                transactions,
                sent,
                new ScreeningGate(
                        another == null ? new OwnScreening(lists, new SenderHistory(jdbc), client) : another,
                        rules,
                        sent),
                () -> confirmations,
                Clock.systemUTC());
    }

    /** Asked by the watchers that are made from now on; null is our own again. */
    void screening(@Nullable TransferScreening next) {
        another = next;
    }

    Due newPayment() {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        PurchaseRequestId request = new PurchaseRequestId(UUID.randomUUID());
        return new Due(
                payment, request, allocator.allocate(payment, request, CHAIN).address());
    }

    record Due(PaymentId payment, PurchaseRequestId request, EvmAddress address) {}
}
