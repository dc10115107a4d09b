package io.amanat.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the command API, under {@code amanat.api}.
 *
 * @param bodyBytesMax of a request
 * @param idempotencyKeptHours how long an answer is replayed
 * @param idempotencyLeaseSeconds after which a request that has not answered counts as crashed and may be tried again
 * @param sessionDays from log-in until one has to log in again, however often the session was refreshed
 * @param sessionsPerUserMax the oldest ends when there are more
 * @param loginFailuresMax wrong passwords in a row before an account is locked
 * @param loginLockSeconds the first lock; each further failure doubles it, up to sixteen times
 * @param loginFailuresPerMinuteMax per address of the client
 * @param registrationsPerMinuteMax per address of the client
 * @param passwordHashesAtOnceMax each takes about 20 MB while it runs
 * @param purgeBatchRowsMax rows that one run of a clean-up job deletes
 */
@ConfigurationProperties("amanat.api")
public record ApiSettings(
        @DefaultValue("262144") int bodyBytesMax,
        @DefaultValue("24") int idempotencyKeptHours,
        @DefaultValue("20") int idempotencyLeaseSeconds,
        @DefaultValue("30") int sessionDays,
        @DefaultValue("20") int sessionsPerUserMax,
        @DefaultValue("5") int loginFailuresMax,
        @DefaultValue("60") int loginLockSeconds,
        @DefaultValue("60") int loginFailuresPerMinuteMax,
        @DefaultValue("60") int registrationsPerMinuteMax,
        @DefaultValue("4") int passwordHashesAtOnceMax,
        @DefaultValue("1000") int purgeBatchRowsMax) {}
