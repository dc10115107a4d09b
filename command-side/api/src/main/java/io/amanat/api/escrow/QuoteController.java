package io.amanat.api.escrow;

import io.amanat.api.trade.PriceQuotes;
import io.amanat.api.trade.Trades;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.escrow.PaymentCommand.RenewQuote;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The buyer asks for a new quote after the last one expired. */
@RestController
@RequestMapping(AccessTable.BASE + "/payments/{paymentId}/quotes")
class QuoteController {
    private final Commands commands;
    private final Trades trades;
    private final PriceQuotes quotes;

    QuoteController(Commands commands, Trades trades, PriceQuotes quotes) {
        this.commands = commands;
        this.trades = trades;
        this.quotes = quotes;
    }

    @PostMapping
    ResponseEntity<IdAnswer> renew(@PathVariable UUID paymentId, CommandContext context) {
        PaymentId id = new PaymentId(paymentId);
        PurchaseRequestId trade = trades.of(id);
        commands.send(
                new RenewQuote(id, quotes.forPayment(trade, id, context.userId()), context.userId()),
                context.origin(trade));
        return commands.accepted(id);
    }
}
