package io.amanat.eventlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A wire to PostgreSQL that can be cut at a chosen moment: the request never gets there, or its reply never comes back. */
final class Wire implements AutoCloseable {

    enum Cut {
        NOWHERE,
        BEFORE_THE_REQUEST,
        BEFORE_THE_REPLY
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Cut> cut = new AtomicReference<>(Cut.NOWHERE);
    private final PGSimpleDataSource real;
    private final Queue<Socket> clients = new ConcurrentLinkedQueue<>();
    private volatile boolean refusing;
    private volatile byte[] marker = {0};

    Wire(DataSource real) throws IOException {
        this.real = (PGSimpleDataSource) real;
        threads.execute(this::accept);
    }

    DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(real.getUrl());
        source.setUser(real.getUser());
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {server.getLocalPort()});
        return source;
    }

    /** Once, with the next request in which these bytes stand. */
    void cutAt(String bytesOfTheRequest, Cut where) {
        marker = bytesOfTheRequest.getBytes(StandardCharsets.UTF_8);
        cut.set(where);
    }

    /** At once, all that is connected; the server does not hear of it while a session waits for a lock. */
    void cutAll() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
    }

    /** From now on, nobody gets a connection; or everybody again. */
    void refuse(boolean all) {
        refusing = all;
    }

    boolean wasCut() {
        return cut.get() == Cut.NOWHERE;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                clients.add(client);
                Socket postgres = new Socket(InetAddress.getLoopbackAddress(), real.getPortNumbers()[0]);
                AtomicReference<Boolean> silent = new AtomicReference<>(false);
                threads.execute(() -> requests(client, postgres, silent));
                threads.execute(() -> replies(postgres, client, silent));
            }
        } catch (IOException e) {
            // closed with the test
        }
    }

    private void requests(Socket client, Socket postgres, AtomicReference<Boolean> silent) {
        byte[] buffer = new byte[1 << 20];
        try (client;
                postgres) {
            InputStream in = client.getInputStream();
            OutputStream out = postgres.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (contains(buffer, n, marker) && cut.get() == Cut.BEFORE_THE_REQUEST) {
                    cut.set(Cut.NOWHERE);
                    return;
                }
                if (contains(buffer, n, marker) && cut.compareAndSet(Cut.BEFORE_THE_REPLY, Cut.NOWHERE)) {
                    silent.set(true);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end is gone, so the other is closed
        }
    }

    private static void replies(Socket postgres, Socket client, AtomicReference<Boolean> silent) {
        byte[] buffer = new byte[1 << 16];
        try (client;
                postgres) {
            InputStream in = postgres.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (silent.get()) {
                    return;
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end is gone, so the other is closed
        }
    }

    private static boolean contains(byte[] buffer, int length, byte[] wanted) {
        for (int start = 0; start + wanted.length <= length; start++) {
            if (Arrays.equals(buffer, start, start + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
