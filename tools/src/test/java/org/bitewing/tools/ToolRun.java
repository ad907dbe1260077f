package org.bitewing.tools;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.tools.cli.Console;

/**
 * What one call of a command did.
 *
 * @param code   its exit code
 * @param out    standard output
 * @param errors standard error, as text
 */
public record ToolRun(int code, byte[] out, String errors) {

    /** Calls a command in this process; its words may be paths. */
    public static ToolRun of(String command, Object... words) {
        List<String> arguments = new ArrayList<>(List.of(command));
        for (Object word : words) {
            arguments.add(word.toString());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = Main.run(arguments, new Console(new ByteArrayInputStream(new byte[0]), out,
                new PrintStream(errors, true, StandardCharsets.UTF_8), false, false));
        return new ToolRun(code, out.toByteArray(), errors.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as UTF-8. */
    public String text() {
        return new String(out, StandardCharsets.UTF_8);
    }

    /** The dump of a file, lines of its meta information left out. */
    public static String dump(Path file, Object... options) {
        List<Object> words = new ArrayList<>(List.of(options));
        words.add(file);
        ToolRun run = of("dcmdump", words.toArray());
        StringBuilder lines = new StringBuilder();
        for (String line : run.text().split("\n")) {
            if (line.startsWith("(") && !line.startsWith("(0002,") || line.startsWith(" ")) {
                lines.append(line).append('\n');
            }
        }
        return lines.toString();
    }
}
