package io.amanat.api.identity;

import static io.amanat.api.Api.a;
import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.api.Api;
import io.amanat.api.ApiTest;
import io.amanat.api.Commanded;
import io.amanat.api.MovableClock;
import io.amanat.api.identity.AccountProvisioning.Account;
import io.amanat.contract.RuleViolated;
import io.amanat.contract.access.Caller;
import io.amanat.contract.identity.ApiKeyCommand.IssueApiKey;
import io.amanat.contract.identity.IdentityRule;
import io.amanat.contract.identity.PersonalDataVault;
import io.amanat.contract.identity.Role;
import io.amanat.contract.identity.UserCommand.AssignRole;
import io.amanat.contract.identity.UserCommand.EraseUser;
import io.amanat.contract.identity.UserCommand.RegisterUser;
import io.amanat.contract.identity.UserEvent.UserRegistered;
import io.amanat.contract.identity.UserId;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class AccountsTest {
    @Autowired
    Api api;

    @Autowired
    Commanded commanded;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalDataVault vault;

    @Autowired
    AccountProvisioning provisioning;

    private final String email = UUID.randomUUID() + "@example.org";
    private final Caller admin = a(Role.ADMIN);

    @BeforeEach
    void nothingYet() {
        commanded.reset();
        clock.move(Duration.ofMinutes(2));
    }

    @Test
    void aRegistrationIsAnEventAndCredentials() {
        assertThat(register(email, "seller")).hasStatus(201).hasHeader("Location", "/api/v1/users/me");
        var sent = commanded.only();
        RegisterUser command = (RegisterUser) sent.command();
        assertThat(vault.open(command.email())).isEqualTo(email);
        assertThat(command.email().subject()).isEqualTo(command.userId());
        assertThat(sent.origin().actor()).isEqualTo("user:" + command.userId());
        assertThat(sent.origin().actorRole()).isEqualTo("seller");
        assertThat(accountsOf(command.userId())).isEqualTo(1);
    }

    @Test
    void anAddressIsTakenInAnySpelling() {
        register(email, "buyer");
        assertThat(register(email.toUpperCase(Locale.ROOT), "seller"))
                .hasStatus(409)
                .bodyText()
                .contains("email-taken");
        assertThat(commanded.all()).hasSize(1);
    }

    @Test
    void aRefusedRegistrationLeavesNoCredentials() {
        commanded.answer(command -> {
            throw new RuleViolated(IdentityRule.A_USER_REGISTERS_ONCE);
        });
        assertThat(register(email, "buyer")).hasStatus(409);
        assertThat(accountsOf(((RegisterUser) commanded.only().command()).userId()))
                .isZero();
    }

    @Test
    void nobodyRegistersAsStaffOrWithAWeakPassword() {
        assertThat(register(email, "admin")).hasStatus(403);
        assertThat(register("nonsense", "buyer")).hasStatus(400).bodyText().contains("email is an e-mail address");
        assertThat(api.post(
                        null,
                        "/users",
                        "{\"email\":\"%s\",\"password\":\"short\",\"displayName\":\"B\",\"role\":\"buyer\"}"
                                .formatted(email)))
                .hasStatus(400)
                .bodyText()
                .contains("password");
        assertThat(commanded.all()).isEmpty();
    }

    @Test
    void aRegistrationThatCrashedBeforeItsAnswerIsRecognised() {
        MvcTestResult first = register(email, "buyer", "Idempotency-Key", "crash-" + email);
        jdbc.sql("delete from idempotency_keys where key = ?")
                .param("crash-" + email)
                .update();
        commanded.answer(command -> {
            throw new RuleViolated(IdentityRule.A_USER_REGISTERS_ONCE);
        });
        MvcTestResult second = register(email, "buyer", "Idempotency-Key", "crash-" + email);
        assertThat(second).hasStatus(201).bodyJson().isStrictlyEqualTo(text(first));
    }

    @Test
    void anErasureThatWasCutShortIsFinishedByTheNext() {
        register(email, "buyer");
        UserId user = ((RegisterUser) commanded.only().command()).userId();
        api.log(user.value(), UserRegistered.class, user.value());
        commanded.answer(command -> {
            throw new RuleViolated(IdentityRule.ERASED_USERS_STAY_ERASED);
        });
        assertThat(erase(user)).hasStatus(202);
        assertThat(commanded.all().getLast().command()).isInstanceOf(EraseUser.class);
        assertThat(accountsOf(user)).isZero();
        assertThat(vault.open(((RegisterUser) commanded.all().getFirst().command()).email()))
                .isEqualTo(PersonalDataVault.ERASED);
        assertThat(erase(user)).hasStatus(202);
        commanded.answer(command -> null);
        assertThat(register(email, "buyer")).as("the address is free again").hasStatus(201);
    }

    @Test
    void anUnknownUserIsNotFound() {
        assertThat(erase(new UserId(UUID.randomUUID())))
                .hasStatus(404)
                .bodyText()
                .contains("no-such-user");
    }

    @Test
    void aRoleChangesInTheEventAndInTheCredentialsOrInNeither() {
        register(email, "buyer");
        UserId user = ((RegisterUser) commanded.only().command()).userId();
        api.log(user.value(), UserRegistered.class, user.value());
        commanded.answer(command -> {
            throw new RuleViolated(IdentityRule.NOBODY_CHANGES_THEIR_OWN_STANDING);
        });
        String body = "{\"role\":\"guard\",\"reason\":\"trusted\"}";
        assertThat(api.post(admin, "/users/" + user + "/role", body)).hasStatus(403);
        assertThat(roleOf(user)).isEqualTo("buyer");
        commanded.answer(command -> null);
        assertThat(api.post(admin, "/users/" + user + "/role", body)).hasStatus(202);
        assertThat(roleOf(user)).isEqualTo("guard");
    }

    @Test
    void anApiKeyIsShownOnceAndKeptAsAHash() {
        UserId owner = provisioning.ensure(new Account(email, "a long password", "Admin", Role.ADMIN));
        Caller by = Caller.person(owner, Role.ADMIN);
        commanded.reset();
        String body = "{\"name\":\"Reviewer\",\"scopes\":[\"audit:read\"]}";
        MvcTestResult issued = api.post(by, "/api-keys", body, "Idempotency-Key", "k");
        assertThat(issued).hasStatus(201).hasHeader("Cache-Control", "no-store");
        IssueApiKey command = (IssueApiKey) commanded.only().command();
        String key = JsonMapper.shared().readTree(text(issued)).get("key").stringValue();
        assertThat(key).startsWith("amk_" + command.apiKeyId() + "_");
        assertThat(jdbc.sql("select key_hash from api_keys where id = ?")
                        .param(command.apiKeyId().value())
                        .query(String.class)
                        .single())
                .isEqualTo(Tokens.hash(key));
        assertThat(api.post(by, "/api-keys", body, "Idempotency-Key", "k"))
                .hasStatus(409)
                .bodyText()
                .contains("api-key-shown-once");
        assertThat(api.post(by, "/api-keys", body.replace("audit:read", "audit:write")))
                .hasStatus(400);
    }

    @Test
    void accountsOfTheOperatorAreMadeOnce() {
        Account guard = new Account(email, "a long password", "Guard", Role.GUARD);
        UserId first = provisioning.ensure(guard);
        assertThat(commanded.all())
                .extracting(sent -> (Object) sent.command().getClass())
                .containsExactly(RegisterUser.class, AssignRole.class);
        assertThat(provisioning.ensure(guard)).isEqualTo(first);
        assertThat(commanded.all()).hasSize(2);
        assertThat(roleOf(first)).isEqualTo("guard");
    }

    private MvcTestResult register(String address, String role, String... headers) {
        return api.post(
                null,
                "/users",
                "{\"email\":\"%s\",\"password\":\"a long password\",\"displayName\":\"B\",\"role\":\"%s\"}"
                        .formatted(address, role),
                headers);
    }

    private MvcTestResult erase(UserId user) {
        return api.post(admin, "/users/" + user + "/erasure", "{\"reason\":\"They asked.\"}");
    }

    private int accountsOf(UserId user) {
        return jdbc.sql("select count(*) from user_credentials where user_id = ?")
                .param(user.value())
                .query(Integer.class)
                .single();
    }

    private String roleOf(UserId user) {
        return jdbc.sql("select role from user_credentials where user_id = ?")
                .param(user.value())
                .query(String.class)
                .single();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
