package io.amanat.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Needs no platform and asks nobody: what the file holds is computed again. */
@Command(
        name = "verify-inclusion",
        description = "Verifies that a payment's amount is counted in a published total, from a file that the platform"
                + " gave out (one proof, or a list of them). Asks nobody.",
        mixinStandardHelpOptions = true)
final class VerifyInclusion implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(paramLabel = "FILE", description = "JSON, as /payments/{id}/inclusion-proofs answers.")
    private Path file = Path.of("");

    @Option(names = "--root", description = "The published root; every proof must lead to it.")
    private @Nullable String root;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<InclusionFile> proofs = proofs();
        boolean all = !proofs.isEmpty();
        for (InclusionFile proof : proofs) {
            out.println(proof.words());
            boolean published = root == null || root.equals(proof.claimed().hash());
            if (!published) {
                out.println("The published root is ANOTHER: " + root);
            }
            all &= proof.holds() && published;
        }
        return all ? 0 : 1;
    }

    private List<InclusionFile> proofs() {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            List<InclusionFile> proofs = new ArrayList<>();
            if (json.path("items").isArray()) {
                json.path("items").forEach(item -> proofs.add(InclusionFile.read(item)));
            } else {
                proofs.add(InclusionFile.read(json));
            }
            return proofs;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file " + file + " cannot be read.", unreadable);
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("The file " + file + " is not JSON.", noJson);
        }
    }
}
