package io.amanat.chain.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.chain.reconcile.BooksScene.Paid;
import io.amanat.contract.solvency.InclusionProof;
import io.amanat.contract.solvency.InclusionProof.Step;
import io.amanat.contract.solvency.Liability;
import io.amanat.contract.solvency.SumNode;
import io.amanat.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stored of a proof of solvency: every trade that is owed something is in it, with what it is owed. */
class SolvencyTest {
    private final TestDatabase database = TestDatabase.create();
    private final BooksScene scene = new BooksScene(database);

    @AfterEach
    void drop() {
        database.close();
    }

    private record Stored(UUID id, String rootHash, BigDecimal totalUnits, BigDecimal reserveUnits, int leaves) {}

    private record Node(int ordinal, String hash, BigDecimal sumUnits, String nonce) {}

    @Test
    void givenTrades_thenTheTotalIsWhatIsOwed_andEachTradeIsProvedToBeInIt() {
        List<Paid> owed = List.of(scene.funded(10), scene.funded(200), scene.funded(3_000));
        Paid open = scene.opened();
        Paid excess = scene.funded(40_000);
        scene.book(excess, "release", "escrow", "seller", 40_000, "settlement.funds-released.v1");
        scene.report();

        Stored proof = latest();
        assertThat(proof.totalUnits().longValueExact()).isEqualTo(3_210);
        assertThat(proof.reserveUnits().longValueExact()).isEqualTo(43_210);
        assertThat(proof.leaves()).isEqualTo(3);
        SumNode root = new SumNode(proof.rootHash(), proof.totalUnits().toBigIntegerExact());
        long[] amounts = {10, 200, 3_000};
        for (int i = 0; i < owed.size(); i++) {
            UUID payment = owed.get(i).payment();
            Node leaf = leaf(proof.id(), payment);
            Liability liability = new Liability(payment, leaf.nonce(), BigInteger.valueOf(amounts[i]));
            assertThat(new InclusionProof(liability, path(proof.id(), leaf.ordinal())).proves(root))
                    .isTrue();
        }
        assertThat(scene.jdbc
                        .sql("select count(*) from solvency_nodes where payment_id = ?")
                        .param(open.payment())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void givenTheSameBooksAgain_thenEveryNonceIsNew() {
        Paid paid = scene.funded(10);
        scene.report();
        Stored first = latest();
        scene.reportAgain();
        Stored second = latest();

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(leaf(second.id(), paid.payment()).nonce())
                .isNotEqualTo(leaf(first.id(), paid.payment()).nonce());
        assertThat(second.rootHash()).isNotEqualTo(first.rootHash());
    }

    @Test
    void givenNothingIsOwed_thenTheTotalIsZero() {
        scene.opened();
        scene.report();
        assertThat(latest().totalUnits().signum()).isZero();
        assertThat(latest().rootHash()).isEqualTo(SumNode.empty().hash());
    }

    private Stored latest() {
        return scene.jdbc
                .sql("select id, root_hash, total_units, reserve_units, leaves from solvency_proofs order by"
                        + " created_at desc limit 1")
                .query(Stored.class)
                .single();
    }

    private Node leaf(UUID proof, UUID payment) {
        return scene.jdbc
                .sql("select ordinal, hash, sum_units, nonce from solvency_nodes where proof_id = ? and payment_id = ?")
                .params(proof, payment)
                .query(Node.class)
                .single();
    }

    private List<Step> path(UUID proof, int ordinal) {
        return scene.jdbc
                .sql("select hash, sum_units, ordinal, level from solvency_nodes where proof_id = ? and ordinal ="
                        + " ((cast(? as integer) >> level) # 1) order by level")
                .params(proof, ordinal)
                .query((row, _) -> new Step(
                        new SumNode(
                                row.getString("hash"),
                                row.getBigDecimal("sum_units").toBigIntegerExact()),
                        row.getInt("ordinal") < (ordinal >> row.getInt("level"))))
                .list();
    }
}
