package org.bitewing.tools.net;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** {@code storescp}: receives objects (C-STORE) until it is told to stop. */
public final class Storescp implements Command {
    private static final String SORTED =
            "--sort-conc-studies, --sort-on-study-uid or --sort-on-patientname";

    /** Made by the table of commands. */
    public Storescp() {
    }

    @Override
    public OptionTable options() {
        return StorescpOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        check(line);
        if (TlsOptions.showsSuites(line, console)) {
            return 0;
        }
        int port = NetworkOptions.port(line.parameters().get(0), 0);
        Path folder = Path.of(line.value("--output-directory").orElse("."));
        if (!Files.isDirectory(folder)) {
            console.log(Level.FATAL, "specified output directory does not exist");
            return 1;
        }
        Receiver receiver;
        try {
            receiver = Receiver.start(line, console, port, folder);
        } catch (BindException e) {
            console.log(Level.ERROR, "cannot create network: " + Failures.reason(e));
            return 1;
        }
        return UntilStopped.serve(receiver, receiver.address().getPort(), port == 0, console);
    }

    static void check(CommandLine line) {
        boolean sorts = !line.choice("", "--sort-conc-studies", "--sort-on-study-uid", "--sort-on-patientname")
                .isEmpty();
        if (line.has("--exec-on-eostudy") && !sorts) {
            throw new UsageException("--exec-on-eostudy only allowed with " + SORTED);
        }
        if (line.has("--rename-on-eostudy") && !sorts) {
            throw new UsageException("--rename-on-eostudy only allowed with " + SORTED);
        }
        if (line.has("--eostudy-timeout") && !sorts) {
            throw new UsageException("--eostudy-timeout only allowed with --sort-conc-studies, --sort-on-study-uid, "
                    + "--sort-on-patientname or --exec-on-eostudy");
        }
        line.only("--exec-sync", "--exec-on-reception");
        ScpOptions.check(line);
    }
}
