package io.amanat.chain.deposit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.amanat.chain.hd.DepositAddresses;
import io.amanat.chain.local.DevAccounts;
import io.amanat.contract.escrow.PaymentId;
import io.amanat.contract.marketplace.PurchaseRequestId;
import io.amanat.saga.port.AllocatedDestination;
import io.amanat.testkit.PostgresExtension;
import io.amanat.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(PostgresExtension.class)
class JdbcDestinationAllocatorTest {

    private static final long CHAIN = 31337;
    private static final DepositAddresses ADDRESSES = new DepositAddresses(DevAccounts.DEPOSIT_XPUB);

    private final PurchaseRequestId request = new PurchaseRequestId(UUID.randomUUID());
    private final JdbcTransactionManager transactions;
    private final JdbcDestinationAllocator allocator;
    private final JdbcClient jdbc;

    JdbcDestinationAllocatorTest(TestDatabase database) {
        var source = database.app();
        transactions = new JdbcTransactionManager(source);
        jdbc = JdbcClient.create(source);
        allocator = new JdbcDestinationAllocator(ADDRESSES, jdbc, transactions);
    }

    @Test
    void givesAPaymentTheSameDestinationEachTime() {
        PaymentId payment = payment();
        AllocatedDestination first = allocator.allocate(payment, request, CHAIN);

        assertThat(allocator.allocate(payment, request, CHAIN)).isEqualTo(first);
        assertThat(first.accountFingerprint()).isEqualTo(ADDRESSES.accountFingerprint());
        int index = Integer.parseInt(first.derivationPath().substring("0/".length()));
        assertThat(first.address()).isEqualTo(ADDRESSES.at(index));
    }

    @Test
    void givesNoAddressToTwoPaymentsHoweverManyAskAtOnce() throws Exception {
        int count = 24;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<AllocatedDestination>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                PaymentId payment = payment();
                answers.add(threads.submit(() -> allocator.allocate(payment, request, CHAIN)));
                answers.add(threads.submit(() -> allocator.allocate(payment, request, CHAIN)));
            }
            List<AllocatedDestination> all = new ArrayList<>();
            for (Future<AllocatedDestination> answer : answers) {
                all.add(answer.get());
            }
            assertThat(all.stream().distinct()).hasSize(count);
            assertThat(all.stream().map(AllocatedDestination::address).distinct())
                    .hasSize(count);
        }
    }

    @Test
    void whenTheCallersTransactionRollsBack_thenTheAddressStaysWithThePayment() {
        PaymentId payment = payment();
        TransactionTemplate outer = new TransactionTemplate(transactions);
        AllocatedDestination first = outer.execute(status -> {
            jdbc.sql("select 1").query(Integer.class).single();
            status.setRollbackOnly();
            return allocator.allocate(payment, request, CHAIN);
        });

        AllocatedDestination other = allocator.allocate(payment(), request, CHAIN);
        assertThat(other.address()).isNotEqualTo(first.address());
        assertThat(allocator.allocate(payment, request, CHAIN)).isEqualTo(first);
    }

    @Test
    void refusesAPaymentThatBelongsToAnotherTradeOrChain() {
        PaymentId payment = payment();
        allocator.allocate(payment, request, CHAIN);

        assertThatIllegalStateException()
                .isThrownBy(() -> allocator.allocate(payment, new PurchaseRequestId(UUID.randomUUID()), CHAIN));
        assertThatIllegalStateException().isThrownBy(() -> allocator.allocate(payment, request, 1));
    }

    private static PaymentId payment() {
        return new PaymentId(UUID.randomUUID());
    }
}
