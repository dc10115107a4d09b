package io.amanat.app.assembly;

import io.amanat.app.start.Foundations;
import io.amanat.app.start.Progress;
import io.amanat.contract.identity.Role;
import org.springframework.core.env.Environment;

/** What a person at the terminal needs to know once the platform is up. */
final class Welcome {
    private final Environment environment;
    private final Foundations foundations;

    Welcome(Environment environment, Foundations foundations) {
        this.environment = environment;
        this.foundations = foundations;
    }

    void print(boolean demoAccounts) {
        String base = "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
        Progress.say("");
        Progress.say("Amanat is up.");
        Progress.say("  API           " + base + "/api/v1");
        Progress.say("  API reference " + base + "/swagger-ui.html   (OpenAPI: " + base + "/v3/api-docs)");
        Progress.say("  Health        " + base + "/actuator/health");
        foundations.localChain().ifPresent(chain -> Progress.say("  Local chain   " + chain.rpcUrl()));
        if (demoAccounts) {
            Progress.say("");
            Progress.say("Log in with POST " + base + "/api/v1/sessions; the password of every demo account is "
                    + DemoAccounts.PASSWORD);
            for (Role role : Role.values()) {
                Progress.say("  " + DemoAccounts.email(role));
            }
        }
        Progress.say("");
        Progress.say("See two whole trades: ./demo (in another terminal). Ctrl-C stops Amanat.");
    }
}
