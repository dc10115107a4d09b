package io.amanat.chain.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.amanat.contract.custody.DestinationCommand.RecordSweep;
import io.amanat.contract.custody.Sweeps.Taken;
import io.amanat.contract.money.EvmAddress;
import io.amanat.testkit.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * At each stage of a batch the worker dies after its first statement, then after its second, and so on: each time a new one goes on from the
 * tables. A statement is all by which a worker remembers anything, so these are all the moments that matter.
 */
class SweepCrashTest {

    private final TestDatabase database = TestDatabase.create();
    private final SweepScene scene = new SweepScene(database);
    private final TestSweeps sweeps = scene.sweeps;

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void givenWorkersThatDieAtEveryStatement_thenEverythingIsSweptOnce_andGivenGasOnce() {
        EvmAddress one = scene.address();
        EvmAddress two = scene.address();
        scene.deposit(one, scene.usdc, 1000);
        scene.deposit(one, scene.usdt, 500);
        scene.deposit(two, scene.usdc, 300);
        BigInteger before = scene.balance(scene.usdc, scene.hot.address());
        UUID batch = sweeps.plan();
        sweeps.approve(batch);

        int died = dyingUntilNothingIsLeftToDo();
        for (int i = 0; i < 2; i++) {
            sweeps.payouts(database.app()).round();
            scene.chain.mine(1);
            died += dyingUntilNothingIsLeftToDo();
        }
        assertThat(scene.states(batch)).hasSize(3).containsOnly("unsigned");
        assertThat(sweeps.handBack(batch, scene.signed(sweeps.offered(batch)))).allMatch(Taken::taken);
        for (int blocks : new int[] {1, TestSweeps.CONFIRMATIONS}) {
            died += dyingUntilNothingIsLeftToDo();
            scene.chain.mine(blocks);
        }
        died += dyingUntilNothingIsLeftToDo();

        assertThat(died).isGreaterThan(60);
        assertThat(scene.states(batch)).containsOnly("final");
        assertThat(scene.balance(scene.usdc, scene.hot.address()))
                .isEqualTo(before.add(scene.wholes(scene.usdc, 1300)));
        assertThat(scene.balance(scene.usdc, one)).isZero();
        assertThat(scene.sent.all(RecordSweep.class))
                .extracting(RecordSweep::key)
                .doesNotHaveDuplicates();
        assertThat(scene.recorded()).containsExactly("1000 USDC", "300 USDC", "500 USDT");
        assertThat(scene.jdbc
                        .sql("select count(*) from custody_transactions where kind = 'gas'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void givenACrashAfterTheDestinationWasTold_thenItIsToldAgain_andHandBackSurvivesToo() {
        scene.deposit(scene.address(), scene.usdc, 1000);
        UUID batch = scene.prepared();
        sweeps.handBack(batch, scene.signed(sweeps.offered(batch)));
        boolean[] crashed = {false};
        scene.sent.after(command -> {
            if (!crashed[0]) {
                crashed[0] = true;
                throw new IllegalStateException("nobody heard the answer");
            }
        });
        sweeps.finish();
        sweeps.pass(SweepReporter.RETRY_AFTER.plusSeconds(1));
        sweeps.round();

        assertThat(scene.sent.all(RecordSweep.class))
                .hasSize(2)
                .containsOnly(scene.sent.all(RecordSweep.class).getFirst());
        assertThat(scene.jdbc
                        .sql("select recorded from sweep_transactions")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** After one statement, after two, until it comes to the end; how often that was. */
    private int dyingUntilNothingIsLeftToDo() {
        int died = 0;
        while (dies(died + 1)) {
            died++;
        }
        return died;
    }

    /** True if it came so far. */
    private boolean dies(int after) {
        int[] left = {after};
        try {
            sweeps.worker(dying(database.app(), left)).round();
            return false;
        } catch (Died expected) {
            return true;
        }
    }

    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("the process is gone");
        }
    }

    private static DataSource dying(DataSource source, int[] left) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = invoke(source, method, arguments);
            return result instanceof Connection connection ? dying(connection, left) : result;
        });
    }

    private static Connection dying(Connection connection, int[] left) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement ? dying(statement, left) : result;
        });
    }

    private static PreparedStatement dying(PreparedStatement statement, int[] left) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return invoke(statement, method, arguments);
            }
            if (left[0] <= 0) {
                throw new Died();
            }
            Object result = invoke(statement, method, arguments);
            if (--left[0] == 0) {
                throw new Died();
            }
            return result;
        });
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                SweepCrashTest.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handler.call(method, arguments)));
    }

    private interface Handler {
        Object call(Method method, Object[] arguments) throws Throwable;
    }
}
