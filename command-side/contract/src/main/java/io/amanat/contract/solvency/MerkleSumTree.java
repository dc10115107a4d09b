package io.amanat.contract.solvency;

import io.amanat.contract.solvency.InclusionProof.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle sum tree over all liabilities in one asset.
 *
 * <p>The idea is Gregory Maxwell's and Peter Todd's (the bitcoin proof of liabilities of 2014). In their scheme a node's hash commits to
 * the sum of its children's sums alone, so that a prover can show the two halves of a pair different sums and hide what it owes. Here
 * a node's hash commits to the sum of each child by itself, which is the correction that Konstantinos Chalkias, Panagiotis
 * Chatzigiannis and Yan Ji describe in "Broken Proofs of Solvency in Blockchain Custodial Wallets and Exchanges" (2022, IACR ePrint
 * 2022/043).
 *
 * <p>A node without a sibling goes up one level as it is. It is not paired with itself, which would count it twice.
 */
public final class MerkleSumTree {
    private final List<Liability> liabilities;
    private final List<List<SumNode>> levels;

    private MerkleSumTree(List<Liability> liabilities, List<List<SumNode>> levels) {
        this.liabilities = liabilities;
        this.levels = levels;
    }

    /**
     * The tree over these leaves, in this order.
     *
     * @throws IllegalArgumentException when the sum does not fit in 256 bits
     */
    public static MerkleSumTree of(List<Liability> liabilities) {
        List<List<SumNode>> levels = new ArrayList<>();
        List<SumNode> level = liabilities.stream().map(Liability::leaf).toList();
        levels.add(level);
        while (level.size() > 1) {
            level = above(level);
            levels.add(level);
        }
        return new MerkleSumTree(List.copyOf(liabilities), levels);
    }

    private static List<SumNode> above(List<SumNode> level) {
        List<SumNode> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? SumNode.over(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return List.copyOf(above);
    }

    /** Commits to every leaf; its sum is all that is owed. */
    public SumNode root() {
        return liabilities.isEmpty() ? SumNode.empty() : levels.getLast().getFirst();
    }

    /** From the leaves, level 0, to the root. */
    public List<List<SumNode>> levels() {
        return List.copyOf(levels);
    }

    /** Of the leaf at {@code index}, from 0. */
    public InclusionProof proof(int index) {
        List<Step> path = new ArrayList<>();
        int at = index;
        for (List<SumNode> level : levels.subList(0, levels.size() - 1)) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(new Step(level.get(sibling), sibling < at));
            }
            at >>= 1;
        }
        return new InclusionProof(liabilities.get(index), path);
    }
}
