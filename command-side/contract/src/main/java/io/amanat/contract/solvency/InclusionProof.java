package io.amanat.contract.solvency;

import java.util.List;

/**
 * Shows that one liability is part of a published total, by the siblings on the way up to the root.
 *
 * <p>It proves that this amount was counted. That the total is covered is another question: compare it with the published balances,
 * and those with the chain. The sums of the siblings tell the neighbours' amounts, though not whose they are.
 *
 * @param path from the leaf's sibling to the root's child
 */
public record InclusionProof(Liability liability, List<Step> path) {
    /** More than any tree has levels. */
    private static final int PATH_MAX = 64;

    public InclusionProof {
        path = List.copyOf(path);
        if (path.size() > PATH_MAX) {
            throw new IllegalArgumentException("a path has at most " + PATH_MAX + " steps");
        }
    }

    /**
     * A sibling on the way.
     *
     * @param left whether it stands on the left
     */
    public record Step(SumNode sibling, boolean left) {}

    /**
     * The root that follows from it.
     *
     * @throws IllegalArgumentException when the sums on the way do not fit in 256 bits
     */
    public SumNode root() {
        SumNode node = liability.leaf();
        for (Step step : path) {
            node = step.left() ? SumNode.over(step.sibling(), node) : SumNode.over(node, step.sibling());
        }
        return node;
    }

    /** Whether the liability is counted in {@code published}: the root's hash and the total must both be the same. */
    public boolean proves(SumNode published) {
        try {
            return root().equals(published);
        } catch (IllegalArgumentException overflow) {
            return false;
        }
    }
}
