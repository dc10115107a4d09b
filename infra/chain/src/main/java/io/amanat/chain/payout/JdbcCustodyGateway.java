package io.amanat.chain.payout;

import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.money.AssetAmount;
import io.amanat.saga.port.CustodyGateway;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts an approved transfer into the table that {@link PayoutWorker} works from. Needs no node: without one it waits there.
 *
 * <p>Joins the caller's transaction if there is one.
 */
public final class JdbcCustodyGateway implements CustodyGateway {

    private final JdbcClient jdbc;

    public JdbcCustodyGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.springframework.dao.DuplicateKeyException if an earlier attempt has not failed for good: the caller retries later
     * @throws IllegalStateException if this attempt was submitted before with another recipient or amount
     */
    @Override
    public void submit(CustodyTransferId transferId, int attempt, TransferInstruction instruction) {
        AssetAmount amount = instruction.amount();
        BigDecimal units = new BigDecimal(amount.units());
        String token = amount.asset().contract().value();
        int inserted = jdbc.sql("""
            insert into custody_transactions (transfer_id, attempt, request_id, chain_id, to_address, token, amount)
            values (?, ?, ?, ?, ?, ?, ?) on conflict (transfer_id, attempt) do nothing\
            """)
                .params(
                        transferId.value(),
                        attempt,
                        instruction.requestId().value(),
                        amount.asset().chainId(),
                        instruction.to().value(),
                        token,
                        units)
                .update();
        if (inserted == 0 && !isKnown(transferId, attempt, instruction, units)) {
            throw new IllegalStateException(
                    "Transfer " + transferId + ", attempt " + attempt + ", was submitted before with another content");
        }
    }

    private boolean isKnown(
            CustodyTransferId transferId, int attempt, TransferInstruction instruction, BigDecimal units) {
        return jdbc.sql("""
            select exists (select from custody_transactions
                where transfer_id = ? and attempt = ? and chain_id = ? and to_address = ? and token = ? and amount = ?)\
            """)
                .params(
                        transferId.value(),
                        attempt,
                        instruction.amount().asset().chainId(),
                        instruction.to().value(),
                        instruction.amount().asset().contract().value(),
                        units)
                .query(Boolean.class)
                .single();
    }
}
