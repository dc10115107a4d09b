package io.amanat.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.amanat.chain.asset.ChainMisconfigured;
import io.amanat.chain.local.DevAccounts;
import io.amanat.chain.reconcile.ReconcileConfiguration;
import io.amanat.chain.testing.SentCommands;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.configuration.ConfigSettingId;
import io.amanat.contract.custody.CustodyTransferCommand.RecordFinal;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.reconciliation.Reconciliations;
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
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Two nodes of two chains. One of them stands still, and the other goes on. */
class TwoChainsTest {

    private static final long ONE = 31337;
    private static final long TWO = 31338;
    private static final BigInteger AMOUNT = BigInteger.valueOf(125_500_000);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.create();
    private final TestChain one = TestChain.shared();
    private final SentCommands sent = new SentCommands();
    private final Map<String, Object> properties = new HashMap<>();

    TwoChainsTest(@TempDir Path folder) {
        properties.put("amanat.chain.keystore", folder.resolve("hot.json").toString());
        properties.put(
                "amanat.chains[0].more-hot-accounts[0].keystore",
                folder.resolve("second.json").toString());
        properties.put("amanat.chains[0].chain-id", TWO);
        properties.put("amanat.chains[0].deposit-xpub", DevAccounts.DEPOSIT_XPUB);
        properties.put("amanat.chains[0].assets[0].contract", one.usdc().value());
        properties.put("amanat.chains[0].assets[0].currency", "USDC");
        properties.put("amanat.chains[0].assets[0].decimals", "6");
        for (String chain : List.of("amanat.chain", "amanat.chains[0]")) {
            properties.put(chain + ".confirmations", "2");
            properties.put(chain + ".poll-interval", "50ms");
            properties.put(chain + ".call-timeout", "1s");
        }
        properties.put("amanat.screening.amount-max.USDC", "1000000");
        properties.put("amanat.screening.window-amount-max.USDC", "1000000");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** What was asked of one chain. */
    private record Asked(long chainId, PaymentId payment, EvmAddress deposit, CustodyTransferId transfer) {}

    @Test
    void givenTwoChains_whenTheNodeOfOneStandsStill_thenTheOtherGoesOn_andItCatchesUpAfterwards() throws Exception {
        TestChain two = TestChain.another(TWO);
        properties.put("amanat.chains[0].rpc-url", two.rpcUrl());
        try (AnnotationConfigApplicationContext context = started()) {
            Chains chains = context.getBean(Chains.class);
            assertThat(chains.of(TWO).orElseThrow().signers())
                    .hasSize(2)
                    .startsWith(chains.first().signers().getFirst());
            chains.all()
                    .forEach(chain ->
                            chain.signers().forEach(signer -> (chain.id() == ONE ? one : two).endow(signer.address())));
            ChainWatch watch = context.getBean(ChainWatch.class);
            await().atMost(PATIENCE)
                    .until(() -> watch.observedUntil(ONE).isAfter(Instant.EPOCH)
                            && watch.observedUntil(TWO).isAfter(Instant.EPOCH));
            Asked first = asked(context, ONE);
            Asked second = asked(context, TWO);
            assertThat(first.deposit()).isNotEqualTo(second.deposit());
            two.pay(two.usdc(), second.deposit(), AMOUNT);

            signal("STOP", two.pid());
            try {
                one.pay(one.usdc(), first.deposit(), AMOUNT);
                submit(context, first);
                submit(context, second);
                await().atMost(PATIENCE).untilAsserted(() -> {
                    one.mine(1);
                    confirmedAndPaid(first);
                });
                assertThat(sent.all()).noneMatch(command -> about(second, command));
                await().atMost(PATIENCE).until(() -> health(context, TWO).equals(Status.DOWN));
                assertThat(health(context, ONE)).isEqualTo(Status.UP);
                report(context, ONE);
                assertThatExceptionOfType(RuleViolated.class).isThrownBy(() -> report(context, TWO));
            } finally {
                signal("CONT", two.pid());
            }
            await().atMost(PATIENCE).untilAsserted(() -> {
                two.mine(1);
                confirmedAndPaid(second);
            });
            await().atMost(PATIENCE).until(() -> health(context, TWO).equals(Status.UP));
            report(context, TWO);
            assertThat(JdbcClient.create(database.owner())
                            .sql("select distinct chain_id from reconciliation_reports order by 1")
                            .query(Long.class)
                            .list())
                    .containsExactly(ONE, TWO);
            Thresholds thresholds = context.getBean(Thresholds.class);
            assertThat(thresholds.of(chains.of(TWO).orElseThrow())).isEqualTo(2);
            changed(0, "{\"value\":2}");
            changed(1, "{\"before\":2,\"value\":7}");
            assertThat(thresholds.of(chains.of(TWO).orElseThrow()))
                    .as("no projection runs here")
                    .isEqualTo(7);
            assertThat(thresholds.of(chains.first())).isEqualTo(2);
            chains.all().stream()
                    .flatMap(chain -> chain.signers().stream())
                    .forEach(signer -> assertThat(
                                    context.getBean(OwnAddresses.class).ours(signer.address()))
                            .isTrue());
        }
    }

    @Test
    void givenAChainTwice_orWithoutANode_thenTheStartEndsInOneSentence() {
        refused("Set amanat.chains[n].rpc-url of chain 31338.");
        properties.put("amanat.chains[0].rpc-url", one.rpcUrl());
        refused("The node is on chain 31337, but the configured chain is 31338");
        properties.put("amanat.chains[0].chain-id", ONE);
        refused("Chain 31337 is configured twice");
    }

    private void refused(String sentence) {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(this::started)
                .havingRootCause()
                .isInstanceOf(ChainMisconfigured.class)
                .withMessageContaining(sentence);
    }

    private AnnotationConfigApplicationContext started() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        DataSource source = database.app();
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(CommandSender.class, () -> sent);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(RpcEndpoint.class, () -> new RpcEndpoint(one.rpcUrl(), ONE));
        context.register(ChainConfiguration.class, ReconcileConfiguration.class);
        context.refresh();
        return context;
    }

