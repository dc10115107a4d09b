package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much was paid. The price is 100.00, the tolerance one per cent. */
class PaidAmountsTest {
    private final MoneyScene scene = new MoneyScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private Paid due() {
        return scene.due(scene.usdc.amount("100"));
    }

    @Test
    void exact_isHeldAndFunded() {
        Paid paid = due();
        paid.sends("100");
        scene.seen();
        assertThat(paid.state()).isEqualTo("processing 0");
        assertThat(paid.balances()).containsExactly("clearing 100 USDC", "external -100 USDC");

        scene.confirmed();
        assertThat(paid.state()).isEqualTo("confirmed funded 100");
        assertThat(paid.ledger()).containsExactly("payment_detected external>clearing 100", "hold clearing>escrow 100");
        assertThat(paid.told()).containsExactly("transfer-detected", "funds-held", "funded");
    }

    @Test
    void shortWithinTheTolerance_isFundedWithWhatCame_andThatIsPaidOut() {
        Paid paid = due().pays("99");
        assertThat(paid.state()).isEqualTo("confirmed funded 99");

        assertThat(paid.released().balances())
                .containsExactly("external -99 USDC", "platform 2.475 USDC", "seller 96.525 USDC");
    }

    @Test
    void shortByOneUnitMoreThanTheTolerance_isPartial_andGoesBackWhenTheTimeIsOver() {
        Paid paid = due().pays("98.999999");
        assertThat(paid.state()).isEqualTo("processing partial 98.999999");
        assertThat(paid.told()).containsExactly("transfer-detected", "funds-held");

        assertThat(paid.expired().settled(paid.story().refund).state()).isEqualTo("refunded refunded 0");
        assertThat(paid.balances()).containsExactly("buyer 98.999999 USDC", "external -98.999999 USDC");
    }

    @Test
    void toppedUp_isFundedByTheSecond() {
        Paid paid = due().pays("40");
        assertThat(paid.state()).isEqualTo("processing partial 40");

        assertThat(paid.pays("60").state()).isEqualTo("confirmed funded 100");
        assertThat(paid.ledger())
                .containsExactly(
                        "payment_detected external>clearing 40",
                        "hold clearing>escrow 40",
                        "payment_detected external>clearing 60",
                        "hold clearing>escrow 60");
    }

    @Test
    void tooMuchByDust_theDustIsOwedToThePayer() {
        Paid paid = due().pays("100.000001");

        assertThat(paid.state()).isEqualTo("confirmed funded 100");
        assertThat(paid.ledger())
                .containsExactly(
                        "payment_detected external>clearing 100.000001",
                        "hold clearing>escrow 100",
                        "adjustment clearing>unallocated 0.000001 overpaid");
        assertThat(paid.told())
                .containsExactly("transfer-detected", "funds-held", "excess-set-aside overpaid", "funded");
    }

    @Test
    void sentTwice_theSecondIsOwedToThePayer() {
        Paid paid = due();
        paid.sends("100");
        paid.sends("100");
        scene.confirmed();

        assertThat(paid.state()).isEqualTo("confirmed funded 100");
        assertThat(paid.balances()).containsExactly("escrow 100 USDC", "external -200 USDC", "unallocated 100 USDC");
    }

    @Test
    void zero_isNothing() {
        Paid paid = due().pays("0");

        assertThat(paid.state()).isEqualTo("pending 0");
        assertThat(paid.ledger()).isEmpty();
        assertThat(paid.told()).isEmpty();
    }

    @Test
    void dust_isHeldLikeAnyOtherMoney_andFundsNothing() {
        Paid paid = due().pays("0.000001");

        assertThat(paid.state()).isEqualTo("processing partial 0.000001");
        assertThat(paid.pays("100").balances())
                .containsExactly("escrow 100 USDC", "external -100.000001 USDC", "unallocated 0.000001 USDC");
    }

    @Test
    void twoTransfersInOneTransaction_bothCount() {
        Paid paid = due();
        Batch batch = new Batch(scene.chain, scene.usdc);
        String transaction = batch.pay(paid.address(), "30", paid.address(), "70");
        scene.confirmed();

        assertThat(scene.chain.client().receipt(transaction).orElseThrow().transfers())
                .hasSize(2);
        assertThat(paid.state()).isEqualTo("confirmed funded 100");
        assertThat(paid.ledger())
                .containsExactly(
                        "payment_detected external>clearing 30",
                        "payment_detected external>clearing 70",
                        "hold clearing>escrow 30",
                        "hold clearing>escrow 70");
    }

    @Test
    void oneTransactionToTwoEscrows_eachGetsItsOwn() {
        Paid one = due();
        Paid other = scene.due(scene.usdc.amount("50"));
        new Batch(scene.chain, scene.usdc).pay(one.address(), "100", other.address(), "50");
        scene.confirmed();

        assertThat(one.state()).isEqualTo("confirmed funded 100");
        assertThat(other.state()).isEqualTo("confirmed funded 50");
        assertThat(one.balances()).containsExactly("escrow 100 USDC", "external -100 USDC");
        assertThat(other.balances()).containsExactly("escrow 50 USDC", "external -50 USDC");
    }

    @Test
    void revertedTransaction_isNothing() {
        Paid paid = due();
        BigInteger more = scene.chain
                .client()
                .tokenBalance(scene.usdc.contract(), scene.chain.buyer().address())
                .add(BigInteger.ONE);
        String transaction = scene.chain.buyer().transfer(scene.usdc.contract(), paid.address(), more);
        scene.confirmed();

        assertThat(scene.chain.client().receipt(transaction).orElseThrow().succeeded())
                .isFalse();
        assertThat(paid.state()).isEqualTo("pending 0");
    }
}
