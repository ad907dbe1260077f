package org.bitewing.tools.view;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** {@code bitewing view}: shows zip files, folders and DICOMDIRs in the browser, or writes them as one page. */
public final class View implements Command {
    /** How often the idle time is looked at. */
    private static final long POLL_MILLIS = 200;
    /** Settings of the JDK's server: seconds for a request to arrive and for an answer to be taken, and no delay. */
    private static final String[][] SERVER = {{"sun.net.httpserver.maxReqTime", "10"},
        {"sun.net.httpserver.maxRspTime", "300"}, {"sun.net.httpserver.nodelay", "true"}};

    /** Made by the table of commands. */
    public View() {
    }

    @Override
    public OptionTable options() {
        return ViewOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        List<Path> paths = paths(line, console);
        if (paths.isEmpty()) {
            return 1;
        }
        if (line.has("--export")) {
            return Export.run(line, paths, console);
        }
        line.only("--no-thumbnails", "--export");
        line.only("--max-images", "--export");
        int port = ViewOptions.number(line, "--port", 0, 0, 65535);
        int idle = ViewOptions.number(line, "--idle", 0, 1, Integer.MAX_VALUE);
        for (String[] setting : SERVER) {
            // This process does nothing else; whoever started it may have set them.
            if (System.getProperty(setting[0]) == null) {
                System.setProperty(setting[0], setting[1]);
            }
        }
        try (ViewServer server = ViewServer.start(paths, port, line.has("--follow-links"))) {
            Thread stop = new Thread(server::close, "bitewing-stop");
            Runtime.getRuntime().addShutdownHook(stop);
            console.print(server.address() + "\n");
            console.flush();
            if (!line.has("--no-browser") && !Browser.open(server.address())) {
                console.log(Level.INFO, "no browser could be opened: open the address above");
            }
            untilTheEnd(server, idle);
        } catch (BindException e) {
            console.log(Level.FATAL, "cannot listen at port " + port + ": " + Failures.reason(e));
            return 1;
        }
        return 0;
    }

    private static List<Path> paths(CommandLine line, Console console) {
        List<Path> paths = new ArrayList<>();
        for (String parameter : line.parameters()) {
            Path path;
            try {
                path = Path.of(parameter);
            } catch (InvalidPathException e) {
                throw new UsageException("no name of a file: " + e.getReason());
            }
            if (!Files.exists(path)) {
                console.log(Level.FATAL, "No such file or directory: " + parameter);
                return List.of();
            }
            paths.add(path);
        }
        return paths;
    }

    /** Waits for a signal, which ends the process by its shutdown hook, for an interrupt, or until nobody asks. */
    private static void untilTheEnd(ViewServer server, int idleSeconds) {
        try {
            long idle = TimeUnit.SECONDS.toNanos(idleSeconds);
            while (idleSeconds == 0 || System.nanoTime() - server.lastRequest() < idle) {
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
