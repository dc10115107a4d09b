package io.amanat.chain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.amanat.chain.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeToolchainTest {

    private static final Path NODE = TestTools.projectRoot().resolve("infra/chain/node");
    private static final Path RESOURCES = TestTools.projectRoot().resolve("infra/chain/src");
    private static final String TOKENS = "resources/io/amanat/chain/tokens";

    @TempDir
    Path folder;

    @Test
    void installsAnvilOnceAndSaysSo() {
        List<String> said = new ArrayList<>();

        Path anvil = new NodeToolchain(folder, said::add).anvil();

        assertThat(anvil).isExecutable().startsWith(folder);
        assertThat(said).hasSize(1).first().asString().contains("anvil", folder.toString());
        assertThat(new NodeToolchain(folder, said::add).anvil()).isEqualTo(anvil);
        assertThat(said).hasSize(1);
        assertThat(folder.resolve("node_modules/solc")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"main, TestUsdc", "main, TestUsdt", "test, OddToken", "test, Aggregator", "test, ERC20FeeProxy"})
    void theCommittedTokensAreWhatTheirSourcesCompileTo(String whose, String contract) throws Exception {
        if (!Stream.of("solc", "@chainlink", "@requestnetwork")
                .allMatch(one -> Files.isDirectory(NODE.resolve("node_modules").resolve(one)))) {
            new Npm("npm", NODE, Duration.ofMinutes(5)).run("ci", "--ignore-scripts", "--no-progress");
        }

        Process compiler = new ProcessBuilder("node", "compile.mjs", folder.toString())
                .directory(NODE.toFile())
                .inheritIO()
                .start();

        assertThat(compiler.waitFor()).isZero();
        String name = contract + ".json";
        assertThat(Files.readString(folder.resolve(name)))
                .isEqualTo(Files.readString(
                        RESOURCES.resolve(whose).resolve(TOKENS).resolve(name)));
    }

    @Test
    void saysInOneSentenceThatNpmIsMissing() {
        assertThatExceptionOfType(LocalChainUnavailable.class)
                .isThrownBy(() -> new Npm("npm-that-nobody-has", folder, Duration.ofSeconds(5)).run("ci"))
                .withMessageContaining("install Node");
    }

    @Test
    void saysWhyNpmFailed() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{}");

        assertThatExceptionOfType(LocalChainUnavailable.class)
                .isThrownBy(() -> new Npm("npm", folder, Duration.ofMinutes(1)).run("ci", "--offline"))
                .withMessageContaining("npm error")
                .withMessageContaining("npm.log");
    }
}
