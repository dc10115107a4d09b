package io.amanat.chain.deposit;

import io.amanat.chain.hd.DepositAddresses;
import io.amanat.contract.custody.DestinationId;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.EvmAddress;
import io.amanat.saga.port.AllocatedDestination;
import io.amanat.saga.port.DestinationAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out the next unused index of the deposit account. Needs no node.
 *
 * <p>It commits in a transaction of its own, also when it is called inside another one. So an address is on the watch list before
 * anybody can see it, and when the caller's transaction rolls back, the index stays with this payment: the caller's retry gets the
 * same address, and no other payment ever does. The price is a second connection for a moment.
 *
 * <p>One after the other per account, by a lock in the database; should that ever fail, the table's unique constraints do not.
 */
public final class JdbcDestinationAllocator implements DestinationAllocator {

    private final LongFunction<DepositAddresses> accounts;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    /** One deposit account for all chains. */
    public JdbcDestinationAllocator(
            DepositAddresses addresses, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(_ -> addresses, jdbc, transactions);
    }

    /** @param accounts the deposit account of each chain, by the chain's id; chains may share one, and share no address of it */
    public JdbcDestinationAllocator(
            LongFunction<DepositAddresses> accounts, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the payment has a destination already, of another trade or on another chain
     */
    @Override
    public AllocatedDestination allocate(PaymentId paymentId, PurchaseRequestId requestId, long chainId) {
        DepositAddresses addresses = accounts.apply(chainId);
        Row row = ownTransaction.execute(status -> {
            lock(addresses);
            return known(paymentId).orElseGet(() -> next(addresses, paymentId, requestId, chainId));
        });
        if (!row.requestId().equals(requestId.value()) || row.chainId() != chainId) {
            throw new IllegalStateException("Payment " + paymentId + " has a destination already, for request "
                    + row.requestId() + " on chain " + row.chainId());
        }
        return new AllocatedDestination(
                idOf(paymentId),
                new EvmAddress(row.address()),
                row.fingerprint(),
                DepositAddresses.path(row.derivationIndex()));
    }

    /** The destination's id, which follows from the payment's: a version 3 (name-based) UUID. */
    public static DestinationId idOf(PaymentId paymentId) {
        return new DestinationId(
                UUID.nameUUIDFromBytes(("destination of payment " + paymentId).getBytes(StandardCharsets.UTF_8)));
    }

    private void lock(DepositAddresses addresses) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))::text")
                .param("deposit account " + addresses.accountFingerprint())
                .query(String.class)
                .single();
    }

    private Optional<Row> known(PaymentId paymentId) {
        return jdbc.sql("""
            select request_id, chain_id, account_xpub_fingerprint as fingerprint, derivation_index, address
            from derivation_indices where payment_id = ?\
            """).param(paymentId.value()).query(Row.class).optional();
    }

    private Row next(DepositAddresses addresses, PaymentId paymentId, PurchaseRequestId requestId, long chainId) {
        String fingerprint = addresses.accountFingerprint();
        int index = jdbc.sql("""
            select coalesce(max(derivation_index) + 1, 0) from derivation_indices
            where account_xpub_fingerprint = ?\
            """).param(fingerprint).query(Integer.class).single();
        Row row = new Row(
                requestId.value(),
                chainId,
                fingerprint,
                index,
                addresses.at(index).value());
        jdbc.sql("""
            insert into derivation_indices
                (payment_id, request_id, chain_id, account_xpub_fingerprint, derivation_index, address)
            values (?, ?, ?, ?, ?, ?)\
            """)
                .params(paymentId.value(), row.requestId(), chainId, fingerprint, index, row.address())
                .update();
        return row;
    }

    private record Row(UUID requestId, long chainId, String fingerprint, int derivationIndex, String address) {}
}
