package io.amanat.platform.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's settings, prefix {@code amanat}.
 *
 * @param dataFolder {@code amanat.data-folder}: database, chain and keys of this installation; relative to the working directory
 * @param keysFolder {@code amanat.keys-folder}: where secrets are made on first start and read from then on; {@code keys} in the data
 *     folder when not set. Whoever loses it can read no personal data and honours no token; whoever copies it can do both
 */
@ConfigurationProperties("amanat")
public record AmanatSettings(
        @DefaultValue(".amanat") Path dataFolder,
        @Nullable Path keysFolder,
        @DefaultValue Tokens tokens) {

    /** The folder of the secrets, absolute. */
    public Path keys() {
        Path folder = keysFolder == null ? dataFolder.resolve("keys") : keysFolder;
        return folder.toAbsolutePath().normalize();
    }

    /**
     * Access tokens.
     *
     * @param issuer {@code amanat.tokens.issuer}
     * @param audience {@code amanat.tokens.audience}
     * @param lifetime {@code amanat.tokens.lifetime}: how long an access token is good for
     * @param clockSkew {@code amanat.tokens.clock-skew}: how far the clocks of two machines may be apart
     */
    public record Tokens(
            @DefaultValue("amanat") String issuer,
            @DefaultValue("amanat-api") String audience,
            @DefaultValue("10m") Duration lifetime,
            @DefaultValue("5s") Duration clockSkew) {}
}
