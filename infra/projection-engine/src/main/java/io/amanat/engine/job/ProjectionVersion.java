package io.amanat.engine.job;

import io.amanat.projection.Projections;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Names the code that makes rows of events: the SHA-256 over the names and bytes of every class of the projections and of the contract
 * that they read. It changes with any change of them, and with the compiler.
 */
public final class ProjectionVersion {
    private ProjectionVersion() {}

    /** Of the classes that are running. */
    public static String current() {
        return Holder.VERSION;
    }

    private static final class Holder {
        private static final String VERSION = digest("io/amanat/projection", "io/amanat/contract");
    }

    private static String digest(String... packages) {
        try {
            var resolver = new PathMatchingResourcePatternResolver(Projections.class.getClassLoader());
            TreeMap<String, Resource> classes = new TreeMap<>(Comparator.naturalOrder());
            for (String folder : packages) {
                for (Resource found : resolver.getResources("classpath*:" + folder + "/**/*.class")) {
                    String path = found.getURL().getPath();
                    if (!path.contains("/test-classes/")) {
                        classes.put(path.substring(path.lastIndexOf(folder)), found);
                    }
                }
            }
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (var entry : classes.entrySet()) {
                sha.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
                try (InputStream bytes = entry.getValue().getInputStream()) {
                    sha.update(bytes.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
