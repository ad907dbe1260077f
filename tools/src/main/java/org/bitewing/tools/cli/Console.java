package org.bitewing.tools.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** The streams of a command, and its messages: a letter, a colon and a blank before each line. */
public final class Console {
    private static final int BUFFER = 1 << 16;
    /** To its beginning, and nothing more in it (ECMA-48 8.3.41, EL). */
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final InputStream in;
    private final CountingStream out;
    private final PrintStream err;
    private final boolean outTerminal;
    private final boolean errTerminal;
    private Level level = Level.WARN;
    private boolean quiet;
    private boolean asJson;
    private boolean progress = true;
    /** Whether there is a line that the next one is drawn over; guarded by {@code err}. */
    private boolean hasStatus;

    /**
     * A console.
     *
     * @param in          standard input
     * @param out         standard output; buffered by the console
     * @param err         standard error
     * @param outTerminal whether standard output is a terminal, so that it may have colors
     * @param errTerminal whether standard error is a terminal, so that progress may be shown
     */
    public Console(InputStream in, OutputStream out, PrintStream err, boolean outTerminal, boolean errTerminal) {
        this.in = in;
        this.out = new CountingStream(new BufferedOutputStream(out, BUFFER));
        this.err = err;
        this.outTerminal = outTerminal;
        this.errTerminal = errTerminal;
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
     * How much was written to standard output.
     *
     * @return bytes, those in the buffer included
     */
    public long written() {
        return out.count;
    }

    /**
     * Whether standard output goes to a person who has not asked for no colors (no-color.org).
     *
     * @return true on a terminal
     */
    public boolean isColored() {
        return outTerminal && System.getenv("NO_COLOR") == null;
    }

    /**
     * Whether standard error goes to a person who may want to know how far a command is, and is not told line by line.
     *
     * @return true on a terminal
     */
    boolean showsProgress() {
        return errTerminal && progress && !asJson && shows(Level.ERROR) && !shows(Level.INFO);
    }

    /**
     * Draws a line over the one that was drawn before; messages go where it is, and it comes again below them.
     *
     * @param line the line; empty to remove it
     */
    void status(String line) {
        synchronized (err) {
            err.print(CLEAR_LINE + line);
            err.flush();
            hasStatus = !line.isEmpty();
        }
    }

    /**
     * Sets what is said from the general options.
     *
     * @param line the command line
     */
    public void configure(CommandLine line) {
        asJson = line.has("--log-json");
        progress = !line.has("--no-progress");
        if (line.has("--log-level") && (line.has("--quiet") || line.has("--verbose") || line.has("--debug"))) {
            throw new UsageException("--log-level not allowed with --verbose, --debug or --quiet");
        }
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
        log(of, message, Map.of());
    }

    /**
     * Says something on standard error, if the level is shown.
     *
     * @param of      its level
     * @param message one line or more
     * @param facts   for programs: names and values that are in the line where that is JSON
     */
    public void log(Level of, String message, Map<String, String> facts) {
        if (shows(of)) {
            if (asJson) {
                printJson(of, message, facts);
            } else {
                always(of, message);
            }
        }
    }

    private void printJson(Level of, String message, Map<String, String> facts) {
        StringBuilder json = new StringBuilder("{\"time\":\"").append(Instant.now()).append("\",\"level\":\"")
                .append(of.name()).append('"');
        facts.forEach((name, value) -> json.append(',').append(Json.text(name)).append(':').append(Json.text(value)));
        printError(json.append(",\"message\":").append(Json.text(message)).append("}\n").toString());
    }

    /**
     * Says something on standard error, whatever is shown otherwise.
     *
     * @param of      the level that gives the letter
     * @param message one line or more
     */
    public void always(Level of, String message) {
        if (asJson) {
            printJson(of, message, Map.of());
            return;
        }
        StringBuilder lines = new StringBuilder();
        int start = 0;
        while (start <= message.length()) {
            int end = message.indexOf('\n', start);
            end = end < 0 ? message.length() : end;
            lines.append(of.name().charAt(0)).append(": ").append(printable(message.substring(start, end)))
                    .append('\n');
            start = end + 1;
        }
        printError(lines.toString());
    }

    /**
     * A line without control characters, which would reach the terminal as commands: names of files may have them.
     *
     * @param line any text
     * @return the text, each of them a question mark
     */
    public static String printable(String line) {
        StringBuilder printable = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            printable.append(Character.isISOControl(c) ? '?' : c);
        }
        return printable.toString();
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
        synchronized (err) {
            err.print(hasStatus ? CLEAR_LINE + text : text);
            err.flush();
            hasStatus = false;
        }
    }

    /**
     * Writes what is buffered.
     *
     * @throws IOException where it cannot be written
     */
    public void flush() throws IOException {
        out.flush();
    }

    /** Counts what goes through. */
    private static final class CountingStream extends OutputStream {
        private final OutputStream target;
        private long count;

        CountingStream(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) throws IOException {
            target.write(b);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            target.write(bytes, offset, length);
            count += length;
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
