package org.bitewing.tools.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The streams of a command, and its messages: a letter, a colon and a blank before each line. */
public final class Console {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final boolean terminal;
    private Level level = Level.WARN;
    private boolean quiet;

    /**
     * A console.
     *
     * @param in       standard input
     * @param out      standard output; buffered by the console
     * @param err      standard error
     * @param terminal whether a person watches, so that progress may be shown
     */
    public Console(InputStream in, OutputStream out, PrintStream err, boolean terminal) {
        this.in = in;
        this.out = new BufferedOutputStream(out, BUFFER);
        this.err = err;
        this.terminal = terminal;
    }

    /**
     * Standard input.
     *
     * @return the stream
     */
    public InputStream in() {
        return in;
    }

    /**
     * Standard output, buffered; {@link #flush} ends a command.
     *
     * @return the stream
     */
    public OutputStream out() {
        return out;
    }

    /**
     * Whether standard error goes to a person.
     *
     * @return true on a terminal
     */
    public boolean isTerminal() {
        return terminal;
    }

    /**
     * Sets what is said from the general options.
     *
     * @param line the command line
     */
    public void configure(CommandLine line) {
        switch (line.choice("", "--quiet", "--verbose", "--debug", "--log-level")) {
            case "--quiet" -> quiet = true;
            case "--verbose" -> level = Level.INFO;
            case "--debug" -> level = Level.DEBUG;
            case "--log-level" -> level = Level.of(line.value("--log-level").orElseThrow())
                    .orElseThrow(() -> new UsageException("Invalid log level for --log-level option"));
            default -> level = Level.WARN;
        }
    }

    /**
     * Whether messages of a level are shown.
     *
     * @param asked the level
     * @return true where they are
     */
    public boolean shows(Level asked) {
        return !quiet && asked.compareTo(level) <= 0;
    }

    /**
     * Says something on standard error, if the level is shown.
     *
     * @param of      its level
     * @param message one line or more
     */
    public void log(Level of, String message) {
        if (shows(of)) {
            always(of, message);
        }
    }

    /**
     * Says something on standard error, whatever is shown otherwise.
     *
     * @param of      the level that gives the letter
     * @param message one line or more
     */
    public void always(Level of, String message) {
        StringBuilder lines = new StringBuilder();
        int start = 0;
        while (start <= message.length()) {
            int end = message.indexOf('\n', start);
            end = end < 0 ? message.length() : end;
            lines.append(of.name().charAt(0)).append(": ");
            for (int i = start; i < end; i++) {
                char c = message.charAt(i);
                // Control characters, in file names for instance, would reach the terminal as commands.
                lines.append(c < ' ' || c == 0x7f ? '?' : c);
            }
            lines.append('\n');
            start = end + 1;
        }
        err.print(lines);
        err.flush();
    }

    /**
     * Writes text to standard output in UTF-8.
     *
     * @param text any text
     * @throws IOException where it cannot be written
     */
    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes lines to standard error as they are.
     *
     * @param text any text
     */
    public void printError(String text) {
        err.print(text);
        err.flush();
    }

    /**
     * Writes what is buffered.
     *
     * @throws IOException where it cannot be written
     */
    public void flush() throws IOException {
        out.flush();
    }
}
