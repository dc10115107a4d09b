package io.amanat.chain.hd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExtendedPublicKeyTest {

    private static final Pattern LAST_STEP_NOT_HARDENED = Pattern.compile("(.*)/(\\d+)");

    record Derivation(String vector, String parentPath, String parent, int index, String child) {}

    @ParameterizedTest
    @CsvFileSource(resources = "bip32-public-keys.csv")
    void readsAndWritesEveryPublishedKey(String vector, String path, String xpub) {
        ExtendedPublicKey key = ExtendedPublicKey.parse(xpub);

        assertThat(key.encoded()).isEqualTo(xpub);
        assertThat(key.depth()).isEqualTo(path.split("/", -1).length - 1);
        assertThat(key.toString()).doesNotContain(xpub);
    }

    @ParameterizedTest
    @MethodSource("publishedDerivations")
    void derivesThePublishedChildren(Derivation derivation) {
        ExtendedPublicKey child = ExtendedPublicKey.parse(derivation.parent()).child(derivation.index());

        assertThat(child.encoded()).isEqualTo(derivation.child());
    }

    @Test
    void thePublishedVectorsHoldDerivations() throws IOException {
        assertThat(publishedDerivations()).hasSize(6);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "bip32-invalid-keys.csv", delimiter = ';')
    void refusesEveryInvalidKeyWithoutRepeatingIt(String key, String why) {
        assertThatIllegalArgumentException()
                .as(why)
                .isThrownBy(() -> ExtendedPublicKey.parse(key))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain(key));
    }

    @Test
    void refusesAPrivateKeyByName() {
        String xprv =
                "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtendedPublicKey.parse(xprv))
                .withMessageContaining("private extended key");
    }

    @Test
    void refusesTextThatIsNoKey() {
        for (String text : List.of("", "1", "xpub", "not base58: 0OIl", "1".repeat(121), "é".repeat(111))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ExtendedPublicKey.parse(text));
        }
    }

    @Test
    void refusesAHardenedChild() throws IOException {
        ExtendedPublicKey key = ExtendedPublicKey.parse(publishedKeys().get("1 m"));

        assertThatIllegalArgumentException().isThrownBy(() -> key.child(-1));
    }

    static Stream<Derivation> publishedDerivations() throws IOException {
        Map<String, String> keys = publishedKeys();
        return keys.entrySet().stream().flatMap(entry -> {
            var step = LAST_STEP_NOT_HARDENED.matcher(entry.getKey());
            return step.matches()
                    ? Stream.of(new Derivation(
                            entry.getKey(),
                            step.group(1),
                            keys.get(step.group(1)),
                            Integer.parseInt(step.group(2)),
                            entry.getValue()))
                    : Stream.empty();
        });
    }

    private static Map<String, String> publishedKeys() throws IOException {
        try (var resource = ExtendedPublicKeyTest.class.getResourceAsStream("bip32-public-keys.csv")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[0] + " " + cells[1], cells -> cells[2]));
        }
    }
}
