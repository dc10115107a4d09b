package io.amanat.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amanat.contract.MetadataKeys;
import io.amanat.contract.disputes.DisputeCommand.LapseResponse;
import io.amanat.contract.disputes.DisputeId;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class CommandTargetsTest {
    private final DisputeId disputeId = new DisputeId(UUID.randomUUID());
    private final CommandTargets targets = new CommandTargets();

    @Test
    void givenCommandWithoutVersion_whenResolved_thenTargetIsThePlainUuid() {
        var target = targets.resolveTarget(new GenericCommandMessage<>(new LapseResponse(disputeId)));

        assertThat(target.getIdentifier()).isEqualTo(disputeId.value().toString());
        assertThat(target.getVersion()).isNull();
    }

    @Test
    void givenExpectedVersion_whenResolved_thenVersionIsPassedOn() {
        var target = targets.resolveTarget(
                new GenericCommandMessage<>(new LapseResponse(disputeId), Map.of(MetadataKeys.EXPECTED_VERSION, "7")));

        assertThat(target.getVersion()).isEqualTo(7L);
    }

    @Test
    void givenSomethingElse_whenResolved_thenRefused() {
        assertThatThrownBy(() -> targets.resolveTarget(new GenericCommandMessage<>("hello")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
