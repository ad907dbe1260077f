package org.bitewing.tools.net;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.dict.UID;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.Association;
import org.bitewing.net.AssociationException;
import org.bitewing.net.EchoScu;
import org.bitewing.net.Offer;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.UserIdentityRQ;
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

            """ + NetworkOptions.SAID + """
            network options:
              application entity titles:
                -aet  --aetitle            [a]etitle: string
                                           set my calling AE title (default: ECHOSCU)
                -aec  --call               [a]etitle: string
                                           set called AE title of peer (default: ANY-SCP)
              association negotiation debugging:
                -pts  --propose-ts         [n]umber: integer (1..38)
                                           propose n transfer syntaxes
                -ppc  --propose-pc         [n]umber: integer (1..128)
                                           propose n presentation contexts
            """ + IdentityOptions.TEXT + """
              other network options:
            """ + NetworkOptions.CONNECT_TIMEOUT + NetworkOptions.TIMEOUTS + NetworkOptions.SENT_PDU + """
                      --repeat             [n]umber: integer (1..1000000000)
                                           repeat n times
                      --abort              abort association instead of releasing it
            """ + TlsOptions.STACK + TlsOptions.ANONYMOUS + TlsOptions.TRUST + RefusedOptions.TLS + RefusedOptions.ECHO
            + """

            examples:
              echoscu -v localhost 11112                is somebody there, and what is said meanwhile
              echoscu -aec ARCHIVE pacs.example.org 104  by the AE title that the peer wants to be called
            """;

    /** What may be proposed, that of verification first. */
    private static final List<String> SYNTAXES = List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian,
            UID.ExplicitVRBigEndian, UID.DeflatedExplicitVRLittleEndian, UID.JPEGBaseline8Bit,
            UID.JPEGExtended12Bit, UID.JPEGExtended35, UID.JPEGSpectralSelectionNonHierarchical68,
            UID.JPEGSpectralSelectionNonHierarchical79, UID.JPEGFullProgressionNonHierarchical1012,
            UID.JPEGFullProgressionNonHierarchical1113, UID.JPEGLossless, UID.JPEGLosslessNonHierarchical15,
            UID.JPEGExtendedHierarchical1618, UID.JPEGExtendedHierarchical1719,
            UID.JPEGSpectralSelectionHierarchical2022, UID.JPEGSpectralSelectionHierarchical2123,
            UID.JPEGFullProgressionHierarchical2426, UID.JPEGFullProgressionHierarchical2527,
            UID.JPEGLosslessHierarchical28, UID.JPEGLosslessHierarchical29, UID.JPEGLosslessSV1, UID.JPEGLSLossless,
            UID.JPEGLSNearLossless, UID.RLELossless, UID.JPEG2000Lossless, UID.JPEG2000, UID.JPEG2000MCLossless,
            UID.JPEG2000MC, UID.MPEG2MPML, UID.MPEG2MPHL, UID.MPEG4HP41, UID.MPEG4HP41BD, UID.MPEG4HP422D,
            UID.MPEG4HP423D, UID.MPEG4HP42STEREO, UID.HEVCMP51, UID.HEVCM10P51);

    /** Made by the table of commands. */
    public Echoscu() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("echoscu", "DICOM verification (C-ECHO) SCU", "[options] peer port", 2, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        if (TlsOptions.showsSuites(line, console)) {
            return 0;
        }
        String host = line.parameters().get(0);
        int port = NetworkOptions.port(line.parameters().get(1), 1);
        String called = NetworkOptions.title(line, "--call", "ANY-SCP");
        ApplicationEntity entity = NetworkOptions.entity(line, "ECHOSCU");
        Optional<UserIdentityRQ> identity = IdentityOptions.of(line);
        entity = identity.isPresent() ? entity.withUserIdentity(identity.get()) : entity;
        RequestorMessages messages = new RequestorMessages(console, Map.of(), entity.sentPduLength(),
                line.has("--verbose-pc"));
        try (Trace trace = Trace.of(line);
             Association association = entity.withListener(trace.beside(messages)).connect(host, port, called,
                     offers(line))) {
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

    /** Verification, as often and in as many encodings as is asked for. */
    private static List<Offer> offers(CommandLine line) {
        int count = Math.min(NetworkOptions.number(line, "--propose-ts", 1), SYNTAXES.size());
        return Collections.nCopies(NetworkOptions.number(line, "--propose-pc", 1),
                new Offer(UID.Verification, SYNTAXES.subList(0, count), false));
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
