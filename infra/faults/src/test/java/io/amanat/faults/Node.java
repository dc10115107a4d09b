package io.amanat.faults;

import io.amanat.contract.RuleViolated;
import io.amanat.domain.custody.DerivedDestination;
import io.amanat.domain.escrow.Payment;
import io.amanat.domain.identity.UserAccount;
import io.amanat.domain.marketplace.PurchaseRequest;
import io.amanat.engine.live.LiveParts;
import io.amanat.eventlog.AppendOutcomeUnknown;
import io.amanat.eventlog.LogHead;
import io.amanat.platform.axon.CommandParts;
import io.amanat.platform.postgres.DatabaseAccess;
import io.amanat.platform.postgres.DatabaseAccess.Login;
import io.amanat.platform.postgres.Databases;
import io.amanat.platform.settings.EventLogSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A platform of the parts that faults can hurt: event log, command bus, aggregates, live projections. Says on standard output at which
 * port it listens, and answers one line with one line:
 *
 * <ul>
 *   <li>{@code do 3 17}: client 3's command 17; {@code done}, {@code refused …}, {@code unknown …} or {@code failed …}
 *   <li>{@code joined 3 17}: the same in a transaction of its own, which stays open after {@code holding} until {@code commit} is said
 *   <li>{@code too-large 3}: a command whose event is too large
 *   <li>{@code health}: {@code UP UP …}, of projections and dead letters
 *   <li>{@code clock -3600}: from now on the clock is wrong by so many seconds
 * </ul>
 */
final class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final List<Class<?>> AGGREGATES =
            List.of(UserAccount.class, PurchaseRequest.class, Payment.class, DerivedDestination.class);

    private final CommandParts commands;
    private final LiveParts live;
    private final TransactionTemplate transactions;
    private final SettableClock clock = new SettableClock();

    private Node(NodeSettings settings) {
        DatabaseAccess access = new DatabaseAccess(
                settings.url(),
                new Login(DatabaseAccess.OWNER_ROLE, settings.ownerPassword()),
                new Login(DatabaseAccess.APP_ROLE, settings.appPassword()));
        var pool = Databases.connect(access).app();
        LogHead head = new LogHead();
        EventLogSettings log = new EventLogSettings(
                10_000,
                1_000,
                8 << 20,
                1 << 20,
                Duration.ofSeconds(5),
                settings.outcomeTimeout(),
                Duration.ofSeconds(5),
                10_000,
                100);
        commands = new CommandParts(pool, head, log, clock, AGGREGATES);
        live = new LiveParts(settings.name(), pool, head, settings.segments(), settings.lease());
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    public static void main(String[] arguments) throws IOException {
        Node node = new Node(NodeSettings.fromEnvironment());
        GenericEventMessage.clock = node.clock;
        Thread.ofPlatform().daemon().name("parent").start(Node::endWithTheParent);
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> node.serve(client));
            }
        }
    }

    /** Nobody else would end a node whose test was killed. */
    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever said
            }
        } catch (IOException e) {
            // as good as an end
        }
        Runtime.getRuntime().halt(1);
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            client.setTcpNoDelay(true);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(oneLine(answer(line.split(" ", -1), in, out)));
            }
        } catch (IOException e) {
            // the client is gone
        }
    }

    private String answer(String[] asked, BufferedReader in, PrintWriter out) {
        try {
            return switch (asked[0]) {
                case "do" -> send(Script.of(Integer.parseInt(asked[1]), Integer.parseInt(asked[2])));
                case "joined" -> joined(Script.of(Integer.parseInt(asked[1]), Integer.parseInt(asked[2])), in, out);
                case "too-large" -> send(Script.tooLarge(Integer.parseInt(asked[1])));
                case "health" -> live.health();
                case "clock" -> {
                    clock.wrongBy(Duration.ofSeconds(Long.parseLong(asked[1])));
                    yield "done";
                }
                default -> "what?";
            };
        } catch (RuleViolated refused) {
            return "refused " + refused.rule().code();
        } catch (AppendOutcomeUnknown unknown) {
            return "unknown " + unknown.getMessage();
        } catch (EventStoreException failed) {
            return "failed " + failed.getClass().getSimpleName() + ": " + failed.getMessage();
        } catch (RuntimeException | Error failed) {
            LOG.warn("{} failed", String.join(" ", asked), failed);
            return "failed " + failed.getClass().getSimpleName() + ": " + failed.getMessage();
        }
    }

    private String send(Script.Step step) {
        commands.sender().send(step.command(), step.origin());
        return "done";
    }

    private String joined(Script.Step step, BufferedReader in, PrintWriter out) {
        transactions.executeWithoutResult(_ -> {
            send(step);
            out.println("holding");
            try {
                if (in.readLine() == null) {
                    throw new IllegalStateException("the client is gone");
                }
            } catch (IOException e) {
                throw new IllegalStateException("the client is gone", e);
            }
        });
        return "done";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
