package org.bitewing.tools.net;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.Association;
import org.bitewing.net.AssociationException;
import org.bitewing.net.EchoScu;
import org.bitewing.net.dimse.Status;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;

/** {@code echoscu}: asks whether somebody is there (C-ECHO). */
public final class Echoscu implements Command {
    private static final String DETAILS = """
            parameters:
              peer                         hostname of DICOM peer
              port                         tcp/ip port number of peer

            network options:
              application entity titles:
                -aet  --aetitle            [a]etitle: string
                                           set my calling AE title (default: ECHOSCU)
                -aec  --call               [a]etitle: string
                                           set called AE title of peer (default: ANY-SCP)
              other network options:
            """ + NetworkOptions.CONNECT_TIMEOUT + NetworkOptions.TIMEOUTS + """
                      --repeat             [n]umber: integer (1..1000000000)
                                           repeat n times
                      --abort              abort association instead of releasing it
            """ + NetworkOptions.TLS + NetworkOptions.ANONYMOUS_TLS + NetworkOptions.TRUST;

    /** Made by the table of commands. */
    public Echoscu() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("echoscu", "DICOM verification (C-ECHO) SCU", "[options] peer port", 2, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        String host = line.parameters().get(0);
        int port = NetworkOptions.port(line.parameters().get(1), 1);
        String called = NetworkOptions.title(line, "--call", "ANY-SCP");
        ApplicationEntity entity = NetworkOptions.entity(line, "ECHOSCU");
        RequestorMessages messages = new RequestorMessages(console, Map.of(), entity.pduLength());
        try (Trace trace = Trace.of(line);
             Association association = entity.withListener(trace.beside(messages)).connect(host, port, called,
                     List.of(EchoScu.OFFER))) {
            return echo(line, console, association);
        } catch (AssociationException e) {
            console.log(Level.FATAL, messages.rejection().map(AssociationText::of)
                    .orElse("Association Request Failed: " + e.getMessage()));
            return 1;
        } catch (UnknownHostException e) {
            console.log(Level.FATAL, "Association Request Failed: Attempt to connect to unknown host: " + host);
            return 1;
        } catch (IOException e) {
            console.log(Level.FATAL, "Association Request Failed: " + Failures.reason(e));
            return 1;
        }
    }

    private static int echo(CommandLine line, Console console, Association association) throws IOException {
        if (association.contexts().isEmpty()) {
            console.log(Level.FATAL, "No Acceptable Presentation Contexts");
            return 1;
        }
        int code = 0;
        for (int left = NetworkOptions.number(line, "--repeat", 1); left > 0 && code == 0; left--) {
            Status status = EchoScu.echo(association);
            if (status.category() != Status.Category.SUCCESS) {
                console.log(Level.ERROR, "Echo SCU Failed: " + status);
                code = 1;
            }
        }
        if (line.has("--abort")) {
            association.abort();
        }
        return code;
    }
}
