package io.amanat.platform.axon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerHumanReadableDeadlineDetails;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Deadlines are rows that a person can read. They are scheduled in the transaction of the handler that asks for them; one that fails is
 * tried again.
 */
@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    @Bean
    DbSchedulerCustomizer deadlinesAsJson() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<com.github.kagkarlsson.scheduler.serializer.Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    @Bean
    @Qualifier("deadlineDetailsTask")
    Task<DbSchedulerHumanReadableDeadlineDetails> deadlineTask(ObjectProvider<DbSchedulerDeadlineManager> manager) {
        Task<DbSchedulerHumanReadableDeadlineDetails> once =
                DbSchedulerDeadlineManager.humanReadableTask(manager::getObject);
        return Tasks.oneTime(TaskDescriptor.of(once.getName(), once.getDataClass()))
                .onFailure((failed, operations) -> operations.reschedule(failed, nextTry(failed)))
                .execute(((OneTimeTask<DbSchedulerHumanReadableDeadlineDetails>) once)::executeOnce);
    }

    /** After 1, 2, 4 … seconds, at most five minutes, for as long as it takes. */
    private static Instant nextTry(ExecutionComplete failed) {
        int doublings = Math.min(failed.getExecution().consecutiveFailures, 10);
        Duration pause = Duration.ofSeconds(1L << doublings);
        return failed.getTimeDone().plus(pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX);
    }

    @Bean
    DbSchedulerDeadlineManager deadlineManager(
            Scheduler scheduler,
            org.axonframework.config.Configuration axon,
            Serializer serializer,
            TransactionManager transactions) {
        DbSchedulerDeadlineManager manager = DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler)
                .scopeAwareProvider(new ConfigurationScopeAwareProvider(axon))
                .serializer(serializer)
                .transactionManager(transactions)
                .useBinaryPojo(false)
                .startScheduler(false)
                .stopScheduler(false)
                .build();
        manager.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        manager.registerHandlerInterceptor(new LogContext<>());
        return manager;
    }
}
