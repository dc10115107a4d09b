package io.amanat.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the platform is, and who asks. A password is never an argument: other users of the machine see those. */
final class Login {
    @Option(
            names = "--url",
            description = "Address of the platform (environment: AMANAT_URL; default: ${DEFAULT-VALUE}).",
            defaultValue = "${env:AMANAT_URL:-http://127.0.0.1:8080}")
    private String url = "";

    @Option(
            names = "--token",
            description = "Access token or API key (environment: AMANAT_TOKEN).",
            defaultValue = "${env:AMANAT_TOKEN}")
    private @Nullable String token;

    @Option(
            names = "--email",
            description = "Log in as this account; the password comes from AMANAT_PASSWORD or is asked for.")
    private @Nullable String email;

    /** Logs in when there is no token. */
    Api api() {
        if (token != null && !token.isBlank()) {
            return new Api(url, token);
        }
        if (email == null) {
            throw new Api.Refused("Say who asks: --token or AMANAT_TOKEN, or --email.");
        }
        return Api.loggedIn(url, email, password());
    }

    /** Absent when nobody sits there. */
    static @Nullable Console console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
    }

    private static String password() {
        String given = System.getenv("AMANAT_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = console();
        char[] typed = console == null ? null : console.readPassword("Password: ");
        if (typed == null) {
            throw new Api.Refused("There is nobody to ask for the password; set AMANAT_PASSWORD.");
        }
        return new String(typed);
    }
}
