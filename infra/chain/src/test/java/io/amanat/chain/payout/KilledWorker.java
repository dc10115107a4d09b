package io.amanat.chain.payout;

import io.amanat.chain.asset.AllowedTokens;
import io.amanat.chain.asset.ChainIdentity;
import io.amanat.chain.custody.InMemorySigner;
import io.amanat.chain.evm.EvmClient;
import io.amanat.chain.local.LocalTokens;
import io.amanat.chain.loop.Loop;
import io.amanat.contract.Command;
import io.amanat.contract.CommandSender;
import io.amanat.contract.custody.CustodyTransferCommand;
import io.amanat.contract.money.Asset;
import io.amanat.contract.money.Currency;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.web3j.crypto.Credentials;

/**
 * The payout worker in a process of its own, which ends at its {@link KillPoint}. The commands that it sends are stored, as the event
 * log would, before the sender has its answer.
 */
final class KilledWorker {

    static final String TOLD = "payout_kill_told";

    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

    /** Short, so that a run without blocks makes replacements. */
    private static final ReplacingRules RULES = new ReplacingRules(Duration.ofMillis(300), BigInteger.TEN.pow(12));

    private KilledWorker() {}

    /** URL of the database, URL of the node, key, kill point, and the most steps. */
    public static void main(String[] arguments) throws IOException {
        KillPoint kill = new KillPoint(arguments[3], Integer.parseInt(arguments[4]));
        PGSimpleDataSource plain = new PGSimpleDataSource();
        plain.setUrl(arguments[0]);
        plain.setUser("amanat_app");
        plain.setStringType("unspecified");
        PayoutWorker worker = worker(
                kill.watched(plain),
                kill.watched(arguments[1]),
                arguments[2],
                (command, origin) -> told(kill, JdbcClient.create(plain), command));
        new Loop("payout-worker", worker::round, POLL, Clock.systemUTC()).start();
    }

    static PayoutWorker worker(DataSource source, String rpcUrl, String key, CommandSender sender) {
        EvmClient client = new EvmClient(rpcUrl, CALL_TIMEOUT);
        AllowedTokens tokens = new AllowedTokens(
                PayoutScene.CHAIN,
                List.of(
                        new Asset(PayoutScene.CHAIN, LocalTokens.USDC, Currency.USDC, 6),
                        new Asset(PayoutScene.CHAIN, LocalTokens.USDT, Currency.USDT, 6)));
        return new PayoutWorker(
                client,
                new ChainIdentity(client, tokens),
                tokens,
                List.of(new InMemorySigner(Credentials.create(key))),
                source,
                sender,
                () -> PayoutScene.CONFIRMATIONS,
                RULES,
                Clock.systemUTC());
    }

    static int told(JdbcClient jdbc, Command command) {
        return jdbc.sql("insert into " + TOLD + " (transfer_id, kind) values (?, ?)")
                .params(
                        ((CustodyTransferCommand) command).transferId().value(),
                        command.getClass().getSimpleName())
                .update();
    }

    private static Object told(KillPoint kill, JdbcClient jdbc, Command command) {
        try {
            return kill.step("command " + command.getClass().getSimpleName(), () -> told(jdbc, command));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
