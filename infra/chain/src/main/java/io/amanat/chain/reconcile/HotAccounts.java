package io.amanat.chain.reconcile;

import io.amanat.chain.evm.Block;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.evm.TokenTransfer;
import io.amanat.chain.reconcile.ChainState.Holding;
import io.amanat.chain.reconcile.ChainState.Hot;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What came to and went from the hot accounts. How much is on them at first is the operator's affair and is taken as it is; from then
 * on everything that arrives is read from the chain, and everything that leaves must be a custody transfer. The sums go on from report
 * to report, so that nothing that once left unaccounted is ever forgotten.
 */
final class HotAccounts {
    /** How many earlier reports are looked at for one whose block is still in the chain. */
    private static final int REPORTS_MAX = 20;

    /** How many of the newest final payouts are looked for in the chain when there is more on an account than should be. */
    private static final int PAYOUTS_MAX = 500;

    private final EvmClient client;
    private final JdbcClient jdbc;

    HotAccounts(EvmClient client, JdbcClient jdbc) {
        this.client = client;
        this.jdbc = jdbc;
    }

    private record Earlier(
            long block, String hash, long openingBlock, BigDecimal openingUnits, BigDecimal arrivedUnits) {}

    private record Sums(BigDecimal paid, BigDecimal underway, BigDecimal kept) {}

    List<Hot> since(Books books, Map<Holding, BigInteger> balances, Set<String> silent) {
        List<Hot> found = new ArrayList<>();
        for (Books.HotAccount account : books.hot()) {
            for (Asset asset : books.assets()) {
                if (silent.contains(asset.contract().value())) {
                    continue;
                }
                Holding holding =
                        new Holding(account.address(), asset.contract().value());
                found.add(since(holding, books, balances.getOrDefault(holding, BigInteger.ZERO)));
            }
        }
        return found;
    }

    private Hot since(Holding holding, Books books, BigInteger balance) {
        List<Earlier> earlier = earlier(holding, books);
        Optional<Earlier> last = earlier.stream().filter(this::stands).findFirst();
        if (last.isEmpty()) {
            return new Hot(
                    holding,
                    books.block(),
                    balance,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    BigInteger.ZERO,
                    earlier.isEmpty());
        }
        Earlier from = last.get();
        Sums sums = sums(holding, books, from.openingBlock());
        BigInteger opening = from.openingUnits().toBigIntegerExact();
        BigInteger arrived =
                from.arrivedUnits().toBigIntegerExact().add(arrived(holding, from.block() + 1, books.block()));
        BigInteger paid = sums.paid().toBigIntegerExact();
        boolean more = balance.compareTo(opening.add(arrived).subtract(paid)) > 0;
        return new Hot(
                holding,
                from.openingBlock(),
                opening,
                arrived,
                paid,
                sums.underway().toBigIntegerExact(),
                sums.kept().toBigIntegerExact(),
                more ? gone(holding, books, from.openingBlock()) : BigInteger.ZERO,
                true);
    }

    private boolean stands(Earlier report) {
        return client.blockByNumber(report.block())
                .map(Block::hash)
                .filter(report.hash()::equals)
                .isPresent();
    }

    private List<Earlier> earlier(Holding holding, Books books) {
        return jdbc.sql("""
            select r.block_number as block, r.block_hash as hash, a.opening_block, a.opening_units, a.arrived_units
            from reconciliation_reports r join reconciliation_accounts a on a.report_id = r.id
            where r.chain_id = ? and a.address = ? and a.token_address = ? and r.block_number <= ?
            order by r.block_number desc, r.created_at desc limit ?\
            """)
                .params(books.chainId(), holding.address(), holding.token(), books.block(), REPORTS_MAX)
                .query((row, _) -> new Earlier(
                        row.getLong("block"),
                        row.getString("hash"),
                        row.getLong("opening_block"),
                        row.getBigDecimal("opening_units"),
                        row.getBigDecimal("arrived_units")))
                .list();
    }

    private BigInteger arrived(Holding holding, long from, long to) {
        BigInteger sum = BigInteger.ZERO;
        for (long first = from; first <= to; first += EvmClient.LOG_RANGE_BLOCKS_MAX) {
            long last = Math.min(to, first + EvmClient.LOG_RANGE_BLOCKS_MAX - 1);
            List<TokenTransfer> transfers = client.transfers(
                    first, last, List.of(new EvmAddress(holding.token())), List.of(new EvmAddress(holding.address())));
            sum = transfers.stream().map(TokenTransfer::amount).reduce(sum, BigInteger::add);
        }
        return sum;
    }

    /** What payouts that were final have moved, and the chain has taken back with their blocks. */
    private BigInteger gone(Holding holding, Books books, long openingBlock) {
        return jdbc
                .sql("""
                    select tx_hash, amount from custody_transactions
                    where chain_id = ? and from_account = ? and token = ? and state = 'final' and mined_block_number > ?
                      and mined_block_number <= ? order by mined_block_number desc limit ?\
                    """)
                .params(books.chainId(), holding.address(), holding.token(), openingBlock, books.block(), PAYOUTS_MAX)
                .query(Final.class)
                .list()
                .stream()
                .filter(payout -> client.receipt(payout.txHash()).isEmpty())
                .map(payout -> payout.amount().toBigIntegerExact())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private record Final(String txHash, BigDecimal amount) {}

    private Sums sums(Holding holding, Books books, long openingBlock) {
        return jdbc.sql("""
            select coalesce(sum(amount) filter (where (state = 'final' or %1$s) and mined_block_number > :opening
                                                  and mined_block_number <= :block), 0) as paid,
                   coalesce(sum(greatest(0, amount - %2$s)) filter (where %1$s and mined_block_number > :opening
                                                  and mined_block_number <= :block), 0) as kept,
                   coalesce(sum(amount) filter (where state in ('signed', 'broadcast') or (state = 'mined'
                                                  and mined_block_number > :opening and mined_block_number <= :block)), 0)
                       as underway
            from custody_transactions t where chain_id = :chain and from_account = :account and token = :token\
            """.formatted(MovedOtherwise.ROWS, MovedOtherwise.RECEIVED))
                .param("opening", openingBlock)
                .param("block", books.block())
                .param("chain", books.chainId())
                .param("account", holding.address())
                .param("token", holding.token())
                .query(Sums.class)
                .single();
    }
}
