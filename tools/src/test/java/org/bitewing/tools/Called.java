package org.bitewing.tools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitewing.tools.cli.Console;

/**
 * A command that was called within this process.
 *
 * @param code  its exit code
 * @param bytes what it wrote to standard output
 * @param error what it wrote to standard error
 */
public record Called(int code, byte[] bytes, String error) {

    /** Calls a command. */
    public static Called with(String... arguments) {
        return with(new byte[0], arguments);
    }

    /** Calls a command with something on standard input. */
    public static Called with(byte[] input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
        int code = Main.run(List.of(arguments), console);
        return new Called(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output, each byte a character. */
    public String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
