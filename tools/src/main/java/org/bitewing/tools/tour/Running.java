package org.bitewing.tools.tour;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bitewing.tools.Main;
import org.bitewing.tools.cli.Console;

/** A command that runs in this process: to its end, or beside others, as with {@code &} in a shell. */
final class Running {
    /** So that nobody waits forever for what has gone wrong. */
    private static final long PATIENCE_MILLIS = 60_000;

    private final Shared out = new Shared();
    private final Shared err = new Shared();
    private final Thread thread;
    private int code = -1;

    private Running(List<String> words) {
        this.thread = new Thread(() -> finish(words), "bitewing-tour");
        thread.setDaemon(true);
    }

    /** Runs a command to its end. */
    static Running toTheEnd(List<String> words) {
        Running running = new Running(words);
        running.finish(words);
        return running;
    }

    /** Starts a command. */
    static Running start(List<String> words) {
        Running running = new Running(words);
        running.thread.start();
        return running;
    }

    private void finish(List<String> words) {
        int ended = Main.run(words, new Console(InputStream.nullInputStream(), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false));
        synchronized (this) {
            code = ended;
            notifyAll();
        }
    }

    /** Waits until the command has said something, and gives the rest of that line; empty where it never does. */
    String await(String beginning) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        synchronized (this) {
            while (true) {
                String said = new String(err.toByteArray(), StandardCharsets.UTF_8)
                        + new String(out.toByteArray(), StandardCharsets.UTF_8);
                int start = said.indexOf(beginning);
                int end = start < 0 ? -1 : said.indexOf('\n', start);
                if (end >= 0) {
                    return said.substring(start + beginning.length(), end);
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (code >= 0 || left <= 0) {
                    return "";
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return "";
                }
            }
        }
    }

    /** Ends a command that was started, as Ctrl-C does. */
    void stop() {
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it ended with; -1 while it runs. */
    synchronized int code() {
        return code;
    }

    /** What it wrote to standard output since this was last asked. */
    byte[] takeOut() {
        return out.take();
    }

    /** What it wrote to standard error since this was last asked. */
    byte[] takeErr() {
        return err.take();
    }

    /** Who waits hears of each write. */
    private final class Shared extends ByteArrayOutputStream {
        private int seen;

        synchronized byte[] take() {
            byte[] taken = Arrays.copyOfRange(buf, seen, count);
            seen = count;
            return taken;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            synchronized (Running.this) {
                Running.this.notifyAll();
            }
        }
    }
}
