package io.amanat.chain.reconcile;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.reconcile.Books.Account;
import io.amanat.chain.reconcile.Books.Deposit;
import io.amanat.chain.reconcile.Books.Destination;
import io.amanat.chain.reconcile.Books.HotAccount;
import io.amanat.chain.reconcile.Books.Otherwise;
import io.amanat.chain.reconcile.Books.PaymentToken;
import io.amanat.chain.reconcile.Books.Unlike;
import io.amanat.contract.WireEnum;
import io.amanat.contract.escrow.LedgerAccount;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the books, all tables at the same moment. */
final class BooksReader {
    private final AllowedTokens tokens;
    private final List<EvmAddress> signers;
    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;

    BooksReader(
            AllowedTokens tokens, List<EvmAddress> signers, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.tokens = tokens;
        this.signers = List.copyOf(signers);
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Block(long number, String hash) {}

    private record Reached(long position, long behind) {}

    /** Empty before the first block was read. */
    Optional<Books> read() {
        return oneMoment.execute(_ -> lastBlock().map(this::at));
    }

    private Optional<Block> lastBlock() {
        return jdbc.sql("select block_number as number, block_hash as hash from chain_checkpoints where chain_id = ?")
                .param(tokens.chainId())
                .query(Block.class)
                .optional();
    }

    private Books at(Block block) {
        Reached reached = reached();
        return new Books(
                tokens.chainId(),
                block.number(),
                block.hash(),
                reached.position(),
                reached.behind(),
                assets(),
                destinations(),
                deposits(block.number()),
                accounts(),
                hot(),
                unlike(),
                otherwise());
    }

    private Reached reached() {
        return jdbc.sql("""
            select coalesce(s.reached, h.last_position) as position,
                   greatest(0, h.last_position - coalesce(s.reached, h.last_position)) as behind
            from event_log_head h, (select min(position) as reached from projection_segments) s\
            """).query(Reached.class).single();
    }

    private List<Asset> assets() {
        Stream<Asset> booked = jdbc
                .sql("""
                    select distinct token_address, currency::text as currency, token_decimals from funds_ledger_entries
                    where chain_id = ? order by token_address\
                    """)
                .param(tokens.chainId())
                .query((row, _) -> new Asset(
                        tokens.chainId(),
                        new EvmAddress(text(row, "token_address")),
                        WireEnum.parse(Currency.class, text(row, "currency")),
                        row.getInt("token_decimals")))
                .list()
                .stream()
                .filter(asset -> tokens.of(asset.contract()).isEmpty());
        return Stream.concat(tokens.assets().stream(), booked).toList();
    }

    private List<Destination> destinations() {
        return jdbc.sql("select payment_id, address from derivation_indices where chain_id = ? order by address")
                .param(tokens.chainId())
                .query((row, _) -> new Destination(row.getObject("payment_id", UUID.class), text(row, "address")))
                .list();
    }

    /** A sweep above this block has not taken anything yet. */
    private Map<PaymentToken, Deposit> deposits(long block) {
        Map<PaymentToken, Deposit> deposits = new HashMap<>();
        jdbc.sql("""
            select d.payment_id, o.token,
                   coalesce(sum(o.amount) filter (where o.state in ('reported', 'confirmed')), 0) as told,
                   coalesce(sum(o.amount) filter (where o.state = 'seen'), 0) as seen,
                   coalesce(sum(o.amount) filter (where o.state = 'ignored'), 0) as stray,
                   coalesce(sum(o.amount) filter (where o.state = 'orphaned' and o.retraction_due), 0) as retracting,
                   coalesce((select sum(s.amount_units) from derived_destination_sweeps s
                             join derived_destinations x on x.id = s.destination_id
                             where x.payment_id = d.payment_id and s.chain_id = d.chain_id and s.token_address = o.token
                               and not exists (select from sweep_transactions t where t.chain_id = s.chain_id
                                   and t.tx_hash = s.tx_hash and t.mined_block_number > :block)), 0)
                       as swept,
                   coalesce((select sum(t.amount) from sweep_transactions t
                             where t.payment_id = d.payment_id and t.chain_id = d.chain_id and t.token = o.token
                               and t.state = 'final' and t.mined_block_number <= :block
                               and not exists (select from derived_destination_sweeps s
                                   where s.chain_id = t.chain_id and s.tx_hash = t.tx_hash)), 0) as left_already,
                   coalesce((select sum(t.amount) from sweep_transactions t
                             where t.payment_id = d.payment_id and t.chain_id = d.chain_id and t.token = o.token
                               and (t.state in ('handed_back', 'broadcast')
                                   or (t.state = 'mined' and t.mined_block_number <= :block))), 0) as leaving
            from derivation_indices d
            join chain_observations o on o.chain_id = d.chain_id and o.to_address = d.address
            where d.chain_id = :chain group by d.payment_id, d.chain_id, o.token\
            """).param("block", block).param("chain", tokens.chainId()).query(row -> {
            PaymentToken key = new PaymentToken(row.getObject("payment_id", UUID.class), text(row, "token"));
            deposits.put(
                    key,
                    new Deposit(
                            key,
                            units(row, "told"),
                            units(row, "seen"),
                            units(row, "stray"),
                            units(row, "retracting"),
                            units(row, "swept"),
                            units(row, "left_already"),
                            units(row, "leaving")));
        });
        return deposits;
    }

    /** In the order of their keys, so that what is made of them is always the same. */
    private Map<PaymentToken, Account> accounts() {
        Map<PaymentToken, BigInteger> held = byKey("""
            select id as payment_id, token_address as token, held_units as units from payments where chain_id = ?\
            """);
        Map<PaymentToken, BigInteger> paid = byKey("""
            select c.payment_id, t.token, sum(t.amount) as units
            from custody_transactions t join custody_transfers c on c.id = t.transfer_id
            where t.chain_id = ? and (t.state = 'final' or (%s and c.accepted_at is not null))
            group by c.payment_id, t.token\
            """.formatted(MovedOtherwise.ROWS));
        Map<PaymentToken, BigInteger> outside = byKey("""
            select payment_id, token_address as token, sum(amount_units) as units from funds_ledger_entries
            where chain_id = ? and event_type = 'payment.off-chain-approved.v1' and entry_type = 'payment_detected'
            group by payment_id, token_address\
            """);
        Map<PaymentToken, Map<LedgerAccount, BigInteger>> ledger = ledger();
        Map<PaymentToken, Account> accounts = new LinkedHashMap<>();
        Stream.of(ledger.keySet(), held.keySet(), paid.keySet())
                .flatMap(Set::stream)
                .distinct()
                .sorted(Comparator.comparing(PaymentToken::toString))
                .forEach(key -> accounts.put(
                        key,
                        new Account(
                                key,
                                ledger.getOrDefault(key, Map.of()),
                                held.get(key),
                                paid.getOrDefault(key, BigInteger.ZERO),
                                outside.getOrDefault(key, BigInteger.ZERO))));
        return accounts;
    }

    private Map<PaymentToken, Map<LedgerAccount, BigInteger>> ledger() {
        Map<PaymentToken, Map<LedgerAccount, BigInteger>> ledger = new HashMap<>();
        jdbc.sql("""
            select payment_id, token_address as token, account::text as account, sum(balance_units) as units
            from funds_balances where chain_id = ? group by payment_id, token_address, account\
            """).param(tokens.chainId()).query(row -> {
            ledger.computeIfAbsent(key(row), _ -> new EnumMap<>(LedgerAccount.class))
                    .put(WireEnum.parse(LedgerAccount.class, text(row, "account")), units(row, "units"));
        });
        return ledger;
    }

    private Map<PaymentToken, BigInteger> byKey(String sql) {
        Map<PaymentToken, BigInteger> found = new HashMap<>();
        jdbc.sql(sql).param(tokens.chainId()).query(row -> {
            found.put(key(row), units(row, "units"));
        });
        return found;
    }

    /** Those that ever paid or were swept to, that were looked at before, and those that sign now. */
    private List<HotAccount> hot() {
        return jdbc.sql("""
            select from_account as address from custody_transactions where chain_id = :chain and from_account is not null
            union select to_address from sweep_batches where chain_id = :chain
            union select a.address from reconciliation_accounts a join reconciliation_reports r on r.id = a.report_id
                  where r.chain_id = :chain
            union select unnest(string_to_array(:signers, ',')) order by 1\
            """)
                .param("chain", tokens.chainId())
                .param("signers", signers.stream().map(EvmAddress::value).collect(Collectors.joining(",")))
                .query((row, _) -> new HotAccount(text(row, "address")))
                .list();
    }

    private List<Unlike> unlike() {
        return jdbc.sql("""
            select t.transfer_id, c.payment_id, t.token, c.amount_units as instructed, t.amount as made
            from custody_transactions t join custody_transfers c on c.id = t.transfer_id
            where t.chain_id = ? and (t.amount <> c.amount_units
                or (t.to_address <> c.to_address and not (t.state in ('reverted', 'abandoned') and c.former_address is not null))
                or t.token <> c.token_address or t.chain_id <> c.chain_id)
            order by t.transfer_id\
            """)
                .param(tokens.chainId())
                .query((row, _) -> new Unlike(
                        row.getObject("transfer_id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        text(row, "token"),
                        units(row, "instructed"),
                        units(row, "made")))
                .list();
    }

    private List<Otherwise> otherwise() {
        return jdbc.sql("""
            select t.transfer_id, c.payment_id, t.token, t.tx_hash, t.amount, %s as received, c.accepted_at is not null as accepted
            from custody_transactions t join custody_transfers c on c.id = t.transfer_id
            where t.chain_id = ? and %s order by t.transfer_id\
            """.formatted(MovedOtherwise.RECEIVED, MovedOtherwise.ROWS))
                .param(tokens.chainId())
                .query((row, _) -> new Otherwise(
                        row.getObject("transfer_id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        text(row, "token"),
                        text(row, "tx_hash"),
                        units(row, "amount"),
                        units(row, "received"),
                        row.getBoolean("accepted")))
                .list();
    }

    private static PaymentToken key(ResultSet row) throws SQLException {
        return new PaymentToken(row.getObject("payment_id", UUID.class), text(row, "token"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return String.valueOf(row.getString(column));
    }

    private static BigInteger units(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
