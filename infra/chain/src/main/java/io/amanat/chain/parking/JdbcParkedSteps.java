package io.amanat.chain.parking;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.WireEnum;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.custody.TransferInstruction;
import io.amanat.contract.custody.TransferKind;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.AssetAmount;
import io.amanat.contract.money.Currency;
import io.amanat.contract.money.EvmAddress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Table {@code parked_custody_steps}: one row per transfer and step, kept after it was taken. */
public final class JdbcParkedSteps implements ParkedSteps {
    private static final Logger log = LoggerFactory.getLogger(JdbcParkedSteps.class);
    private static final String INSTRUCT = "instruct";
    private static final String BOOK = "book";

    private final JdbcClient jdbc;

    public JdbcParkedSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of a step, made from what it is: parked twice it is one. */
    public static UUID id(CustodyStep step) {
        return UUID.nameUUIDFromBytes(
                ("parked|" + word(step) + "|" + step.transferId()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void park(CustodyStep step, RuleViolated refused) {
        log.error(
                "Step {} of custody transfer {} is parked, it was refused: {}",
                word(step),
                step.transferId(),
                refused.rule().code());
        JdbcClient.StatementSpec statement = jdbc.sql("""
            insert into parked_custody_steps (id, step, transfer_id, payment_id, request_id, kind, tx_hash, buyer_id, seller_id,
                beneficiary_id, to_address, chain_id, token, currency, decimals, amount_units, rule, sentence)
            values (:id, :step, :transfer, :payment, :request, :kind, :tx, :buyer, :seller, :beneficiary, :to, :chain, :token,
                :currency, :decimals, :units, :rule, :sentence)
            on conflict (id) do update set rule = excluded.rule, sentence = excluded.sentence,
                refusals = parked_custody_steps.refusals + 1, taken_at = null, taken_by = null, taken_reason = null\
            """)
                .param("id", id(step))
                .param("step", word(step))
                .param("transfer", step.transferId().value())
                .param("payment", step.paymentId().value())
                .param("request", step.requestId().value())
                .param("kind", step.kind().wire())
                .param("rule", refused.rule().code())
                .param("sentence", String.valueOf(refused.getMessage()));
        content(statement, step).update();
    }

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, CustodyStep step) {
        TransferInstruction instruction = step instanceof CustodyStep.Instruct in ? in.instruction() : null;
        Asset asset = instruction == null ? null : instruction.amount().asset();
        return statement
                .param("tx", step instanceof CustodyStep.Book book ? book.txHash() : null)
                .param(
                        "buyer",
                        instruction == null ? null : instruction.buyerId().value())
                .param(
                        "seller",
                        instruction == null ? null : instruction.sellerId().value())
                .param(
                        "beneficiary",
                        instruction == null ? null : instruction.beneficiary().value())
                .param("to", instruction == null ? null : instruction.to().value())
                .param("chain", asset == null ? null : asset.chainId())
                .param("token", asset == null ? null : asset.contract().value())
                .param("currency", asset == null ? null : asset.currency().wire())
                .param("decimals", asset == null ? null : asset.decimals())
                .param(
                        "units",
                        instruction == null
                                ? null
                                : new BigDecimal(instruction.amount().units()));
    }

    @Override
    public Optional<CustodyStep> waiting(UUID id) {
        return jdbc.sql("select * from parked_custody_steps where id = ? and taken_at is null")
                .param(id)
                .query((row, _) -> step(row))
                .optional();
    }

    @Override
    public void taken(UUID id, UserId by, PersonalText reason) {
        jdbc.sql("""
            update parked_custody_steps set taken_at = now(), taken_by = ?, taken_reason = ? where id = ? and taken_at is null\
            """).params(by.value(), reason.token(), id).update();
    }

    /** Why something waits, in sentences, the oldest first. */
    List<String> sentences(int max) {
        return jdbc.sql("""
            select 'Step ' || step || ' of custody transfer ' || transfer_id || ' was refused: ' || rule
            from parked_custody_steps where taken_at is null order by created_at limit ?\
            """).param(max).query((row, _) -> row.getString(1)).list();
    }

    private static String word(CustodyStep step) {
        return switch (step) {
            case CustodyStep.Instruct _ -> INSTRUCT;
            case CustodyStep.Book _ -> BOOK;
        };
    }

    private static CustodyStep step(ResultSet row) throws SQLException {
        CustodyTransferId transferId = new CustodyTransferId(row.getObject("transfer_id", UUID.class));
        PaymentId paymentId = new PaymentId(row.getObject("payment_id", UUID.class));
        PurchaseRequestId requestId = new PurchaseRequestId(row.getObject("request_id", UUID.class));
        TransferKind kind = WireEnum.parse(TransferKind.class, row.getString("kind"));
        return row.getString("step").equals(INSTRUCT)
                ? new CustodyStep.Instruct(
                        transferId,
                        new TransferInstruction(
                                paymentId,
                                requestId,
                                new UserId(row.getObject("buyer_id", UUID.class)),
                                new UserId(row.getObject("seller_id", UUID.class)),
                                kind,
                                new UserId(row.getObject("beneficiary_id", UUID.class)),
                                new EvmAddress(row.getString("to_address")),
                                amount(row)))
                : new CustodyStep.Book(transferId, paymentId, requestId, kind, row.getString("tx_hash"));
    }

    private static AssetAmount amount(ResultSet row) throws SQLException {
        return new Asset(
                        row.getLong("chain_id"),
                        new EvmAddress(row.getString("token")),
                        WireEnum.parse(Currency.class, row.getString("currency")),
                        row.getInt("decimals"))
                .units(row.getBigDecimal("amount_units").toBigIntegerExact());
    }
}