    private static Asked asked(AnnotationConfigApplicationContext context, long chainId) {
        PaymentId payment = new PaymentId(UUID.randomUUID());
        EvmAddress deposit = context.getBean(DestinationAllocator.class)
                .allocate(payment, new PurchaseRequestId(payment.value()), chainId)
                .address();
        return new Asked(chainId, payment, deposit, new CustodyTransferId(UUID.randomUUID()));
    }

    private static void submit(AnnotationConfigApplicationContext context, Asked asked) {
        TransferInstruction instruction = new TransferInstruction(
                asked.payment(),
                new PurchaseRequestId(asked.payment().value()),
                new UserId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                TransferKind.RELEASE,
                new UserId(UUID.randomUUID()),
                new EvmAddress("0x" + "c1".repeat(20)),
                context.getBean(Chains.class)
                        .of(asked.chainId())
                        .orElseThrow()
                        .tokens()
                        .assets()
                        .getFirst()
                        .units(AMOUNT));
        context.getBean(CustodyGateway.class).submit(asked.transfer(), 1, instruction);
    }

    private void confirmedAndPaid(Asked asked) {
        assertThat(sent.all(ConfirmTransfer.class)).anyMatch(command -> about(asked, command));
        assertThat(sent.all(RecordFinal.class)).anyMatch(command -> about(asked, command));
    }

    private static boolean about(Asked asked, Command command) {
        return command.target().equals(asked.payment()) || command.target().equals(asked.transfer());
    }

    private static void report(AnnotationConfigApplicationContext context, long chainId) {
        context.getBean(Reconciliations.class).run(UUID.randomUUID(), chainId, "system:test");
    }

    private static Status health(AnnotationConfigApplicationContext context, long chainId) {
        HealthIndicator chain =
                (HealthIndicator) context.getBean("chainHealthIndicator", CompositeHealthContributor.class)
                        .getContributor(String.valueOf(chainId));
        return Objects.requireNonNull(Objects.requireNonNull(chain).health()).getStatus();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** As the log has it. */
    private void changed(int sequence, String payload) {
        JdbcClient.create(database.app())
                .sql("""
                    insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, payload_type, payload,
                        meta_data, time_stamp)
                    values (gen_random_uuid()::text, ?, ?, 'ConfigSetting', 'config-setting.changed.v1', convert_to(?, 'UTF8'),
                        convert_to('{"actor":"user:1","correlationId":"x"}', 'UTF8'), '2026-01-01T00:00:00.000Z')\
                    """)
                .params(ConfigSettingId.of("confirmation_threshold:" + TWO).toString(), sequence, payload)
                .update();
    }
}
