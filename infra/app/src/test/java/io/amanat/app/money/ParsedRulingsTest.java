package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.disputes.ParsedRuling;
import io.amanat.contract.Command;
import io.amanat.contract.Origin;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.disputes.DisputeCase;
import io.amanat.contract.disputes.DisputeCategory;
import io.amanat.contract.disputes.DisputeCommand.OpenDispute;
import io.amanat.contract.disputes.DisputeCommand.ResolveDispute;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.escrow.EscrowTerms;
import io.amanat.contract.escrow.ObservedTransfer;
import io.amanat.contract.escrow.PaymentCommand.ApplyRuling;
import io.amanat.contract.escrow.PaymentCommand.ConfirmTransfer;
import io.amanat.contract.escrow.PaymentCommand.ObserveTransfer;
import io.amanat.contract.escrow.PaymentCommand.OpenPayment;
import io.amanat.contract.escrow.PaymentCommand.RaiseDispute;
import io.amanat.contract.escrow.PaymentCommand.RecordLegSettled;
import io.amanat.contract.escrow.PaymentProvider;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.projection.story.Log;
import io.amanat.projection.story.ReadModel;
import io.amanat.projection.story.Story;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From the text of a ruling to the rows of the ledger: what the parser takes and the dispute accepts is paid to the last unit, with one fee
 * that is rounded once. The tables with all their constraints hold every row of it.
 */
@ExtendWith(PostgresExtension.class)
class ParsedRulingsTest {
    private static final int FEE_BPS = 333;
    private static int stories;

    private final ReadModel tables;
    private final Payments payments;

    ParsedRulingsTest(TestDatabase database) {
        tables = new ReadModel(database);
        payments = new Payments(tables);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 6, 18, 24})
    void whateverIsAccepted_isPaidAndBookedToTheLastUnit(int decimals) {
        Asset asset = new Asset(31337, Story.address(0xA0 + decimals), Currency.USDC, decimals);
        Random random = new Random(decimals);
        for (BigInteger held : List.of(
                BigInteger.TWO,
                BigInteger.valueOf(1_000_001),
                BigInteger.TEN.pow(decimals + 6).add(BigInteger.ONE))) {
            for (BigInteger toBuyer : List.of(
                    BigInteger.ONE,
                    held.subtract(BigInteger.ONE),
                    new BigInteger(held.bitLength() - 1, random).max(BigInteger.ONE))) {
                paid(asset.units(held), asset.units(toBuyer));
            }
        }
    }

    @Test
    void aZeroPart_andPartsThatAreNotWhatIsHeld_areRefusedBeforeAnythingMoves() {
        Asset asset = new Asset(31337, Story.address(0xB0), Currency.USDC, 6);
        for (String[] parts :
                new String[][] {{"0", "100"}, {"100", "0"}, {"50", "50.000001"}, {"50", "49.999999"}, {"100", "100"}}) {
            Story story = disputed(asset.amount("100"));
            assertThat(refusal(new ResolveDispute(
                            story.dispute,
                            story.resolver,
                            ParsedRuling.compensation(parts[0], parts[1], asset),
                            story.sealed(story.resolver, "because"))))
                    .isEqualTo("a-split-gives-out-exactly-what-is-held");
        }
    }

    private void paid(AssetAmount held, AssetAmount toBuyer) {
        Story story = disputed(held);
        AssetAmount toSeller = held.minus(toBuyer);
        Ruling ruling = ParsedRuling.compensation(toBuyer.amount(), toSeller.amount(), held.asset());
        tell(story, new ResolveDispute(story.dispute, story.resolver, ruling, story.sealed(story.resolver, "because")));
        tell(story, new ApplyRuling(story.payment, story.dispute, ruling, story.release, story.refund));
        tell(story, new RecordLegSettled(story.payment, story.refund, story.hash(901)));
        tell(story, new RecordLegSettled(story.payment, story.release, story.hash(902)));

        BigInteger fee = feeOf(toSeller);
        assertThat(units(story, "where balance_units <> 0"))
                .as("%s of %s", toBuyer, held)
                .containsExactlyInAnyOrderElementsOf(List.of(
                                "buyer " + toBuyer.units(),
                                "external -" + held.units(),
                                "platform " + fee,
                                "seller " + toSeller.units().subtract(fee))
                        .stream()
                        .filter(line -> !line.endsWith(" 0"))
                        .toList());
        assertThat(tables.all(
                        "select amount_units::text from funds_ledger_entries where payment_id = ? and entry_type ="
                                + " 'platform_fee'",
                        story.payment.value()))
                .as("one fee, or none")
                .isEqualTo(fee.signum() == 0 ? List.of() : List.of(fee.toString()));
        assertThat(tables.one("select status::text from payments where id = ?", story.payment.value()))
                .isEqualTo("completed");
        assertThat(tables.one("select ruling::text from disputes where id = ?", story.dispute.value()))
                .isEqualTo("compensation");
    }

    /** Half-even, computed in another way than the platform does; the last unit is the seller's. */
    private static BigInteger feeOf(AssetAmount toSeller) {
        return new BigDecimal(toSeller.units())
                .multiply(BigDecimal.valueOf(FEE_BPS, 4))
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact()
                .min(toSeller.units().subtract(BigInteger.ONE));
    }

    private Story disputed(AssetAmount held) {
        Story story = new Story(++stories).accepted();
        story.then(story.allocated());
        tables.apply(story.events());
        payments.know(story);
        TransferKey key = new TransferKey(31337, story.hash(1), 0);
        tell(story, new OpenPayment(story.payment, terms(story, held)));
        tell(
                story,
                new ObserveTransfer(
                        story.payment,
                        new ObservedTransfer(
                                key, Story.address(0xE), story.depositAddress(), held, 7, story.hash(700))));
        tell(story, new ConfirmTransfer(story.payment, key, 3));
        tell(
                story,
                new RaiseDispute(
                        story.payment,
                        story.dispute,
                        story.buyer,
                        DisputeCategory.DAMAGED,
                        story.sealed(story.buyer, "why")));
        tell(
                story,
                new OpenDispute(
                        story.dispute,
                        new DisputeCase(
                                story.payment,
                                story.request,
                                story.buyer,
                                story.seller,
                                story.buyer,
                                DisputeCategory.DAMAGED,
                                story.sealed(story.buyer, "why"),
                                held,
                                Log.START.plus(Duration.ofDays(3)))));
        return story;
    }

    private static EscrowTerms terms(Story story, AssetAmount due) {
        return new EscrowTerms(
                story.request,
                story.offer,
                story.buyer,
                story.seller,
                PaymentProvider.AMN_SCANNER,
                due,
                FEE_BPS,
                0,
                Story.address(0xA1),
                Story.address(0xA2),
                story.destination,
                story.depositAddress(),
                Log.START.plus(Duration.ofDays(1)));
    }

    private void tell(Story story, Command command) {
        payments.send(command, Origin.system("test", story.request));
    }

    private String refusal(Command command) {
        try {
            payments.send(command, new Origin("system:test", "system", "test", java.util.Map.of()));
            return "accepted";
        } catch (RuleViolated refused) {
            return refused.rule().code();
        }
    }

    private List<String> units(Story story, String which) {
        return tables.all(
                "select concat_ws(' ', account, balance_units) from (select * from funds_balances " + which
                        + ") b where payment_id = ?",
                story.payment.value());
    }
}
