package io.amanat.chain.quote;

import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last round of each aggregator that a price was taken from, kept so that a round that goes back is noticed after a restart too. */
final class QuoteRounds {
    private final JdbcClient jdbc;

    QuoteRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last one that was believed; 0 before the first. */
    BigInteger last(long chainId, EvmAddress aggregator) {
        return jdbc.sql("select round from quote_rounds where chain_id = ? and aggregator = ?")
                .params(chainId, aggregator.value())
                .query(BigDecimal.class)
                .optional()
                .map(BigDecimal::toBigIntegerExact)
                .orElse(BigInteger.ZERO);
    }

    /** Of two that come at the same moment the higher one stays. */
    void believed(long chainId, EvmAddress aggregator, BigInteger round) {
        jdbc.sql("""
            insert into quote_rounds (chain_id, aggregator, round) values (?, ?, ?)
            on conflict (chain_id, aggregator) do update set round = excluded.round where quote_rounds.round < excluded.round\
            """).params(chainId, aggregator.value(), new BigDecimal(round)).update();
    }
}
