package io.amanat.api.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.api.TestPorts;
import io.amanat.api.web.ApiProblem;
import io.amanat.contract.disputes.Ruling;
import io.amanat.contract.disputes.RulingKind;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ResolutionBodyTest {
    private static final PartBody PART = new PartBody("1.5", "USDC");

    @Test
    void aCompensationIsStatedInWhatIsHeld() {
        var ruling = new ResolutionBody("compensation", PART, PART, "both erred").rulingIn(TestPorts.USDC);
        assertThat(ruling.toBuyer()).isEqualTo(TestPorts.USDC.amount("1.5"));
        assertThat(new ResolutionBody("no_action", null, null, "x")
                        .rulingIn(TestPorts.USDC)
                        .kind())
                .isEqualTo(RulingKind.NO_ACTION);
    }

    @Test
    void partsThatDoNotFitTheRulingAreRefused() {
        refused(new ResolutionBody("compensation", PART, null, "x"));
        refused(new ResolutionBody("refund", PART, PART, "x"));
        refused(new ResolutionBody("compensation", PART, new PartBody("1", "USDT"), "x"));
    }

    @Test
    void whateverIsHeld_whenItIsSplitAsItIsShown_thenTheRulingGivesOutAllOfIt() {
        BigInteger held = new BigInteger("99000000000000000001");
        for (int decimals : new int[] {0, 2, 6, 18, 24}) {
            Asset asset = new Asset(31337, new EvmAddress("0x" + "c1".repeat(20)), Currency.USDT, decimals);
            AssetAmount some = asset.units(held.shiftRight(1));
            AssetAmount rest = asset.units(held).minus(some);
            Ruling ruling = new ResolutionBody("compensation", part(some), part(rest), "an odd unit is somebody's too")
                    .rulingIn(asset);
            assertThat(Objects.requireNonNull(ruling.toBuyer()).plus(Objects.requireNonNull(ruling.toSeller())))
                    .isEqualTo(asset.units(held));
        }
    }

    @Test
    void aPartThatIsFinerThanTheTokenIsRefused() {
        refused(new ResolutionBody("compensation", new PartBody("0.0000001", "USDC"), PART, "x"));
        refused(new ResolutionBody("compensation", new PartBody("-1", "USDC"), PART, "x"));
    }

    private static PartBody part(AssetAmount amount) {
        return new PartBody(amount.amount(), amount.asset().currency().wire());
    }

    private static void refused(ResolutionBody body) {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> body.rulingIn(TestPorts.USDC));
    }
}
