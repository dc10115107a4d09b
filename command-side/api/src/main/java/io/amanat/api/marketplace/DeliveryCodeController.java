package io.amanat.api.marketplace;

import io.amanat.api.trade.Trades;
import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.contract.Origin;
import io.amanat.contract.Rule;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.marketplace.DeliveryAttempt;
import io.amanat.contract.marketplace.MarketplaceRule;
import io.amanat.contract.marketplace.PurchaseRequestCommand.ConfirmDelivery;
import io.amanat.contract.marketplace.PurchaseRequestCommand.IssueDeliveryCode;
import io.amanat.contract.marketplace.PurchaseRequestId;
import jakarta.validation.Valid;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code goes to the buyer only, once; from here on there is only its hash. */
@RestController
@RequestMapping(AccessTable.BASE + "/purchase-requests/{requestId}")
class DeliveryCodeController {
    private static final int CODES = 1_000_000;

    private final Commands commands;
    private final Trades trades;
    private final DeliveryCodeHasher hasher;
    private final SecureRandom random = new SecureRandom();

    DeliveryCodeController(Commands commands, Trades trades, DeliveryCodeHasher hasher) {
        this.commands = commands;
        this.trades = trades;
        this.hasher = hasher;
    }

    @PostMapping("/delivery-code")
    ResponseEntity<CodeBody> issue(@PathVariable UUID requestId, CommandContext context) {
        PurchaseRequestId id = trades.known(new PurchaseRequestId(requestId));
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        // without the key: a repeat gets a new code, for nobody knows the first one any more
        Origin origin = context.withoutKey().origin(id);
        commands.send(new IssueDeliveryCode(id, context.userId(), hasher.hash(id, code)), origin);
        return Commands.secret(commands.accepted(new CodeBody(code)));
    }

    @PostMapping("/delivery-confirmation")
    ResponseEntity<IdAnswer> confirm(
            @PathVariable UUID requestId, @Valid @RequestBody CodeBody body, CommandContext context) {
        PurchaseRequestId id = trades.known(new PurchaseRequestId(requestId));
        Object answer = commands.send(
                new ConfirmDelivery(id, context.userId(), hasher.hash(id, body.code())), context.origin(id));
        if (!(answer instanceof DeliveryAttempt attempt)) {
            throw new IllegalStateException("a try with a code answers a DeliveryAttempt");
        }
        return switch (attempt.outcome()) {
            case CONFIRMED -> commands.accepted(id);
            case WRONG_CODE ->
                throw refused(HttpStatus.UNPROCESSABLE_CONTENT, MarketplaceRule.DELIVERY_CODE_WRONG, attempt);
            case LOCKED -> throw refused(HttpStatus.CONFLICT, MarketplaceRule.DELIVERY_CODE_LOCKED, attempt);
        };
    }

    private static ApiProblem refused(HttpStatus status, Rule rule, DeliveryAttempt attempt) {
        Integer left = attempt.attemptsLeft();
        return new ApiProblem(status, rule, left == null ? Map.of() : Map.of("attemptsLeft", left));
    }
}
