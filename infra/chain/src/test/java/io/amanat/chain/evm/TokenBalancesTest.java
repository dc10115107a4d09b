package io.amanat.chain.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amanat.chain.testing.TestChain;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many balances in one request, at a block of the past, of a real node. */
class TokenBalancesTest {
    private final TestChain chain = TestChain.shared();
    private final EvmClient client = chain.client();

    @Test
    void givenAsManyHoldersAsOneRequestTakes_thenEachBalanceStandsAtItsHoldersPlace() {
        List<EvmAddress> holders = holders(EvmClient.BALANCES_MAX);
        long before = client.headNumber();
        for (int holder : new int[] {0, 7, EvmClient.BALANCES_MAX - 1}) {
            chain.pay(chain.usdc(), holders.get(holder), BigInteger.valueOf(100L + holder));
        }

        List<BigInteger> now = client.tokenBalances(chain.usdc(), holders, client.headNumber());
        assertThat(now).hasSize(EvmClient.BALANCES_MAX);
        assertThat(now.getFirst()).isEqualTo(100);
        assertThat(now.get(7)).isEqualTo(107);
        assertThat(now.getLast()).isEqualTo(99L + EvmClient.BALANCES_MAX);
        assertThat(now.stream().filter(units -> units.signum() > 0)).hasSize(3);
        assertThat(client.tokenBalances(chain.usdc(), holders, before)).allMatch(units -> units.signum() == 0);
    }

    @Test
    void givenMoreThanOneRequestTakes_orNone_thenNoRequestIsMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.tokenBalances(chain.usdc(), holders(EvmClient.BALANCES_MAX + 1), 1));
        assertThat(client.tokenBalances(chain.usdc(), List.of(), 1)).isEmpty();
    }

    @Test
    void givenNoTokenAtTheAddress_orABlockThatIsNotThere_thenNoBalanceIsMadeUp() {
        List<EvmAddress> holders = holders(2);
        long head = client.headNumber();
        assertThatExceptionOfType(NodeRefused.class)
                .isThrownBy(() -> client.tokenBalances(new EvmAddress("0x" + "77".repeat(20)), holders, head));
        assertThatExceptionOfType(EvmException.class)
                .isThrownBy(() -> client.tokenBalances(chain.usdc(), holders, head + 1_000));
    }

    private static List<EvmAddress> holders(int count) {
        List<EvmAddress> holders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            holders.add(new EvmAddress("0x" + "ba1a".repeat(2) + "%032x".formatted(i)));
        }
        return holders;
    }
}
