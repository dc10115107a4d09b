package io.amanat.app.assembly;

import io.amanat.api.identity.AccountProvisioning;
import io.amanat.contract.identity.Role;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** One account per role, so that a stranger can look around at once. */
final class DemoAccounts {
    /** Known to everybody: for a platform on one's own machine only. */
    static final String PASSWORD = "amanat-demo-password";

    private final AccountProvisioning provisioning;

    DemoAccounts(AccountProvisioning provisioning) {
        this.provisioning = provisioning;
    }

    void ensure() {
        for (Role role : Role.values()) {
            String name =
                    "Demo " + role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
            provisioning.ensure(new AccountProvisioning.Account(email(role), PASSWORD, name, role));
        }
    }

    static String email(Role role) {
        return role.wire() + "@demo.amanat.example";
    }

    /** Whether to make them, under {@code amanat.demo}. */
    @ConfigurationProperties("amanat.demo")
    record Settings(@DefaultValue("true") boolean accounts) {}
}
