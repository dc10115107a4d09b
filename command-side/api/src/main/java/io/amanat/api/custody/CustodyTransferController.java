package io.amanat.api.custody;

import io.amanat.api.trade.Trades;
import io.amanat.api.validation.PayoutAddresses;
import io.amanat.api.validation.ReasonBody;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.api.web.Sealer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.custody.CustodyTransferCommand;
import io.amanat.contract.custody.CustodyTransferCommand.AcceptCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.ApproveCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.HoldCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RedirectCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferCommand.RetryCustodyTransfer;
import io.amanat.contract.custody.CustodyTransferId;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.money.EvmAddress;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(AccessTable.BASE + "/custody-transfers/{transferId}")
class CustodyTransferController {
    private final Commands commands;
    private final Trades trades;
    private final Sealer sealer;
    private final PayoutAddresses addresses;

    CustodyTransferController(Commands commands, Trades trades, Sealer sealer, PayoutAddresses addresses) {
        this.commands = commands;
        this.trades = trades;
        this.sealer = sealer;
        this.addresses = addresses;
    }

    @PostMapping("/approval")
    ResponseEntity<IdAnswer> approve(
            @PathVariable UUID transferId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        var id = new CustodyTransferId(transferId);
        return send(new ApproveCustodyTransfer(id, context.userId(), reason(body, context)), context);
    }

    @PostMapping("/hold")
    ResponseEntity<IdAnswer> hold(
            @PathVariable UUID transferId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        var id = new CustodyTransferId(transferId);
        return send(new HoldCustodyTransfer(id, context.userId(), reason(body, context)), context);
    }

    @PostMapping("/retry")
    ResponseEntity<IdAnswer> retry(
            @PathVariable UUID transferId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        var id = new CustodyTransferId(transferId);
        return send(new RetryCustodyTransfer(id, context.userId(), reason(body, context)), context);
    }

    @PostMapping("/acceptance")
    ResponseEntity<IdAnswer> accept(
            @PathVariable UUID transferId, @Valid @RequestBody ReasonBody body, CommandContext context) {
        var id = new CustodyTransferId(transferId);
        return send(new AcceptCustodyTransfer(id, context.userId(), reason(body, context)), context);
    }

    /** The recipient has signed for the address, and it has cooled off. */
    @PostMapping("/redirection")
    ResponseEntity<IdAnswer> redirect(
            @PathVariable UUID transferId, @Valid @RequestBody RedirectionBody body, CommandContext context) {
        var id = new CustodyTransferId(transferId);
        EvmAddress to = addresses.confirmed(body.to(), trades.beneficiaryOf(id), context.origin(trades.of(id)));
        PersonalText reason = sealer.seal(context.userId(), body.reason());
        return send(new RedirectCustodyTransfer(id, to, context.userId(), reason), context);
    }

    private PersonalText reason(ReasonBody body, CommandContext context) {
        return sealer.seal(context.userId(), body.reason());
    }

    private ResponseEntity<IdAnswer> send(CustodyTransferCommand command, CommandContext context) {
        commands.send(command, context.origin(trades.of(command.transferId())));
        return commands.accepted(command.transferId());
    }
}
