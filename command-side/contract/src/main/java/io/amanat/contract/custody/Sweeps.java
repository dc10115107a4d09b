package io.amanat.contract.custody;

import io.amanat.contract.identity.PersonalText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Collects deposits into custody, in batches: planned by one person, approved by another, given gas, signed by an operator on a device
 * elsewhere, handed back, sent. Nothing here ever has a deposit key.
 *
 * <p>Each refuses with a {@link io.amanat.contract.RuleViolated} of a {@link SweepRule}.
 */
public interface Sweeps {
    /**
     * Plans a batch of everything that is worth sweeping now.
     *
     * @param batchId chosen by who asks: asked again under the same id it does nothing
     * @param chainId null is the first chain of the configuration
     * @param by the actor
     */
    void plan(UUID batchId, @Nullable Long chainId, String by);

    /** Lets a planned batch go on. Never by who planned it. */
    void approve(UUID batchId, String by, PersonalText reason);

    /** Gives up what nobody has signed yet. What was handed back goes on. */
    void cancel(UUID batchId, String by, PersonalText reason);

    /**
     * Takes signed transactions, each for itself: compared with its instruction field by field and stored; sent a moment later. The same
     * bytes again have the same answer.
     *
     * @return one answer for each, in their order
     */
    List<Taken> handBack(UUID batchId, List<Handed> handed, String by);

    /**
     * What an operator signed.
     *
     * @param raw the signed bytes, 0x and hexadecimal digits
     */
    record Handed(UUID sweepId, String raw) {}

    /**
     * What became of one.
     *
     * @param txHash of a taken one
     * @param field of a refused one: the first field that is not as instructed, {@code bytes}, {@code signature}, {@code from}, or
     *     {@code sweepId} when it is no sweep that waits for a signature
     * @param detail why it was refused, in a sentence; never repeats what was handed in
     */
    record Taken(
            UUID sweepId,
            boolean taken,
            @Nullable String txHash,
            @Nullable String field,
            @Nullable String detail) {}
}
