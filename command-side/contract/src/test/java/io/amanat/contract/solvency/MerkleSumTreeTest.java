package io.amanat.contract.solvency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amanat.contract.solvency.InclusionProof.Step;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MerkleSumTreeTest {
    private static final BigInteger LARGEST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    @Test
    void givenThePublishedVectors_thenLeavesAndRootsAreTheirs() throws IOException {
        Map<String, List<String[]>> trees = vectors();
        assertThat(trees).hasSize(6);
        trees.forEach((name, rows) -> {
            List<Liability> leaves = rows.stream()
                    .filter(row -> !row[1].isEmpty())
                    .map(row -> new Liability(UUID.fromString(row[2]), row[3], new BigInteger(row[4])))
                    .toList();
            MerkleSumTree tree = MerkleSumTree.of(leaves);
            assertThat(tree.root())
                    .as(name)
                    .isEqualTo(new SumNode(rows.getFirst()[6], new BigInteger(rows.getFirst()[7])));
            for (int i = 0; i < leaves.size(); i++) {
                assertThat(leaves.get(i).leaf().hash()).as(name + " " + i).isEqualTo(rows.get(i)[5]);
            }
        });
    }

    @Test
    void givenTreesOfEverySize_thenEachLeafIsProved_andTheTotalIsTheirSum() {
        for (int size = 1; size <= 70; size++) {
            List<Liability> leaves = leaves(size);
            MerkleSumTree tree = MerkleSumTree.of(leaves);
            assertThat(tree.root().sum())
                    .isEqualTo(leaves.stream().map(Liability::amount).reduce(BigInteger.ZERO, BigInteger::add));
            for (int index = 0; index < size; index++) {
                assertThat(tree.proof(index).proves(tree.root()))
                        .as(size + " " + index)
                        .isTrue();
            }
        }
    }

    @Test
    void givenAForgedLeaf_thenNothingIsProved() {
        MerkleSumTree tree = MerkleSumTree.of(leaves(7));
        InclusionProof proof = tree.proof(3);
        Liability true3 = proof.liability();
        for (Liability forged : List.of(
                new Liability(new UUID(0, 1), true3.nonce(), true3.amount()),
                new Liability(true3.paymentId(), "0x" + "0".repeat(64), true3.amount()),
                new Liability(true3.paymentId(), true3.nonce(), true3.amount().add(BigInteger.ONE)))) {
            assertThat(new InclusionProof(forged, proof.path()).proves(tree.root()))
                    .isFalse();
        }
    }

    @Test
    void givenAForgedSumOrHashOrSideOfASibling_thenNothingIsProved() {
        MerkleSumTree tree = MerkleSumTree.of(leaves(8));
        InclusionProof proof = tree.proof(5);
        for (int i = 0; i < proof.path().size(); i++) {
            Step step = proof.path().get(i);
            SumNode sibling = step.sibling();
            SumNode more = new SumNode(sibling.hash(), sibling.sum().add(BigInteger.ONE));
            SumNode less = new SumNode(sibling.hash(), sibling.sum().subtract(BigInteger.ONE));
            SumNode other = new SumNode("0x" + "0".repeat(64), sibling.sum());
            assertThat(with(proof, i, new Step(more, step.left())).proves(tree.root()))
                    .isFalse();
            assertThat(with(proof, i, new Step(less, step.left())).proves(tree.root()))
                    .isFalse();
            assertThat(with(proof, i, new Step(other, step.left())).proves(tree.root()))
                    .isFalse();
            assertThat(with(proof, i, new Step(sibling, !step.left())).proves(tree.root()))
                    .isFalse();
        }
    }

    /** The flaw of the scheme of 2014: the same parent with the sums of its children exchanged. */
    @Test
    void givenSumsThatAreMovedBetweenChildren_thenTheParentIsAnother() {
        SumNode left = leaves(2).getFirst().leaf();
        SumNode right = leaves(2).getLast().leaf();
        SumNode honest = SumNode.over(left, right);
        SumNode moved = SumNode.over(
                new SumNode(left.hash(), left.sum().add(right.sum())), new SumNode(right.hash(), BigInteger.ZERO));

        assertThat(moved.sum()).isEqualTo(honest.sum());
        assertThat(moved.hash()).isNotEqualTo(honest.hash());
    }

    @Test
    void givenStepsInAnotherOrder_orOneTooFew_thenNothingIsProved() {
        MerkleSumTree tree = MerkleSumTree.of(leaves(9));
        InclusionProof proof = tree.proof(4);
        List<Step> reversed = proof.path().reversed();
        List<Step> shorter = proof.path().subList(1, proof.path().size());
        assertThat(new InclusionProof(proof.liability(), reversed).proves(tree.root()))
                .isFalse();
        assertThat(new InclusionProof(proof.liability(), shorter).proves(tree.root()))
                .isFalse();
    }

    @Test
    void givenAnotherTotalForTheSameHash_thenNothingIsProved() {
        MerkleSumTree tree = MerkleSumTree.of(leaves(4));
        SumNode root = tree.root();
        assertThat(tree.proof(0).proves(new SumNode(root.hash(), root.sum().subtract(BigInteger.ONE))))
                .isFalse();
    }

    @Test
    void givenSumsThatAreNegativeOrOverflow_thenRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumNode("0x" + "0".repeat(64), BigInteger.valueOf(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SumNode("0x" + "0".repeat(64), LARGEST.add(BigInteger.ONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Liability(new UUID(0, 1), nonce(1), BigInteger.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MerkleSumTree.of(List.of(liability(1, LARGEST), liability(2, BigInteger.ONE))));
        InclusionProof overflowing = new InclusionProof(
                liability(1, BigInteger.ONE), List.of(new Step(new SumNode("0x" + "0".repeat(64), LARGEST), true)));
        assertThat(overflowing.proves(SumNode.empty())).isFalse();
    }

    private static InclusionProof with(InclusionProof proof, int index, Step step) {
        List<Step> path = new ArrayList<>(proof.path());
        path.set(index, step);
        return new InclusionProof(proof.liability(), path);
    }

    private static List<Liability> leaves(int size) {
        List<Liability> leaves = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            leaves.add(liability(i, BigInteger.valueOf(1_000L + i)));
        }
        return leaves;
    }

    private static Liability liability(int n, BigInteger amount) {
        return new Liability(new UUID(0x1111_0000_0000_4000L, 0x8000_0000_0000_0000L + n), nonce(n), amount);
    }

    private static String nonce(int n) {
        return "0x" + "%064x".formatted(n);
    }

    private static Map<String, List<String[]>> vectors() throws IOException {
        Map<String, List<String[]>> trees = new LinkedHashMap<>();
        try (InputStream file = MerkleSumTreeTest.class.getResourceAsStream("trees.csv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", -1))
                    .forEach(row -> trees.computeIfAbsent(row[0], _ -> new ArrayList<>())
                            .add(row));
        }
        return trees;
    }
}
