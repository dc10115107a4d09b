package io.amanat.platform.security;

import io.amanat.contract.identity.ApiKeyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Takes {@code amk_<id>_<secret>}. The whole of it is known to the platform by its SHA-256 only. */
final class ApiKeys implements AuthenticationManager {

    static final String PREFIX = "amk_";

    private static final Pattern FORM =
            Pattern.compile("amk_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_[A-Za-z0-9_-]{43}");

    private final Accounts accounts;

    ApiKeys(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        String key = ((BearerTokenAuthenticationToken) presented).getToken();
        Matcher form = FORM.matcher(key);
        return Optional.of(form)
                .filter(Matcher::matches)
                .flatMap(matched -> accounts.machine(ApiKeyId.of(matched.group(1)), hash(key)))
                .map(caller -> new CallerAuthentication(caller, null))
                .orElseThrow(() -> new InvalidBearerTokenException("unknown or revoked key"));
    }

    private static String hash(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
