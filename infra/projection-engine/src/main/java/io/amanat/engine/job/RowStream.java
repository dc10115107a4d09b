package io.amanat.engine.job;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of one query as the server writes them for {@code copy}, read on a thread of its own, a bounded number ahead; with their
 * digest.
 */
final class RowStream implements AutoCloseable {
    private static final int BATCH_ROWS = 512;
    private static final int BATCHES_AHEAD = 8;
    private static final long PATIENCE_MILLIS = 200;

    private final BlockingQueue<byte[][]> queue = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    private final Thread thread;
    private volatile @Nullable Throwable failure;
    private volatile @Nullable String digest;
    private volatile boolean closed;
    private byte[][] batch = new byte[0][];
    private int next;
    private long rows;

    RowStream(Connection connection, String copy) {
        thread = Thread.ofPlatform().daemon().name("read-tables-compare").start(() -> run(connection, copy));
    }

    /** The next row with its line end; absent at the end. */
    byte @Nullable [] next(JobControl control) throws SQLException, InterruptedException {
        while (next == batch.length) {
            control.check();
            byte[][] more = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (more == null) {
                stillRunning();
            } else if (more.length == 0) {
                failed();
                return null;
            } else {
                batch = more;
                next = 0;
            }
        }
        rows++;
        return batch[next++];
    }

    /** Rows that were given out. */
    long rows() {
        return rows;
    }

    /** SHA-256 in hex over all rows with their line ends; known at the end. */
    String digest() {
        String known = digest;
        if (known == null) {
            throw new IllegalStateException("the rows are not read to the end");
        }
        return known;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stillRunning() throws SQLException {
        if (!thread.isAlive() && queue.isEmpty()) {
            failed();
            throw new IllegalStateException("the rows ended without an end");
        }
    }

    private void failed() throws SQLException {
        switch (failure) {
            case null -> {}
            case SQLException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private void run(Connection connection, String copy) {
        CopyOut out = null;
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
            byte[][] some = new byte[BATCH_ROWS][];
            int filled = 0;
            for (byte[] row = out.readFromCopy(); row != null; row = out.readFromCopy()) {
                sha.update(row);
                some[filled++] = row;
                if (filled == BATCH_ROWS) {
                    queue.put(some);
                    some = new byte[BATCH_ROWS][];
                    filled = 0;
                }
            }
            digest = HexFormat.of().formatHex(sha.digest());
            if (filled > 0) {
                queue.put(java.util.Arrays.copyOf(some, filled));
            }
        } catch (SQLException | NoSuchAlgorithmException | RuntimeException e) {
            failure = e;
        } catch (InterruptedException e) {
            cancel(out);
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void end() {
        try {
            if (!closed) {
                queue.put(new byte[0][]);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cancel(@Nullable CopyOut out) {
        try {
            if (out != null && out.isActive()) {
                out.cancelCopy();
            }
        } catch (SQLException _) {
            // the connection is of no use then, and its owner finds out
        }
    }
}
