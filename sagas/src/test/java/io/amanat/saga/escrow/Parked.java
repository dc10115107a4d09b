package io.amanat.saga.escrow;

import io.amanat.contract.RuleViolated;
import io.amanat.contract.custody.CustodyStep;
import io.amanat.contract.custody.ParkedSteps;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Remembers what was parked, and by which rule. */
public final class Parked implements ParkedSteps {
    public final Map<CustodyStep, String> steps = new LinkedHashMap<>();

    @Override
    public void park(CustodyStep step, RuleViolated refused) {
        steps.put(step, refused.rule().code());
    }

    @Override
    public Optional<CustodyStep> waiting(UUID id) {
        return Optional.empty();
    }

    @Override
    public void taken(UUID id, UserId by, PersonalText reason) {
        throw new UnsupportedOperationException();
    }
}
