package org.bitewing.tools.station;

import java.io.IOException;
import java.net.BindException;
import java.util.List;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.net.ScpOptions;
import org.bitewing.tools.net.UntilStopped;
import org.bitewing.tools.station.arrival.StationReceiver;
import org.bitewing.tools.station.folder.StationOptions;

/** {@code bitewing station --root DIR [port]}: receives objects until it is told to stop. */
final class ReceiveCommand {
    private static final String DEFAULT_PORT = "11112";

    private ReceiveCommand() {
    }

    /** Runs it; the parameters are a port, or none. */
    static int run(CommandLine line, List<String> parameters, Console console) throws IOException {
        ScpOptions.check(line);
        if (ScpOptions.showsSuites(line, console)) {
            return 0;
        }
        if (parameters.isEmpty() && !line.has("--root")) {
            // Not where somebody only looks what the command does.
            throw new UsageException("Missing parameter port, or option --root");
        }
        if (parameters.size() > 1) {
            throw new UsageException("Only --scan and classify take more than one parameter");
        }
        int port = ScpOptions.port(parameters.isEmpty() ? DEFAULT_PORT : parameters.get(0));
        StationOptions options = StationFolderOptions.of(line, console);
        StationReceiver receiver;
        try {
            receiver = StationReceiver.start(line, console, StationFolderOptions.root(line),
                    line.has("--no-sync") ? options.withoutSync() : options, port);
        } catch (BindException e) {
            console.log(Level.ERROR, "cannot create network: " + Failures.reason(e));
            return 1;
        }
        return UntilStopped.serve(receiver, receiver.address().getPort(), port == 0, console);
    }
}
