package io.amanat.chain.reconcile;

import static io.amanat.chain.reconcile.BooksScene.alarms;
import static io.amanat.chain.reconcile.BooksScene.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.chain.local.DevWallet;
import io.amanat.chain.reconcile.BooksScene.Paid;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.reconciliation.ReconciliationRule;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** On a real PostgreSQL and a real chain: what agrees is silent, what is on its way is explained, what was done behind our back is named. */
class ReconcilerTest {
    private static final EvmAddress THIEF = new EvmAddress("0x" + "ee".repeat(20));

    private final TestDatabase database = TestDatabase.create();
    private final BooksScene scene = new BooksScene(database);

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenNoBlockWasRead_thenThereIsNothingToCompare() {
        assertThatThrownBy(scene::reportAgain)
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(ReconciliationRule.NO_CHAIN_TO_COMPARE_WITH));
    }

    @Test
    void givenBooksThatAgreeWithTheChain_thenNoAlarm_andTheSameAgain() {
        scene.funded(10_000_000);
        scene.funded(7);
        JsonNode report = scene.report();

        assertThat(alarms(report)).isEmpty();
        assertThat(lines(report, Line.Kind.DESTINATION_BALANCE)).isEmpty();
        assertThat(report.get("accounts").asInt()).isEqualTo(3);
        assertThat(scene.reportAgain().get("digest")).isEqualTo(report.get("digest"));
    }

    @Test
    void givenALedgerEntryThatWasChanged_thenItIsFoundAndNamed() {
        scene.funded(5_000_000);
        Paid paid = scene.funded(10_000_000);
        assertThat(alarms(scene.report())).isEmpty();
        String entry = entry(paid, "hold");

        scene.tamper(
                "update amanat_read.funds_ledger_entries set amount = 9, amount_units = 9000000 where id = ?::uuid",
                entry);

        assertNamed(scene.report(), Line.Kind.LEDGER_HELD, paid, "ledger entry " + entry + " moves 9000000 units");
    }

    @Test
    void givenALedgerEntryThatWasMadeUp_thenItIsFoundAndNamed() {
        Paid paid = scene.funded(10_000_000);
        assertThat(alarms(scene.report())).isEmpty();
        UUID entry = scene.book(paid, "payment_detected", "external", "clearing", 1_000_000, "payment.made-up.v1");
        scene.tamper("update amanat_read.funds_ledger_entries set event_id = gen_random_uuid() where id = ?", entry);

        assertNamed(scene.report(), Line.Kind.LEDGER_PAID_IN, paid, "ledger entry " + entry);
    }

    @Test
    void givenALedgerEntryThatWasRemoved_thenItsEventIsNamed() {
        Paid paid = scene.funded(10_000_000);
        scene.tamper("delete from amanat_read.funds_ledger_entries where id = ?::uuid", entry(paid, "hold"));

        assertNamed(scene.report(), Line.Kind.LEDGER_HELD, paid, "(payment.funds-held.v1) has no ledger entry");
    }

    @Test
    void givenACoinThatLeftADepositAddress_thenAddressAndTransactionAreNamed_andThereIsLessThanIsOwed() {
        Paid paid = scene.funded(10_000_000);
        assertThat(alarms(scene.report())).isEmpty();
        String theft = new DevWallet(scene.chain.client(), paid.address())
                .transfer(scene.chain.usdc(), THIEF, BigInteger.valueOf(3));
        scene.chain.mine(1);

        JsonNode report = scene.report();
        JsonNode alarm = assertNamed(report, Line.Kind.DESTINATION_BALANCE, paid, "transaction " + theft);
        assertThat(alarm.get("account").asString())
                .isEqualTo(paid.address().address().value());
        assertThat(alarm.get("differenceUnits").asString()).isEqualTo("-3");
        assertThat(lines(report, Line.Kind.RESERVE))
                .singleElement()
                .satisfies(line -> assertThat(line.get("alarm").asBoolean()).isTrue());
        assertThat(new ReconciliationHealth(scene.store, BooksScene.CHAIN, Optional::empty)
                        .health()
                        .getStatus()
                        .getCode())
                .isEqualTo("DOWN");
    }

    @Test
    void givenACoinThatLeftTheHotAccount_thenItIsNamed_andNotForgotten_whateverArrivesLater() {
        scene.chain.endow(scene.hot.address());
        scene.funded(10_000_000);
        assertThat(alarms(scene.report())).isEmpty();
        scene.chain.pay(scene.chain.usdc(), scene.hot.address(), BigInteger.valueOf(500));
        assertThat(alarms(scene.report())).as("a float may grow").isEmpty();

        String theft = new DevWallet(scene.chain.client(), scene.hot)
                .transfer(scene.chain.usdc(), THIEF, BigInteger.valueOf(5));
        scene.chain.mine(1);
        JsonNode alarm = alarms(scene.report()).getFirst();
        assertThat(alarm.get("kind").asString()).isEqualTo(Line.Kind.HOT_ACCOUNT_BALANCE.wire());
        assertThat(alarm.get("account").asString())
                .isEqualTo(scene.hot.address().value());
        assertThat(alarm.get("differenceUnits").asString()).isEqualTo("-5");
        assertThat(alarm.get("evidence").toString()).contains(theft);

        scene.chain.pay(scene.chain.usdc(), scene.hot.address(), BigInteger.valueOf(1_000));
        assertThat(alarms(scene.report())).hasSize(1);
    }

    @Test
    void givenAPayout_thenItIsExplainedUntilItIsFinalAndBooked_andThenSilent() {
        scene.chain.endow(scene.hot.address());
        Paid paid = scene.funded(10_000_000);
        scene.report();
        UUID transfer = scene.payout(paid, 10_000_000, "broadcast");
        JsonNode sent = scene.report();
        assertThat(alarms(sent)).isEmpty();
        assertThat(lines(sent, Line.Kind.HOT_ACCOUNT_BALANCE))
                .singleElement()
                .satisfies(line -> assertThat(line.get("sentence").asString()).contains("10000000 units"));

        scene.becameFinal(transfer, scene.chain.client().headNumber());
        JsonNode unbooked = scene.report();
        assertThat(alarms(unbooked)).isEmpty();
        assertThat(lines(unbooked, Line.Kind.HOT_ACCOUNT_BALANCE)).isEmpty();
        assertThat(lines(unbooked, Line.Kind.LEDGER_PAID_OUT)).hasSize(1);

        scene.book(paid, "release", "escrow", "seller", 10_000_000, "settlement.funds-released.v1");
        scene.held(paid, 0);
        JsonNode booked = scene.report();
        assertThat(alarms(booked)).isEmpty();
        assertThat(lines(booked, Line.Kind.LEDGER_PAID_OUT)).isEmpty();
    }

    @Test
    void givenAReleaseThatNoTransferPaid_thenAlarm() {
        Paid paid = scene.funded(10_000_000);
        scene.book(paid, "release", "escrow", "seller", 10_000_000, "settlement.funds-released.v1");
        scene.held(paid, 0);

        assertThat(alarms(scene.report()))
                .extracting(line -> line.get("kind").asString())
                .containsExactly(Line.Kind.LEDGER_PAID_OUT.wire());
    }

    @Test
    void givenATransactionThatIsNotAsInstructed_thenItIsNamed() {
        scene.chain.endow(scene.hot.address());
        Paid paid = scene.funded(10_000_000);
        UUID transfer = scene.payout(paid, 10_000_000, "broadcast");
        scene.jdbc
                .sql("update custody_transfers set to_address = ? where id = ?")
                .params("0x" + "1".repeat(40), transfer)
                .update();

        assertNamed(scene.report(), Line.Kind.PAYOUT_INSTRUCTION, paid, "custody transfer " + transfer);
    }

    @Test
    void givenMoneyThatIsSeenAndNotYetTold_orStrays_thenItIsExplained() {
        Paid seen = scene.opened();
        scene.pay(seen, 1_000, "seen");
        Paid stray = scene.opened();
        scene.pay(stray, 2_000, "ignored");

        JsonNode report = scene.report();
        assertThat(alarms(report)).isEmpty();
        assertThat(lines(report, Line.Kind.LEDGER_PAID_IN))
                .extracting(line -> line.get("sentence").asString())
                .anyMatch(sentence -> sentence.contains("1000 are seen"))
                .anyMatch(sentence -> sentence.contains("2000 are strays"));
    }

    @Test
    void givenMoneyThatPeopleVouchFor_thenItIsNamed_andWhatIsOwedForItMustBeThere() {
        Paid paid = scene.opened();
        scene.book(paid, "payment_detected", "external", "clearing", 5_000, "payment.off-chain-approved.v1");
        scene.book(paid, "hold", "clearing", "escrow", 5_000, "payment.off-chain-approved.v1");
        scene.held(paid, 5_000);

        JsonNode report = scene.report();
        assertThat(lines(report, Line.Kind.LEDGER_PAID_IN))
                .extracting(line -> line.get("sentence").asString())
                .anyMatch(sentence -> sentence.contains("paid outside of the chain"));
        assertThat(alarms(report)).allMatch(line -> line.get("kind").asString().equalsIgnoreCase("reserve"));
        assertThat(alarms(report)).as("nothing on the chain stands behind it").isNotEmpty();
    }

    @Test
    void givenMoneyThatTheChainTookBack_thenItIsNamedAsExposedAndAsWrittenOff_andAShortfallNamesIt() {
        Paid paid = scene.opened();
        scene.book(paid, "payment_detected", "external", "clearing", 5_000, "payment.transfer-detected.v1");
        scene.book(paid, "hold", "clearing", "escrow", 5_000, "payment.funds-held.v1");
        scene.held(paid, 5_000);
        scene.book(paid, "adjustment", "exposure", "external", 5_000, "payment.credit-retracted.v1");

        JsonNode exposed = scene.report();
        assertThat(lines(exposed, Line.Kind.LOSS)).singleElement().satisfies(line -> {
            assertThat(line.get("alarm").asBoolean()).isFalse();
            assertThat(line.get("actualUnits").asString()).isEqualTo("5000");
            assertThat(line.get("sentence").asString()).contains("exposed until");
        });
        assertThat(lines(exposed, Line.Kind.RESERVE))
                .extracting(line -> line.get("sentence").asString())
                .containsExactly(
                        "Less is there than is owed to the parties. The chain took back 5000 units that are exposed"
                                + " and 0 that are written off; the platform has to bring them.");

        scene.book(paid, "adjustment", "loss", "exposure", 5_000, "payment.exposure-written-off.v1");
        assertThat(lines(scene.report(), Line.Kind.LOSS))
                .extracting(line -> line.get("sentence").asString())
                .singleElement()
                .asString()
                .contains("an admin proposed and a guard approved");

        scene.chain.endow(scene.hot.address());
        assertThat(alarms(scene.report())).as("the float stands in").isEmpty();
    }

    @Test
    void givenCoinsThatNoTransferWasSeenFor_thenAlarm() {
        Paid paid = scene.opened();
        scene.chain.pay(scene.chain.usdc(), paid.address().address(), BigInteger.TEN);

        assertNamed(scene.report(), Line.Kind.DESTINATION_BALANCE, paid, "");
    }

    @Test
    void givenABlockThatIsNotInTheChain_thenNoReport() {
        scene.funded(1_000);
        scene.report();
        scene.jdbc
                .sql("update chain_checkpoints set block_hash = ?")
                .param("0x" + "0".repeat(64))
                .update();

        assertThatThrownBy(scene::reportAgain)
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        refused -> assertThat(refused.rule()).isEqualTo(ReconciliationRule.CHAIN_DOES_NOT_ANSWER));
        assertThat(scene.jdbc
                        .sql("select count(*) from reconciliation_reports")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void givenAReport_whenItIsToBeChanged_thenTheDatabaseRefuses() {
        scene.funded(1_000);
        scene.report();
        for (String table :
                List.of("reconciliation_reports", "reconciliation_accounts", "solvency_proofs", "solvency_nodes")) {
            assertThatThrownBy(
                            () -> scene.owner.sql("delete from amanat." + table).update())
                    .hasMessageContaining("is append-only");
            assertThatThrownBy(() -> scene.owner
                            .sql("update amanat." + table + " set updated_at = now()")
                            .update())
                    .hasMessageContaining("is append-only");
        }
    }

    @Test
    void givenReadTablesThatAreBehind_whenADifferenceStays_thenItIsAnAlarmAllTheSame() {
        Paid paid = scene.funded(10_000_000);
        scene.jdbc
                .sql("insert into projection_segments (segment, segments, position) values (0, 1, 0)")
                .update();
        scene.held(paid, 1);

        JsonNode report = scene.report();
        assertThat(report.get("position").asLong()).isZero();
        assertThat(alarms(report))
                .extracting(line -> line.get("kind").asString())
                .containsExactly(Line.Kind.LEDGER_HELD.wire());
    }

    @Test
    void givenReadTablesThatAreBehind_whenTheyCatchUp_thenNoAlarm() {
        Paid paid = scene.funded(10_000_000);
        scene.jdbc
                .sql("insert into projection_segments (segment, segments, position) values (0, 1, 0)")
                .update();
        scene.report();
        scene.held(paid, 1);
        UUID id = UUID.randomUUID();
        CompletableFuture<Void> patient =
                CompletableFuture.runAsync(() -> scene.patient().run(id, "system:test"), Thread::startVirtualThread);
        scene.held(paid, 10_000_000);

        assertThat(patient).succeedsWithin(Duration.ofSeconds(20));
        assertThat(scene.jdbc
                        .sql("select alarms from reconciliation_reports where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void givenATokenWhoseContractAnswersNoMore_thenItIsNamed_andTheOthersAreComparedAllTheSame() {
        Paid paid = scene.funded(10_000_000);
        String gone = "0x" + "77".repeat(20);
        scene.jdbc.sql("""
            insert into funds_ledger_entries (id, entry_type, payment_id, purchase_request_ref_kind, purchase_request_id,
                debit_account, credit_account, currency, chain_id, token_address, token_decimals, amount, amount_units, actor,
                event_id, event_type, position, ordinal, occurred_at, created_at, updated_at)
            select gen_random_uuid(), entry_type, payment_id, purchase_request_ref_kind, purchase_request_id, debit_account,
                credit_account, currency, chain_id, ?, token_decimals, amount, amount_units, actor, event_id, event_type,
                position, 1, occurred_at, created_at, updated_at
            from funds_ledger_entries where payment_id = ? and entry_type = 'payment_detected'\
            """).params(gone, paid.payment()).update();

        JsonNode report = scene.report();
        assertThat(alarms(report))
                .allMatch(line -> line.get("contract").asString().equals(gone));
        assertThat(lines(report, Line.Kind.RESERVE))
                .anyMatch(line -> line.get("alarm").asBoolean()
                        && line.get("sentence").asString().contains("names no balance"));
    }

    private JsonNode assertNamed(JsonNode report, Line.Kind kind, Paid paid, String evidence) {
        JsonNode alarm = alarms(report).stream()
                .filter(line -> line.get("kind").asString().equals(kind.wire()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alarm " + kind + " in " + report));
        assertThat(alarm.get("paymentId").asString()).isEqualTo(paid.payment().toString());
        assertThat(alarm.get("evidence").toString()).contains(evidence);
        return alarm;
    }

    private String entry(Paid paid, String type) {
        return scene.jdbc
                .sql("select id::text from funds_ledger_entries where payment_id = ? and entry_type = cast(? as"
                        + " funds_ledger_entry_type)")
                .params(paid.payment(), type)
                .query(String.class)
                .single();
    }
}
