package io.amanat.app.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.testing.OddContracts;
import io.amanat.chain.testing.TestChain;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was paid with. */
class OddMoneyTest {
    private final TestChain chain = TestChain.shared();

    private Asset allowed(int decimals, int feeBps, boolean hidesFee) {
        EvmAddress token = OddContracts.token(chain, "USDC", decimals, feeBps, hidesFee);
        return new Asset(MoneyScene.CHAIN, token, Currency.USDC, decimals);
    }

    @Test
    void anotherAllowedToken_paysNothing_andIsOwedInThatToken() {
        try (MoneyScene scene = new MoneyScene()) {
            Paid paid = scene.due(scene.usdc.amount("100"));
            chain.buyer()
                    .transfer(
                            scene.usdt.contract(),
                            paid.address(),
                            scene.usdt.amount("100").units());
            scene.seen();
            assertThat(paid.balances()).containsExactly("clearing 100 USDT", "external -100 USDT");
            scene.confirmed();

            assertThat(paid.state()).isEqualTo("pending 0");
            assertThat(paid.ledger())
                    .containsExactly(
                            "payment_detected external>clearing 100",
                            "adjustment clearing>unallocated 100 wrong_token");
            assertThat(paid.balances()).containsExactly("external -100 USDT", "unallocated 100 USDT");
            assertThat(paid.told()).containsExactly("foreign-transfer-detected", "excess-set-aside wrong_token");
            assertThat(paid.pays("100").state()).isEqualTo("confirmed funded 100");
        }
    }

    @Test
    void fakeTokenOfTheSameSymbol_isWrittenDown_andCreditsNothing() {
        EvmAddress fake = OddContracts.token(chain, "USDC", 6, 0, false);
        try (MoneyScene scene = new MoneyScene()) {
            assertThat(chain.client().tokenSymbol(fake))
                    .isEqualTo(chain.client().tokenSymbol(chain.usdc()));
            Paid paid = scene.due(scene.usdc.amount("100"));
            chain.buyer()
                    .transfer(fake, paid.address(), scene.usdc.amount("100").units());
            scene.confirmed();

            assertThat(paid.state()).isEqualTo("pending 0");
            assertThat(paid.ledger()).isEmpty();
            assertThat(paid.told()).containsExactly("stray-observed");
            scene.confirmed();
            assertThat(paid.told()).as("once").containsExactly("stray-observed");
        }
    }

    @Test
    void nativeCoin_isWrittenDown_andCreditsNothing() {
        try (MoneyScene scene = new MoneyScene()) {
            Paid paid = scene.due(scene.usdc.amount("100"));
            OddContracts.coin(chain, paid.address(), BigInteger.TEN.pow(18));
            scene.confirmed();

            assertThat(paid.state()).isEqualTo("pending 0");
            assertThat(paid.ledger()).isEmpty();
            assertThat(paid.told()).containsExactly("stray-observed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void feeOnTransfer_onlyWhatArrivedCounts_whateverTheLogsSay(boolean hidesFee) {
        Asset taxed = allowed(6, 200, hidesFee);
        try (MoneyScene scene = new MoneyScene(taxed)) {
            Paid paid = scene.due(taxed.amount("100")).pays("100");

            assertThat(chain.client().tokenBalance(taxed.contract(), paid.address()))
                    .isEqualTo(taxed.amount("98").units());
            assertThat(paid.state()).isEqualTo("processing partial 98");
            assertThat(paid.balances()).containsExactly("escrow 98 USDC", "external -98 USDC");
            scene.seen();
            assertThat(paid.pays("2.05").state()).isEqualTo("confirmed funded 100");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 18, 24})
    void decimals_areTheTokensOwn_toTheLastUnit(int decimals) {
        Asset odd = allowed(decimals, 0, false);
        BigInteger price = BigInteger.TEN.pow(decimals).multiply(BigInteger.valueOf(100));
        try (MoneyScene scene = new MoneyScene(odd)) {
            Paid paid = scene.due(odd.units(price));
            chain.buyer().transfer(odd.contract(), paid.address(), price.add(BigInteger.ONE));
            scene.confirmed();

            assertThat(units(scene, paid))
                    .containsExactly("escrow " + price, "external -" + price.add(BigInteger.ONE), "unallocated 1");
        }
    }

    private static List<String> units(MoneyScene scene, Paid paid) {
        return scene.tables.all(
                "select concat_ws(' ', account, balance_units) from funds_balances where payment_id = ?"
                        + " and balance_units <> 0 order by account::text",
                paid.story().payment.value());
    }
}
