package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    static final String CONNECT_TIMEOUT = """
                -to   --timeout            [s]econds: integer (0..300000000, default: 30)
                                           timeout for connection requests (0 for none)
            """;
    static final String TLS = """
            transport layer security (TLS) options:
              transport protocol stack:
                -tls  --disable-tls        use normal TCP/IP connection (default)
                +tls  --enable-tls         [p]rivate key file, [c]ertificate file: string
                                           use authenticated secure TLS connection;
                                           PEM, the key in PKCS#8 without password
            """;
    static final String ANONYMOUS_TLS = """
                +tla  --anonymous-tls      use secure TLS connection without certificate
            """;
    static final String TRUST = """
              key and certificate file format:
                -pem  --pem-keys           read keys and certificates as PEM file (default)
              certification authority:
                +cf   --add-cert-file      [f]ilename: string
                                           add certificate file to list of certificates
                +cd   --add-cert-dir       [d]irectory: string
                                           add certificates in d to list of certificates
              security profile:
                +py   --profile-bcp195-nd  Non-downgrading BCP 195 TLS Profile (default)
                +px   --profile-bcp195     BCP 195 TLS Profile
              peer authentication:
                -rc   --require-peer-cert  verify peer certificate, fail if absent (default)
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
        Optional<Tls> tls = tls(line);
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

    private static Optional<Tls> tls(CommandLine line) throws IOException {
        String choice = line.choice("--disable-tls", "--enable-tls", "--anonymous-tls");
        if (choice.equals("--disable-tls")) {
            return Optional.empty();
        }
        List<Path> trusted = new ArrayList<>();
        line.values("--add-cert-file").forEach(file -> trusted.add(Path.of(file)));
        for (String folder : line.values("--add-cert-dir")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), Files::isRegularFile)) {
                files.forEach(trusted::add);
            }
        }
        Tls tls;
        if (choice.equals("--anonymous-tls")) {
            tls = Tls.anonymous(trusted);
        } else {
            List<Path> own = keyAndCertificate(line.value("--enable-tls").orElseThrow());
            tls = Tls.ofPem(own.get(0), own.get(1), trusted);
        }
        if (line.isOn("--profile-bcp195", "--profile-bcp195-nd")) {
            tls = tls.with(Tls.Profile.BCP_195);
        }
        return Optional.of(switch (line.choice("--require-peer-cert", "--verify-peer-cert", "--ignore-peer-cert")) {
            case "--verify-peer-cert" -> tls.with(Tls.ClientCertificate.WANTED);
            case "--ignore-peer-cert" -> tls.with(Tls.ClientCertificate.IGNORED);
            default -> tls;
        });
    }

    /** Two values of one option are joined by a blank; where names have blanks themselves, the files tell. */
    private static List<Path> keyAndCertificate(String both) {
        for (int blank = both.indexOf(' '); blank >= 0; blank = both.indexOf(' ', blank + 1)) {
            Path key = Path.of(both.substring(0, blank));
            Path certificate = Path.of(both.substring(blank + 1));
            if (Files.exists(key) && Files.exists(certificate)) {
                return List.of(key, certificate);
            }
        }
        int blank = both.indexOf(' ');
        return List.of(Path.of(both.substring(0, blank)), Path.of(both.substring(blank + 1)));
    }
}
