package io.amanat.api.identity;

import io.amanat.api.validation.PayoutAddresses;
import io.amanat.api.web.CommandContext;
import io.amanat.api.web.Commands;
import io.amanat.api.web.Commands.IdAnswer;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.AccessTable;
import io.amanat.contract.identity.ChainFamily;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PayoutAddressCommand.ConfirmPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.RegisterPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.WithdrawPayoutAddress;
import io.amanat.contract.identity.PayoutAddressId;
import io.amanat.contract.identity.PayoutAddressPolicy;
import io.amanat.contract.identity.PayoutChallenge;
import io.amanat.contract.identity.UserId;
import io.amanat.contract.money.AddressChecksum;
import io.amanat.contract.money.EvmAddress;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person says where to be paid on EVM chains, and proves to own it. */
@RestController
@RequestMapping(AccessTable.BASE + "/users/me/payout-addresses")
class PayoutAddressController {
    private final Commands commands;
    private final PayoutAddresses addresses;
    private final AddressChecksum checksum;
    private final PayoutAddressPolicy policy;
    private final Clock clock;

    PayoutAddressController(
            Commands commands,
            PayoutAddresses addresses,
            AddressChecksum checksum,
            PayoutAddressPolicy policy,
            Clock clock) {
        this.commands = commands;
        this.addresses = addresses;
        this.checksum = checksum;
        this.policy = policy;
        this.clock = clock;
    }

    /** {@code text} is to be signed with {@code personal_sign}, to the last character. */
    record ChallengeAnswer(String text, Instant expiresAt) {}

    @PostMapping
    ResponseEntity<ChallengeAnswer> register(@Valid @RequestBody PayoutAddressBody body, CommandContext context) {
        EvmAddress address = addresses.parse(body.address());
        String account = checksum.format(address);
        RuleViolated.unless(account.equals(body.address()), IdentityRule.A_PAYOUT_ADDRESS_IS_CHECKSUMMED);
        Instant now = clock.instant();
        PayoutChallenge challenge = new PayoutChallenge(
                policy.domain(),
                context.userId(),
                account,
                context.newId("nonce").toString().replace("-", ""),
                now,
                now.plus(policy.proofWindow()));
        Object recorded = commands.send(
                new RegisterPayoutAddress(id(context.userId()), context.userId(), ChainFamily.EVM, address, challenge),
                context.origin());
        // after a crash, of the first try: its time stands in the text
        PayoutChallenge counts = (PayoutChallenge) Objects.requireNonNull(recorded);
        return commands.accepted(new ChallengeAnswer(counts.text(), counts.expiresAt()));
    }

    @PostMapping("/confirmation")
    ResponseEntity<IdAnswer> confirm(@Valid @RequestBody PayoutProofBody body, CommandContext context) {
        PayoutAddressId id = id(context.userId());
        commands.send(
                new ConfirmPayoutAddress(id, addresses.parse(body.address()), body.signature()), context.origin());
        return commands.accepted(id);
    }

    @PostMapping("/withdrawal")
    ResponseEntity<IdAnswer> withdraw(CommandContext context) {
        PayoutAddressId id = id(context.userId());
        commands.send(new WithdrawPayoutAddress(id), context.origin());
        return commands.accepted(id);
    }

    private static PayoutAddressId id(UserId user) {
        return PayoutAddressId.of(user, ChainFamily.EVM);
    }
}
