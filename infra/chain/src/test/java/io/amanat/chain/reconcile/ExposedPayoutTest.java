package io.amanat.chain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.payout.JdbcCustodyGateway;
import io.amanat.chain.payout.PayoutWorker;
import io.amanat.chain.payout.ReplacingRules;
import io.amanat.chain.reconcile.BooksScene.Paid;
import io.amanat.contract.Command;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand.AllowPayout;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A payout that was instructed, and whose money the chain takes back before it is signed. */
@ExtendWith(PostgresExtension.class)
class ExposedPayoutTest {
    private static final long UNITS = 7_000_000;

    private final Set<PaymentId> exposed = new HashSet<>();
    private boolean silent;
    private final TestDatabase database;
    private final BooksScene scene;
    private final Asset usdc;

    ExposedPayoutTest(TestDatabase database) {
        this.database = database;
        scene = new BooksScene(database);
        usdc = new Asset(BooksScene.CHAIN, scene.chain.usdc(), Currency.USDC, 6);
        scene.chain.endow(scene.hot.address());
    }

    @Test
    void givenMoneyThatIsGone_whenItsPayoutIsDue_thenItWaits_othersGo_andItGoesOnceTheMoneyIsBackOrWrittenOff() {
        Paid gone = scene.funded(UNITS);
        Paid sound = scene.funded(UNITS);
        CustodyTransferId waits = ordered(gone);
        exposed.add(new PaymentId(gone.payment()));
        Paid lost = scene.funded(UNITS);
        CustodyTransferId waitsToo = ordered(lost);
        exposed.add(new PaymentId(lost.payment()));
        CustodyTransferId goes = ordered(sound);

        worker(Duration.ZERO).round();

        assertThat(state(waits)).isEqualTo("queued null");
        assertThat(state(waitsToo)).isEqualTo("queued null");
        assertThat(state(goes)).startsWith("broadcast ");

        silent = true;
        exposed.remove(new PaymentId(gone.payment()));
        worker(Duration.ofMinutes(1)).round();
        assertThat(state(waits)).as("nobody answers").isEqualTo("queued null");

        silent = false;
        worker(Duration.ofMinutes(2)).round();

        assertThat(state(waits)).startsWith("broadcast ");
        assertThat(state(waitsToo)).isEqualTo("queued null");

        exposed.clear();
        worker(Duration.ofMinutes(3)).round();

        assertThat(state(waitsToo)).startsWith("broadcast ");
    }

    private CustodyTransferId ordered(Paid paid) {
        CustodyTransferId id = new CustodyTransferId(UUID.randomUUID());
        UserId seller = new UserId(UUID.randomUUID());
        new JdbcCustodyGateway(scene.jdbc)
                .submit(
                        id,
                        1,
                        new TransferInstruction(
                                new PaymentId(paid.payment()),
                                new PurchaseRequestId(paid.request()),
                                new UserId(UUID.randomUUID()),
                                seller,
                                TransferKind.RELEASE,
                                seller,
                                new EvmAddress("0x" + "5e".repeat(20)),
                                new AssetAmount(BigInteger.valueOf(UNITS), usdc)));
        return id;
    }

    private String state(CustodyTransferId id) {
        return scene.jdbc
                .sql("select state || ' ' || coalesce(nonce::text, 'null') from custody_transactions where"
                        + " transfer_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    /** As the payments do; the tables know nothing of it here, as when they are behind. */
    private String answer(Command command) {
        if (command instanceof AllowPayout asked) {
            if (silent) {
                throw new IllegalStateException("too busy");
            }
            RuleViolated.unless(!exposed.contains(asked.paymentId()), EscrowRule.AN_EXPOSED_PAYMENT_IS_NOT_PAID_OUT);
        }
        return "done";
    }

    private PayoutWorker worker(Duration later) {
        AllowedTokens tokens = new AllowedTokens(BooksScene.CHAIN, List.of(usdc));
        return new PayoutWorker(
                scene.chain.client(),
                new ChainIdentity(scene.chain.client(), tokens),
                tokens,
                List.of(scene.hot),
                database.app(),
                (command, _) -> answer(command),
                () -> 3,
                new ReplacingRules(Duration.ofMinutes(3), BigInteger.TEN.pow(12)),
                Clock.offset(Clock.systemUTC(), later));
    }
}
