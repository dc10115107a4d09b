package io.amanat.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to PostgreSQL that is cut when certain words go over it: the request never gets there, or its reply never comes back. */
final class Wire implements AutoCloseable {
    enum Cut {
        BEFORE_THE_REQUEST,
        BEFORE_THE_REPLY
    }

    private record Trap(String words, Cut cut) {}

    private final int postgresPort;
    private final ServerSocket server;
    private final AtomicReference<Trap> trap = new AtomicReference<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean refusing;

    Wire(int postgresPort) throws IOException {
        this.postgresPort = postgresPort;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Once, when a request has these words. */
    void cutAt(String words, Cut cut) {
        trap.set(new Trap(words, cut));
    }

    boolean wasCut() {
        return trap.get() == null;
    }

    /** From now on nobody gets through, when {@code all}; or everybody again. Who is connected stays so. */
    void refuse(boolean all) {
        refusing = all;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                Socket postgres = new Socket(InetAddress.getLoopbackAddress(), postgresPort);
                sockets.add(client);
                sockets.add(postgres);
                AtomicBoolean silent = new AtomicBoolean();
                Thread.ofVirtual().start(() -> requests(client, postgres, silent));
                Thread.ofVirtual().start(() -> replies(postgres, client, silent));
            }
        } catch (IOException e) {
            // closed with the test
        }
    }

    private void requests(Socket client, Socket postgres, AtomicBoolean silent) {
        byte[] buffer = new byte[1 << 20];
        try (client;
                postgres) {
            InputStream in = client.getInputStream();
            OutputStream out = postgres.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Trap set = trap.get();
                if (set != null
                        && new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains(set.words())
                        && trap.compareAndSet(set, null)) {
                    if (set.cut() == Cut.BEFORE_THE_REQUEST) {
                        return;
                    }
                    silent.set(true);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end is gone, so the other is closed
        }
    }

    private static void replies(Socket postgres, Socket client, AtomicBoolean silent) {
        byte[] buffer = new byte[1 << 16];
        try (client;
                postgres) {
            InputStream in = postgres.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(buffer); n >= 0 && !silent.get(); n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // one end is gone, so the other is closed
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
