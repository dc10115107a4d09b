package io.amanat.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.custody.Signer;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.testing.MisbehavingNode;
import io.amanat.chain.testing.SentCommands;
import io.amanat.chain.testing.TestChain;
import io.amanat.chain.testing.TestTools;
import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.saga.port.ChainWatch;
import io.amanat.saga.port.CustodyGateway;
import io.amanat.saga.port.DestinationAllocator;
import io.amanat.testkit.TestDatabase;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.node.ObjectNode;

class ChainConfigurationTest {

    private static final BigInteger AMOUNT = new BigInteger("125500000");

    private final TestDatabase database = TestDatabase.create();
    private final TestChain chain = TestChain.shared();
    private final SentCommands sent = new SentCommands();
    private final Map<String, Object> properties = new HashMap<>();

    ChainConfigurationTest(@TempDir Path folder) {
        properties.put("amanat.chain.keystore", folder.resolve("hot.json").toString());
        properties.put("amanat.chain.confirmations", "2");
        properties.put("amanat.chain.poll-interval", "50ms");
        properties.put("amanat.chain.call-timeout", "2s");
        properties.put("amanat.screening.amount-max.USDC", "1000000");
        properties.put("amanat.screening.window-amount-max.USDC", "1000000");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void withAChain_moneyComesInAndGoesOut_andItStopsQuickly() {
        AnnotationConfigApplicationContext context = started(chain.rpcUrl(), 31337);
        AllowedTokens tokens = context.getBean(AllowedTokens.class);
        chain.endow(context.getBean(Signer.class).address());
        // before an address is handed out: other tests' money to the same one lies below the head
        await().atMost(Duration.ofSeconds(20))
                .until(() -> observedUntil(context).isAfter(Instant.EPOCH));
        PaymentId payment = new PaymentId(UUID.randomUUID());
        PurchaseRequestId request = new PurchaseRequestId(UUID.randomUUID());
        EvmAddress deposit = context.getBean(DestinationAllocator.class)
                .allocate(payment, request, 31337)
                .address();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> observedUntil(context).isAfter(Instant.EPOCH));

        chain.pay(chain.usdc(), deposit, AMOUNT);
        CustodyTransferId transfer = new CustodyTransferId(UUID.randomUUID());
        context.getBean(CustodyGateway.class).submit(transfer, 1, instruction(tokens, payment, request));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            chain.mine(1);
            assertThat(sent.all(ConfirmTransfer.class)).hasSize(1);
            assertThat(sent.all(RecordFinal.class)).hasSize(1);
        });
        assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        assertThat(health(context).getDetails()).containsEntry("pendingPayouts", 0L);

        long begin = System.nanoTime();
        context.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void withoutAChain_addressesAreHandedOutAndPayoutsQueue() {
        try (AnnotationConfigApplicationContext context = started(null, 31337)) {
            PaymentId payment = new PaymentId(UUID.randomUUID());
            PurchaseRequestId request = new PurchaseRequestId(UUID.randomUUID());
            context.getBean(DestinationAllocator.class).allocate(payment, request, 31337);
            context.getBean(CustodyGateway.class)
                    .submit(
                            new CustodyTransferId(UUID.randomUUID()),
                            1,
                            instruction(context.getBean(AllowedTokens.class), payment, request));

            assertThat(observedUntil(context)).isEqualTo(Instant.EPOCH);
            assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(health(context).getDetails().get("chain")).asString().startsWith("No chain is configured");
        }
    }

    @Test
    void aNodeThatIsDownKeepsNothingFromStarting() throws IOException {
        try (AnnotationConfigApplicationContext context = started("http://127.0.0.1:" + TestTools.freePort(), 31337)) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> health(context).getStatus().equals(Status.DOWN));
            assertThat(health(context).getDetails()).containsKeys("blind", "blindSince");
        }
    }

    @Test
    void aFurtherNodeThatContradictsIsSaidInHealth_andItGoesOnByItself() {
        try (MisbehavingNode further = new MisbehavingNode(chain.rpcUrl())) {
            properties.put("amanat.chain-watch.further-rpc-urls.31337[0]", further.url());
            try (AnnotationConfigApplicationContext context = started(chain.rpcUrl(), 31337)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> observedUntil(context).isAfter(Instant.EPOCH));
                further.changes(List.of("eth_getBlockByNumber"), answer -> {
                    ((ObjectNode) answer.path("result")).put("hash", "0x" + "ab".repeat(32));
                    return answer;
                });
                chain.mine(1);
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> health(context).getStatus().equals(Status.DOWN));
                assertThat(health(context).getDetails().get("blind"))
                        .asString()
                        .contains("Nothing is credited until they agree");
                further.behave();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> health(context).getStatus().equals(Status.UP));
            }
        }
    }

    @Test
    void aFurtherNodeOfAChainThatIsNotConfiguredEndsTheStartInOneSentence() {
        properties.put("amanat.chain-watch.further-rpc-urls.31338[0]", chain.rpcUrl());

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> started(chain.rpcUrl(), 31337))
                .havingRootCause()
                .isInstanceOf(ChainMisconfigured.class)
                .withMessageContaining("names chains [31338], but the chains are [31337]");
    }

    @Test
    void wrongDecimalsEndTheStartInOneSentence() {
        properties.put("amanat.chain.assets[0].contract", chain.usdc().value());
        properties.put("amanat.chain.assets[0].currency", "USDC");
        properties.put("amanat.chain.assets[0].decimals", "18");

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> started(chain.rpcUrl(), 31337))
                .havingRootCause()
                .isInstanceOf(ChainMisconfigured.class)
                .withMessageContaining("has 6 decimals on chain 31337, but 18 are configured");
    }

    @Test
    void anotherChainEndsTheStartInOneSentence() {
        properties.put("amanat.chain.chain-id", "1");
        properties.put("amanat.chain.deposit-xpub", DevAccounts.DEPOSIT_XPUB);
        properties.put("amanat.chain.assets[0].contract", chain.usdc().value());
        properties.put("amanat.chain.assets[0].currency", "USDC");
        properties.put("amanat.chain.assets[0].decimals", "6");

        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> started(chain.rpcUrl(), 1))
                .havingRootCause()
                .isInstanceOf(ChainMisconfigured.class)
                .withMessageContaining("The node is on chain 31337, but the configured chain is 1");
    }

    private AnnotationConfigApplicationContext started(String url, long chainId) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        DataSource source = database.app();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(CommandSender.class, () -> sent);
        context.registerBean(Clock.class, Clock::systemUTC);
        if (url != null) {
            context.registerBean(RpcEndpoint.class, () -> new RpcEndpoint(url, chainId));
        }
        context.register(ChainConfiguration.class);
        context.refresh();
        return context;
    }

    private static Health health(AnnotationConfigApplicationContext context) {
        HealthContributor first = Objects.requireNonNull(context.getBean(CompositeHealthContributor.class)
                .getContributor("" + context.getBean(Chains.class).first().id()));
        return ((HealthIndicator) first).health();
    }

    private static Instant observedUntil(AnnotationConfigApplicationContext context) {
        return context.getBean(ChainWatch.class).observedUntil(31337);
    }

    private static TransferInstruction instruction(AllowedTokens tokens, PaymentId payment, PurchaseRequestId request) {
        return new TransferInstruction(
                payment,
                request,
                new UserId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                TransferKind.RELEASE,
                new UserId(UUID.randomUUID()),
                new EvmAddress("0x" + "c1".repeat(20)),
                tokens.assets().stream()
                        .filter(asset -> asset.currency() == Currency.USDT)
                        .findFirst()
                        .orElseThrow()
                        .units(AMOUNT));
    }
}
