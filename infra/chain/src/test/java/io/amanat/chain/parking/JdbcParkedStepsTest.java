package io.amanat.chain.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.Command;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyRule;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(PostgresExtension.class)
class JdbcParkedStepsTest {
    private static final UserId GUARD = new UserId(new UUID(0, 6));
    private static final PersonalText REASON = PersonalText.of(GUARD, "c2VhbGVk");
    private static final String TX = "0x" + "7".repeat(64);

    private final TestDatabase database;
    private final JdbcParkedSteps parked;

    JdbcParkedStepsTest(TestDatabase database) {
        this.database = database;
        parked = new JdbcParkedSteps(database.jdbc());
        database.jdbc()
                .sql("update parked_custody_steps set taken_at = now(), taken_by = ?, taken_reason = 'x' where"
                        + " taken_at is null")
                .param(GUARD.value())
                .update();
    }

    @Test
    void givenAnInstructionThatIsRefused_whenParked_thenItWaitsWhole_withTheRulesName_onceHoweverOften() {
        CustodyStep step = new CustodyStep.Instruct(transfer(), instruction());
        List<Command> sent = new ArrayList<>();
        for (CustodyRule rule :
                List.of(CustodyRule.A_TRANSFER_MOVES_MONEY, CustodyRule.A_TRANSFER_IS_INSTRUCTED_ONCE)) {
            parked.sendOrPark(
                    (command, _) -> {
                        sent.add(command);
                        throw new RuleViolated(rule);
                    },
                    step,
                    Origin.system("test", step.requestId()));
        }

        assertThat(sent).containsExactly(step.command(), step.command());
        assertThat(parked.waiting(JdbcParkedSteps.id(step))).contains(step);
        assertThat(rows(step)).containsExactly("instruct release a-transfer-is-instructed-once 2");
        assertThat(health()).isEqualTo(Status.DOWN);
        assertThat(parked.sentences(9))
                .containsExactly("Step instruct of custody transfer " + step.transferId()
                        + " was refused: a-transfer-is-instructed-once");
    }

    @Test
    void givenAParkedStep_whenAGuardsTrySucceeds_thenItWaitsNoMore_andIsNotForgotten() {
        CustodyStep step = new CustodyStep.Book(
                transfer(),
                new PaymentId(UUID.randomUUID()),
                new PurchaseRequestId(UUID.randomUUID()),
                TransferKind.REFUND,
                TX);
        parked.park(step, new RuleViolated(EscrowRule.ONLY_INSTRUCTED_LEGS_SETTLE));
        UUID id = JdbcParkedSteps.id(step);
        assertThat(parked.waiting(id)).contains(step);

        parked.taken(id, GUARD, REASON);

        assertThat(parked.waiting(id)).isEmpty();
        assertThat(health()).isEqualTo(Status.UP);
        assertThat(rows(step)).containsExactly("book refund only-instructed-legs-settle 1 taken");
        assertThatThrownBy(() -> database.jdbc()
                        .sql("delete from parked_custody_steps where id = ?")
                        .param(id)
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void givenAStepThatFailsAfterwards_whenItsTransactionIsRolledBack_thenNothingIsParked() {
        CustodyStep step = new CustodyStep.Instruct(transfer(), instruction());
        var source = database.app();
        JdbcParkedSteps joined = new JdbcParkedSteps(JdbcClient.create(source));
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(transaction -> {
            joined.park(step, new RuleViolated(CustodyRule.A_TRANSFER_MOVES_MONEY));
            transaction.setRollbackOnly();
        });

        assertThat(rows(step)).isEmpty();
    }

    private Status health() {
        return new ParkingConfiguration()
                .parkedStepsHealthIndicator(parked)
                .health()
                .getStatus();
    }

    private List<String> rows(CustodyStep step) {
        return database.jdbc()
                .sql("select concat_ws(' ', step, kind, rule, refusals, case when taken_at is not null then 'taken'"
                        + " end) from parked_custody_steps where transfer_id = ?")
                .param(step.transferId().value())
                .query(String.class)
                .list();
    }

    private static CustodyTransferId transfer() {
        return new CustodyTransferId(UUID.randomUUID());
    }

    private static TransferInstruction instruction() {
        UserId seller = new UserId(new UUID(0, 5));
        return new TransferInstruction(
                new PaymentId(new UUID(0, 3)),
                new PurchaseRequestId(new UUID(0, 1)),
                new UserId(new UUID(0, 4)),
                seller,
                TransferKind.RELEASE,
                seller,
                new EvmAddress("0x" + "5".repeat(40)),
                new Asset(31337, new EvmAddress("0x" + "c".repeat(40)), Currency.USDC, 24).zero());
    }
}
