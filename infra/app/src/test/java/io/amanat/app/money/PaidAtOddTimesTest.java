package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.CancelPayment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When it was paid. Money that comes after its time is never lost and never moves the trade: it is owed to the payer. */
class PaidAtOddTimesTest {
    private final MoneyScene scene = new MoneyScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private Paid due() {
        return scene.due(scene.usdc.amount("100"));
    }

    @Test
    void late_afterTheTimeToPayIsOver() {
        Paid paid = due().expired().pays("100");

        assertThat(paid.state()).isEqualTo("failed failed 0");
        assertThat(paid.ledger())
                .containsExactly("payment_detected external>clearing 100", "adjustment clearing>unallocated 100 late");
        assertThat(paid.told()).containsExactly("expired", "transfer-detected", "excess-set-aside late");
    }

    @Test
    void late_afterTheBuyerCancelled() {
        Paid paid = due();
        paid.tell(new CancelPayment(paid.story().payment, paid.story().buyer));

        assertThat(paid.pays("100").state()).isEqualTo("cancelled cancelled 0");
        assertThat(paid.balances()).containsExactly("external -100 USDC", "unallocated 100 USDC");
    }

    @Test
    void late_whileAPartIsOnItsWayBack_andAfterTheRefund() {
        Paid paid = due().pays("40").expired();
        assertThat(paid.pays("60").state()).isEqualTo("failed releasing 40");
        assertThat(paid.settled(paid.story().refund).state()).isEqualTo("refunded refunded 0");

        assertThat(paid.pays("100").state()).isEqualTo("refunded refunded 0");
        assertThat(paid.balances()).containsExactly("buyer 40 USDC", "external -200 USDC", "unallocated 160 USDC");
    }

    @Test
    void duringADispute_soThatARulingAboutWhatIsHeldStaysOne() {
        Paid paid = due().pays("99").disputed();
        assertThat(paid.state()).isEqualTo("confirmed funded dispute 99");

        assertThat(paid.pays("1").state()).isEqualTo("confirmed funded dispute 99");
        assertThat(paid.balances()).containsExactly("disputed 99 USDC", "external -100 USDC", "unallocated 1 USDC");

        paid.tell(new ApplyRuling(
                paid.story().payment,
                paid.story().dispute,
                Ruling.of(RulingKind.REFUND),
                paid.story().release,
                paid.story().refund));
        assertThat(paid.settled(paid.story().refund).balances())
                .containsExactly("buyer 99 USDC", "external -100 USDC", "unallocated 1 USDC");
    }

    @Test
    void whileItIsBeingPaidOut_andLongAfter() {
        Paid paid = due().pays("100").released();
        assertThat(paid.state()).isEqualTo("completed released 0");

        assertThat(paid.pays("100").state()).isEqualTo("completed released 0");
        assertThat(paid.balances())
                .containsExactly("external -200 USDC", "platform 2.5 USDC", "seller 97.5 USDC", "unallocated 100 USDC");
        assertThat(paid.told()).endsWith("completed", "transfer-detected", "excess-set-aside late");
    }
}
