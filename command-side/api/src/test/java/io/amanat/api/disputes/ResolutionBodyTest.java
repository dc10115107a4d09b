package io.amanat.api.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.api.TestPorts;
import io.amanat.api.validation.MoneyBody;
import io.amanat.api.web.ApiProblem;
import io.amanat.contract.disputes.RulingKind;
import org.junit.jupiter.api.Test;

class ResolutionBodyTest {
    private static final MoneyBody PART = new MoneyBody("1.5", "USDC");

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
        refused(new ResolutionBody("compensation", PART, new MoneyBody("1", "USDT"), "x"));
    }

    private static void refused(ResolutionBody body) {
        assertThatExceptionOfType(ApiProblem.class).isThrownBy(() -> body.rulingIn(TestPorts.USDC));
    }
}
