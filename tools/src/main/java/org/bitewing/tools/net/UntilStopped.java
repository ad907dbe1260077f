package org.bitewing.tools.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.bitewing.io.AtomicFile;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;

/** A command that serves until somebody stops it. */
public final class UntilStopped {
    private final Closeable server;
    private boolean isClosed;

    private UntilStopped(Closeable server) {
        this.server = server;
    }

    /**
     * Waits for a signal, which ends the process once the server is closed, or for an interrupt.
     *
     * @param server   closed at the end
     * @param port     where it listens
     * @param saysPort whether that is said, whatever else is
     * @param console  where to say it
     * @return 0
     * @throws IOException where closing fails after an interrupt
     */
    public static int serve(Closeable server, int port, boolean saysPort, Console console) throws IOException {
        UntilStopped serving = new UntilStopped(server);
        AtomicFile.atEnd(() -> serving.end(console));
        if (saysPort) {
            console.always(Level.INFO, "listening on port " + port);
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            serving.close();
        }
        return 0;
    }

    /** Once, and whoever comes second waits: an interrupt and a signal may come together. */
    private synchronized void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            server.close();
        }
    }

    private void end(Console console) {
        try {
            close();
        } catch (IOException e) {
            console.log(Level.ERROR, Failures.reason(e));
        }
    }
}
