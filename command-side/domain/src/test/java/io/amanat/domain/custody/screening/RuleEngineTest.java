package io.amanat.domain.custody.screening;

import static io.amanat.domain.custody.screening.Facts.CLEAN;
import static io.amanat.domain.custody.screening.Facts.RULES;
import static io.amanat.domain.custody.screening.Facts.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.custody.screening.Assessment;
import io.amanat.contract.custody.screening.Finding;
import io.amanat.contract.custody.screening.ListCategory;
import io.amanat.contract.custody.screening.Opinion;
import io.amanat.contract.custody.screening.RuleEngine;
import io.amanat.contract.custody.screening.ScreeningInputs;
import io.amanat.contract.custody.screening.ScreeningRules;
import io.amanat.contract.custody.screening.Verdict;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleEngineTest {
    @Test
    void givenNothingIsWrong_whenAssessed_thenItPasses() {
        assertThat(assess(CLEAN)).isEqualTo(new Assessment(Verdict.PASS, List.of()));
    }

    @Test
    void givenAListedSender_whenAssessed_thenItIsRejected() {
        finds(CLEAN.listed(ListCategory.SANCTIONED), Verdict.REJECT, Finding.SENDER_SANCTIONED);
        finds(CLEAN.listed(ListCategory.BLOCKED), Verdict.REJECT, Finding.SENDER_BLOCKED);
        finds(
                CLEAN.listed(ListCategory.BLOCKED, ListCategory.SANCTIONED),
                Verdict.REJECT,
                Finding.SENDER_SANCTIONED,
                Finding.SENDER_BLOCKED);
    }

    @Test
    void givenAnAmount_whenItIsTheLimit_thenItPasses_andAUnitMoreIsHeld() {
        finds(CLEAN.amount("1000"), Verdict.PASS);
        finds(CLEAN.amount("1000.000001"), Verdict.HOLD, Finding.AMOUNT_ABOVE_LIMIT);
    }

    @Test
    void givenATokenOfOtherDecimals_whenAssessed_thenTheLimitIsInWholeUnits() {
        Asset fine = new Asset(56, Facts.SENDER, Currency.USDC, 18);
        Asset coarse = new Asset(56, Facts.SENDER, Currency.USDC, 2);

        assertThat(assess(CLEAN.amount("1000").of(fine)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(assess(CLEAN.amount("1000.000000000000000001").of(fine)).findings())
                .containsExactly(Finding.AMOUNT_ABOVE_LIMIT);
        assertThat(assess(CLEAN.amount("1000.00").of(coarse)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(assess(CLEAN.amount("1000.01").of(coarse)).verdict()).isEqualTo(Verdict.HOLD);
    }

    @Test
    void givenACurrencyWithoutALimit_whenAssessed_thenItIsHeld() {
        Asset usdt = new Asset(1, Facts.SENDER, Currency.USDT, 6);
        Asset lira = new Asset(1, Facts.SENDER, Currency.TRY, 6);

        assertThat(assess(CLEAN.amount("1").of(usdt)).findings()).containsExactly(Finding.WINDOW_AMOUNT_ABOVE_LIMIT);
        assertThat(assess(CLEAN.amount("1").of(lira)).findings())
                .containsExactly(Finding.AMOUNT_ABOVE_LIMIT, Finding.WINDOW_AMOUNT_ABOVE_LIMIT);
    }

    @Test
    void givenWhatTheSenderSentBefore_whenThisOneGoesBeyond_thenItIsHeld() {
        finds(CLEAN.window("4900", 2), Verdict.PASS);
        finds(CLEAN.window("4900.000001", 2), Verdict.HOLD, Finding.WINDOW_AMOUNT_ABOVE_LIMIT);
        finds(CLEAN.window("0", 3), Verdict.HOLD, Finding.TOO_MANY_TRANSFERS);
    }

    @Test
    void givenATokenOnHold_whenAssessed_thenItIsHeldHoweverLittleItIs() {
        ScreeningRules rules = Facts.rules(List.of(USDC.contract()), 0);

        assertThat(RuleEngine.assess(rules, CLEAN.amount("0.01").inputs()))
                .isEqualTo(new Assessment(Verdict.HOLD, List.of(Finding.TOKEN_ON_HOLD)));
    }

    @Test
    void givenAnAgeThatIsAskedFor_whenTheSenderIsYounger_thenItIsHeld() {
        ScreeningRules rules = Facts.rules(List.of(), 100);

        assertThat(RuleEngine.assess(rules, CLEAN.sentBefore(1).inputs()).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(RuleEngine.assess(rules, CLEAN.sentBefore(0).inputs()).findings())
                .containsExactly(Finding.SENDER_TOO_NEW);
        assertThat(RuleEngine.assess(rules, CLEAN.inputs()).verdict())
                .as("nobody knows")
                .isEqualTo(Verdict.HOLD);
        finds(CLEAN.sentBefore(0), Verdict.PASS);
    }

    @Test
    void givenSomebodyDidNotAnswer_whenAssessed_thenItIsHeld_butAListedSenderIsRejectedAllTheSame() {
        finds(CLEAN.unanswered("chain"), Verdict.HOLD, Finding.SOURCE_UNANSWERED);
        finds(
                CLEAN.unanswered("chain").listed(ListCategory.SANCTIONED),
                Verdict.REJECT,
                Finding.SENDER_SANCTIONED,
                Finding.SOURCE_UNANSWERED);
        assertThat(assess(ScreeningInputs.unanswered(Facts.SENDER, USDC.amount("1"), "provider"))
                        .verdict())
                .isEqualTo(Verdict.HOLD);
    }

    @Test
    void givenAnOpinion_whenItIsStricter_thenItCounts_andAMilderOneExcusesNothing() {
        finds(CLEAN.opinion(new Opinion("kyt", Verdict.REJECT, "7")), Verdict.REJECT, Finding.PROVIDER_REJECTS);
        finds(CLEAN.opinion(new Opinion("kyt", Verdict.HOLD, "7")), Verdict.HOLD, Finding.PROVIDER_HOLDS);
        finds(
                CLEAN.opinion(new Opinion("kyt", Verdict.PASS, "7")).amount("1000.01"),
                Verdict.HOLD,
                Finding.AMOUNT_ABOVE_LIMIT);
    }

    @Test
    void givenRules_whenOneChanges_thenTheirVersionDoes() {
        assertThat(RULES.version())
                .matches("1-[0-9a-f]{16}")
                .isEqualTo(Facts.rules(List.of(), 0).version());
        assertThat(List.of(
                        RULES.version(),
                        Facts.rules(List.of(), 1).version(),
                        Facts.rules(List.of(USDC.contract()), 0).version()))
                .doesNotHaveDuplicates();
    }

    @Test
    void givenRulesOfAnEngineThatIsNotThere_whenAssessed_thenThatIsAnError() {
        ScreeningRules later = new ScreeningRules(2, List.of(), List.of(), List.of(), 1, 1, 0);

        assertThatThrownBy(() -> RuleEngine.assess(later, CLEAN.inputs()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no rule engine 2");
    }

    private static void finds(Facts facts, Verdict verdict, Finding... findings) {
        assertThat(assess(facts)).isEqualTo(new Assessment(verdict, List.of(findings)));
    }

    private static Assessment assess(Facts facts) {
        return assess(facts.inputs());
    }

    private static Assessment assess(ScreeningInputs inputs) {
        return RuleEngine.assess(RULES, inputs);
    }
}
