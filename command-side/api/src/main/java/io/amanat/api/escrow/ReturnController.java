package io.amanat.api.escrow;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.PayoutAddresses;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.escrow.EscrowRule;
import io.amanat.contract.escrow.PaymentCommand;
import io.amanat.contract.escrow.PaymentCommand.ClaimReturn;
import io.amanat.contract.escrow.PaymentCommand.ReturnExcess;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.escrow.ReturnText;
import io.amanat.contract.escrow.TransferKey;
import io.amanat.contract.identity.Role;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.TextSignature;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that belongs to no price goes back: the address is proven first, then a guard approves. */
@RestController
@RequestMapping(AccessTable.BASE + "/payments/{paymentId}")
class ReturnController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;
    private final PayoutAddresses addresses;
    private final TextSignature signatures;

    ReturnController(
            Commands commands, Trades trades, Sealer sealer, PayoutAddresses addresses, TextSignature signatures) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
        this.addresses = addresses;
        this.signatures = signatures;
    }

    @PostMapping("/return-claims")
    ResponseEntity<IdAnswer> claim(
            @PathVariable UUID paymentId, @Valid @RequestBody ReturnClaimBody body, CommandContext context) {
        PaymentId id = new PaymentId(paymentId);
        TransferKey key = new TransferKey(body.chainId(), body.txHash(), body.logIndex());
        EvmAddress to = body.signature() == null && context.requireCaller().requireRole() == Role.BUYER
                ? addresses.confirmed(body.to(), context.userId(), context.originUnversioned())
                : addresses.parse(body.to());
        return send(new ClaimReturn(id, key, to, signer(id, key, to, body.signature()), context.userId()), context);
    }

    /** Names the address, so that a claim made since the guard looked is not approved with it. A second approval is refused. */
    @PostMapping("/returns")
    ResponseEntity<IdAnswer> giveBack(
            @PathVariable UUID paymentId, @Valid @RequestBody ReturnBody body, CommandContext context) {
        PaymentId id = new PaymentId(paymentId);
        TransferKey key = new TransferKey(body.chainId(), body.txHash(), body.logIndex());
        CustodyTransferId transferId = new CustodyTransferId(context.newId("return"));
        var reason = sealer.seal(context.userId(), body.reason());
        return send(
                new ReturnExcess(id, key, addresses.parse(body.to()), transferId, context.userId(), reason), context);
    }

    private @Nullable EvmAddress signer(PaymentId id, TransferKey key, EvmAddress to, @Nullable String signature) {
        return signature == null
                ? null
                : signatures
                        .signer(ReturnText.of(id, key, to), signature)
                        .orElseThrow(() -> new RuleViolated(EscrowRule.THE_SENDER_SIGNS_FOR_A_RETURN));
    }

    private ResponseEntity<IdAnswer> send(PaymentCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.paymentId())));
        return commands.accepted(command.paymentId());
    }
}
