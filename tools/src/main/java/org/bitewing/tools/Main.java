package org.bitewing.tools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.dict.Dictionary;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.Nearest;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** {@code bitewing COMMAND ...}: finds the command, runs it, and turns whatever happens into an exit code. */
public final class Main {
    /** The version of the toolkit. */
    public static final String VERSION = "0.1.0";
    private static final int WRONG_USAGE = 1;

    private Main() {
    }

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param arguments the command's name, then its options and parameters
     */
    public static void main(String[] arguments) {
        // The launcher knows; Java cannot ask about one stream alone.
        String terminals = System.getProperty("bitewing.terminal", "");
        Console console = new Console(System.in, System.out, System.err, terminals.contains("out"),
                terminals.contains("err"));
        int code = run(Arrays.asList(arguments), console);
        // Returning ends Java as well where no other thread goes on; since Java 21, exit asks a logger first, which is
        // slow to start.
        if (code != 0 || Thread.activeCount() > 1) {
            System.exit(code);
        }
    }

    /**
     * Runs a command.
     *
     * @param arguments the command's name, then its options and parameters
     * @param console   where it reads and writes
     * @return the exit code
     */
    public static int run(List<String> arguments, Console console) {
        String name = arguments.isEmpty() ? "help" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size());
        Optional<Command> command = Commands.find(name);
        return flush(console, command.isPresent() ? run(command.get(), rest, console) : other(name, console));
    }

    /** What is no command. */
    private static int other(String name, Console console) {
        if (name.equals("--version")) {
            return print(version("bitewing"), console);
        }
        Optional<String> meant = Nearest.of(name, Commands.NAMES);
        console.printError("bitewing: there is no command " + Console.printable(name) + "; "
                + (meant.isPresent() ? "did you mean " + meant.get() + "?" : "'bitewing help' lists them") + "\n");
        return WRONG_USAGE;
    }

    private static int print(String text, Console console) {
        try {
            console.print(text);
            return 0;
        } catch (IOException e) {
            return failed(console, Failures.reason(e));
        }
    }

    private static int run(Command command, List<String> arguments, Console console) {
        OptionTable options = command.options();
        try {
            CommandLine line = CommandLine.parse(options, arguments);
            boolean bare = arguments.isEmpty() && options.needsParameters();
            if (bare || line.has("--help") || line.has("--version")) {
                boolean help = bare || line.options().get(0).longName().equals("--help");
                console.print(help ? options.help(versionLine(options.name())) : version(options.name()));
                return 0;
            }
            console.configure(line);
            announce(line, options, console);
            return command.run(line, console);
        } catch (UsageException e) {
            if (console.shows(Level.FATAL)) {
                console.printError(versionLine(options.name()) + "\n\n" + options.name() + ": " + options.purpose()
                        + "\nerror: " + Console.printable(e.getMessage()) + "\n");
            }
            return WRONG_USAGE;
        } catch (DicomException e) {
            return failed(console, e.getMessage());
        } catch (UncheckedIOException e) {
            return failed(console, Failures.reason(e.getCause()));
        } catch (IOException e) {
            return failed(console, Failures.reason(e));
        } catch (OutOfMemoryError e) {
            return failed(console, "the Java heap is too small for this; give it more with JAVA_OPTS=-Xmx...");
        } catch (RuntimeException | StackOverflowError e) {
            // A bug of ours: the user gets a line that can be reported, not a stack trace.
            return failed(console, "internal error, please report it: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private static int failed(Console console, String message) {
        console.log(Level.FATAL, message);
        return 1;
    }

    private static void announce(CommandLine line, OptionTable options, Console console) {
        if (line.has("--debug")) {
            console.log(Level.DEBUG, versionLine(options.name()) + "\n");
        }
        if (line.has("--arguments")) {
            StringBuilder text = new StringBuilder("calling '" + options.name() + "' with "
                    + line.arguments().size() + " arguments: ");
            line.arguments().forEach(word -> text.append('\'').append(word).append("' "));
            console.always(Level.INFO, text + "\n");
        }
    }

    private static int flush(Console console, int code) {
        try {
            console.flush();
            return Math.min(code, 255);
        } catch (IOException e) {
            // Nobody reads any more, as in "dcmdump ... | head": no reason for a message, but no success either.
            return code == 0 ? 1 : Math.min(code, 255);
        }
    }

    static String versionLine(String command) {
        return "$bitewing: " + command + " v" + VERSION + " $";
    }

    private static String version(String command) {
        return versionLine(command) + "\n\nData dictionary of PS3.6 edition " + Dictionary.EDITION + ", Java "
                + Runtime.version() + "\n";
    }
}
