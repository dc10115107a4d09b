package io.amanat.platform.axon;

import io.amanat.contract.CommandSender;
import io.amanat.contract.Origin;
import io.amanat.contract.identity.PersonalText;
import io.amanat.contract.identity.UserCommand.SuspendUser;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserEvent.UserSuspended;
import io.amanat.contract.identity.UserId;
import java.time.Duration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/** Suspends a new user after a while: a deadline that turns into a command. */
@ProcessingGroup(Processors.SAGAS)
class ProbationSaga {

    static final Duration PROBATION = Duration.ofSeconds(3);

    private UserId user;
    private PersonalText reason;

    @StartSaga
    @SagaEventHandler(associationProperty = "userId")
    void on(UserRegistered event, DeadlineManager deadlines) {
        user = event.userId();
        reason = event.displayName();
        deadlines.schedule(PROBATION, "probation-over", user);
    }

    @DeadlineHandler(deadlineName = "probation-over")
    void probationOver(UserId whose, CommandSender commands) {
        commands.send(new SuspendUser(whose, reason, user), Origin.system("probation", user));
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "userId")
    void on(UserSuspended event) {}
}
