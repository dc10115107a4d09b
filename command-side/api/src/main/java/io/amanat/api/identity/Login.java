package io.amanat.api.identity;

import io.amanat.api.ApiSettings;
import io.amanat.api.KeyedHash;
import io.amanat.api.web.ApiProblem;
import io.amanat.api.web.ApiRefusal;
import io.amanat.contract.identity.UserStatus;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Proves who somebody is by e-mail address and password. */
@Component
final class Login {
    private final CredentialStore credentials;
    private final Passwords passwords;
    private final KeyedHash hash;
    private final Clock clock;
    private final ApiSettings settings;
    private final Throttle throttle;

    Login(CredentialStore credentials, Passwords passwords, KeyedHash hash, Clock clock, ApiSettings settings) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.hash = hash;
        this.clock = clock;
        this.settings = settings;
        this.throttle = new Throttle(clock, settings.loginFailuresPerMinuteMax());
    }

    /** Unknown address, wrong password and locked account take the same time and get the same refusal. */
    Credentials prove(String email, String password, String ip) {
        throttle.check(ip);
        Credentials who =
                credentials.byEmail(new EmailAddress(email).index(hash)).orElse(null);
        if (who == null || who.status() == UserStatus.DELETED) {
            passwords.matchesNobody(password);
            throw refused(ip);
        }
        boolean right = passwords.matches(password, who.passwordHash());
        if (who.lockedAt(clock.instant())) {
            throw refused(ip);
        }
        if (!right) {
            credentials.countFailure(
                    who.userId(), clock.instant(), settings.loginFailuresMax(), settings.loginLockSeconds());
            throw refused(ip);
        }
        welcome(who, password);
        return who;
    }

    private void welcome(Credentials who, String password) {
        if (who.status() != UserStatus.ACTIVE) {
            throw new ApiProblem(ApiRefusal.ACCOUNT_SUSPENDED);
        }
        if (who.failedAttempts() > 0) {
            credentials.clearFailures(who.userId());
        }
        if (passwords.outdated(who.passwordHash())) {
            credentials.setPasswordHash(who.userId(), passwords.hash(password));
        }
    }

    private ApiProblem refused(String ip) {
        throttle.count(ip);
        return new ApiProblem(ApiRefusal.LOGIN_FAILED);
    }
}
