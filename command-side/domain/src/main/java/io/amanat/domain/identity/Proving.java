package io.amanat.domain.identity;

import static io.amanat.contract.RuleViolated.unless;

import io.amanat.contract.custody.OwnAddresses;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PayoutAddressCommand.ConfirmPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.RegisterPayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.UsePayoutAddress;
import io.amanat.contract.identity.PayoutAddressCommand.WithdrawPayoutAddress;
import io.amanat.contract.identity.PayoutAddressEvent;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressConfirmed;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressRegistered;
import io.amanat.contract.identity.PayoutAddressEvent.PayoutAddressWithdrawn;
import io.amanat.contract.identity.PayoutAddressPolicy;
import io.amanat.contract.identity.PayoutChallenge;
import io.amanat.contract.money.EvmAddress;
import io.amanat.contract.money.TextSignature;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Asked for, signed for, used: what may happen to a payout address. */
final class Proving {
    private Proving() {}

    static List<PayoutAddressEvent> register(RegisterPayoutAddress command, OwnAddresses own) {
        PayoutChallenge challenge = command.challenge();
        aPersons(command.address(), own);
        unless(
                command.address().value().equalsIgnoreCase(challenge.account())
                        && command.userId().equals(challenge.userId()),
                IdentityRule.A_CHALLENGE_IS_ASKED_FOR_FIRST);
        return List.of(new PayoutAddressRegistered(
                command.addressId(), command.userId(), command.family(), command.address(), challenge));
    }

    /** A challenge is good for one answer. The same answer again, as after a crash, records nothing. */
    static List<PayoutAddressEvent> confirm(
            PayoutAddressState state,
            ConfirmPayoutAddress command,
            OwnAddresses own,
            TextSignature signatures,
            PayoutAddressPolicy policy,
            Instant now) {
        EvmAddress address = command.address();
        PayoutChallenge challenge = state.challenge();
        if (challenge == null && (address.equals(state.current()) || address.equals(state.next()))) {
            return List.of();
        }
        unless(challenge != null && address.equals(state.asked()), IdentityRule.A_CHALLENGE_IS_ASKED_FOR_FIRST);
        PayoutChallenge answered = Objects.requireNonNull(challenge);
        unless(now.isBefore(answered.expiresAt()), IdentityRule.A_CHALLENGE_EXPIRES);
        unless(
                signatures
                        .signer(answered.text(), command.signature())
                        .filter(address::equals)
                        .isPresent(),
                IdentityRule.THE_OWNER_SIGNS_FOR_A_PAYOUT_ADDRESS);
        aPersons(address, own);
        return List.of(confirmed(state, command, policy, now));
    }

    /** The first one is used at once: nobody without one has agreed to be paid. Confirming the one in use calls a change off. */
    private static PayoutAddressConfirmed confirmed(
            PayoutAddressState state, ConfirmPayoutAddress command, PayoutAddressPolicy policy, Instant now) {
        EvmAddress used = state.usable(now);
        if (used == null || used.equals(command.address())) {
            return new PayoutAddressConfirmed(command.addressId(), state.userId(), command.address(), now, null);
        }
        boolean again = state.coolingOff(now) && command.address().equals(state.next());
        Instant from = again ? Objects.requireNonNull(state.nextFrom()) : now.plus(policy.coolingOff());
        return new PayoutAddressConfirmed(command.addressId(), state.userId(), command.address(), from, used);
    }

    static List<PayoutAddressEvent> withdraw(PayoutAddressState state, WithdrawPayoutAddress command, Instant now) {
        unless(state.coolingOff(now), IdentityRule.ONLY_A_WAITING_ADDRESS_IS_WITHDRAWN);
        return List.of(new PayoutAddressWithdrawn(
                command.addressId(),
                state.userId(),
                Objects.requireNonNull(state.next()),
                Objects.requireNonNull(state.current())));
    }

    static void use(PayoutAddressState state, UsePayoutAddress command, Instant now) {
        unless(command.address().equals(state.usable(now)), IdentityRule.A_PAYOUT_ADDRESS_IS_CONFIRMED_FIRST);
    }

    private static void aPersons(EvmAddress address, OwnAddresses own) {
        unless(!address.zero() && !own.ours(address), IdentityRule.A_PAYOUT_ADDRESS_IS_A_PERSONS);
    }
}
