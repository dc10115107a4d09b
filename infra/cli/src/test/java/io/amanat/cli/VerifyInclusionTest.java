package io.amanat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Against a proof that another implementation has made. */
class VerifyInclusionTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void givenATrueProof_thenItIsCountedAndZero() throws IOException {
        assertThat(verify(proof())).isZero();
        assertThat(said.toString()).contains("0.000007 USDC", "is counted", "block 42");
    }

    @Test
    void givenAListOfProofs_whenOneIsFalse_thenOne() throws IOException {
        String list = "{\"items\":[" + proof() + ","
                + proof().replace("\"amountUnits\": \"7\"", "\"amountUnits\": \"8\"") + "]}";
        assertThat(verify(list)).isEqualTo(1);
        assertThat(said.toString()).contains("is counted", "IS NOT COUNTED");
        assertThat(verify("{\"items\":[" + proof() + "]}")).isZero();
        assertThat(verify("{\"items\":[]}")).isEqualTo(1);
    }

    @Test
    void givenAForgedProof_thenOne() throws IOException {
        String proof = proof();
        assertThat(verify(proof.replace("\"left\"", "\"right\""))).isEqualTo(1);
        assertThat(verify(proof.replaceFirst("\"sumUnits\": \"1", "\"sumUnits\": \"2")))
                .isEqualTo(1);
        assertThat(verify(proof.replaceFirst("\"totalUnits\": \"1", "\"totalUnits\": \"2")))
                .isEqualTo(1);
        assertThat(verify(proof.replaceFirst("\"nonce\": \"0x.", "\"nonce\": \"0x0")))
                .isEqualTo(1);
    }

    @Test
    void givenAnotherPublishedRoot_thenOne() throws IOException {
        assertThat(verify(proof(), "--root", "0x" + "0".repeat(64))).isEqualTo(1);
        assertThat(said.toString()).contains("ANOTHER");
    }

    @Test
    void givenAFileThatIsNoProof_thenASentenceAndOne() throws IOException {
        for (String text : new String[] {
            "{}",
            "no json",
            proof().replace("\"right\"", "\"above\""),
            proof().replaceFirst("\"sumUnits\": \"1", "\"sumUnits\": \"-1")
        }) {
            assertThat(verify(text)).as(text).isEqualTo(1);
        }
    }

    private int verify(String text, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("proof.json"), text);
        CommandLine line = new CommandLine(new VerifyInclusion());
        line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
        line.setExecutionExceptionHandler((problem, _, _) -> {
            said.append(problem.getMessage());
            return 1;
        });
        String[] arguments = new String[more.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return line.execute(arguments);
    }

    private static String proof() throws IOException {
        try (InputStream file = VerifyInclusionTest.class.getResourceAsStream("inclusion.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
