package org.bitewing.tools.net;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.Timeouts;
import org.bitewing.net.Tls;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The options that all commands of this package have, and what they mean. */
final class NetworkOptions {
    static final String TIMEOUTS = """
                -ts   --socket-timeout     [s]econds: integer (0..300000000, default: 60)
                                           timeout for network socket (0 for none)
                -ta   --acse-timeout       [s]econds: integer (1..300000000, default: 30)
                                           timeout for ACSE messages
                -td   --dimse-timeout      [s]econds: integer (0..300000000, default: as -ts)
                                           timeout for DIMSE messages (0 for none)
                -pdu  --max-pdu            [n]umber of bytes: integer (4096..16777216)
                                           set max receive pdu to n bytes (default: 131072)
                      --trace              [f]ilename: string
                                           record all PDUs in file f
            """;
    static final String SENT_PDU = """
                      --max-send-pdu       [n]umber of bytes: integer (4096..16777216)
                                           restrict max send pdu to n bytes
            """;
    static final String CONNECT_TIMEOUT = """
                -to   --timeout            [s]econds: integer (0..300000000, default: 30)
                                           timeout for connection requests (0 for none)
            """;
    /** More of what is said. */
    static final String SAID = """
            further general options:
                +v    --verbose-pc         show presentation contexts in verbose mode
                      --log-json           say everything as JSON, an object a line, with time,
                                           level, and numbers of associations
            """;
    private static final int LONGEST_TITLE = 16;
    private static final Duration UNLIMITED = Duration.ofDays(3650);

    private NetworkOptions() {
    }

    static ApplicationEntity entity(CommandLine line, String usualTitle) throws IOException {
        ApplicationEntity entity = ApplicationEntity.of(title(line, "--aetitle", usualTitle))
                .withTimeouts(timeouts(line));
        Optional<String> pdu = line.value("--max-pdu");
        if (pdu.isPresent()) {
            entity = entity.withPduLength(Integer.parseInt(pdu.get()));
        }
        Optional<String> sent = line.value("--max-send-pdu");
        if (sent.isPresent()) {
            entity = entity.withSentPduLength(Integer.parseInt(sent.get()));
        }
        RefusedOptions.check(line);
        Optional<Tls> tls = TlsOptions.of(line);
        return tls.isPresent() ? entity.withTls(tls.get()) : entity;
    }

    /** An AE title; DCMTK cuts one that is too long. */
    static String title(CommandLine line, String option, String usual) {
        String typed = line.value(option).orElse(usual);
        String title = typed.substring(0, Math.min(typed.length(), LONGEST_TITLE));
        if (title.isBlank() || !title.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\')) {
            throw new UsageException("Invalid value for option " + option + " (" + typed + ")");
        }
        return title;
    }

    static int port(String typed, int least) {
        try {
            int port = Integer.parseInt(typed);
            if (port >= least && port <= 65535) {
                return port;
            }
            throw new UsageException("Invalid parameter value " + typed + (port < least ? " (underflow)"
                    : " (overflow)"));
        } catch (NumberFormatException e) {
            throw new UsageException("Invalid parameter value " + typed);
        }
    }

    static int number(CommandLine line, String option, int usual) {
        return line.value(option).map(Integer::parseInt).orElse(usual);
    }

    private static Timeouts timeouts(CommandLine line) {
        Duration socket = seconds(line, "--socket-timeout", 60);
        Duration associate = seconds(line, "--acse-timeout", 30);
        Duration dimse = line.has("--dimse-timeout") ? seconds(line, "--dimse-timeout", 0) : socket;
        return Timeouts.defaults().withConnect(seconds(line, "--timeout", 30)).withAssociate(associate)
                .withArtim(associate).withDimse(dimse);
    }

    private static Duration seconds(CommandLine line, String option, int usual) {
        int seconds = number(line, option, usual);
        return seconds == 0 ? UNLIMITED : Duration.ofSeconds(seconds);
    }
}
