package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.net.Tls;
import org.bitewing.net.TlsTrust;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.UsageException;

/** The options about TLS. */
final class TlsOptions {
    static final String STACK = """
            transport layer security (TLS) options:
              transport protocol stack:
                -tls  --disable-tls        use normal TCP/IP connection (default)
                +tls  --enable-tls         [p]rivate key file, [c]ertificate file: string
                                           use authenticated secure TLS connection
            """;
    static final String ANONYMOUS = """
                +tla  --anonymous-tls      use secure TLS connection without certificate
            """;
    static final String TRUST = """
              private key password (only with --enable-tls):
                +ps   --std-passwd         prompt user to type password (default)
                +pw   --use-passwd         [p]assword: string
                                           use specified password
                -pw   --null-passwd        use empty string as password
              key and certificate file format (PEM and DER are told apart by the files):
                -pem  --pem-keys           read keys and certificates as PEM file (default)
                -der  --der-keys           read keys and certificates as DER file
              certification authority:
                +cf   --add-cert-file      [f]ilename: string
                                           add certificate file to list of certificates
                +cd   --add-cert-dir       [d]irectory: string
                                           add certificates in d to list of certificates
                +crl  --add-crl-file       [f]ilename: string
                                           add certificate revocation list file
                                           (implies --enable-crl-vfy)
                +crv  --enable-crl-vfy     enable leaf CRL verification
                +cra  --enable-crl-all     enable full chain CRL verification
              security profile:
                +py   --profile-bcp195-nd  Non-downgrading BCP 195 TLS Profile (default)
                +px   --profile-bcp195     BCP 195 TLS Profile
                +pz   --profile-bcp195-ex  Extended BCP 195 TLS Profile (no other suites
                                           here than with +py)
              ciphersuite:
                +cc   --list-ciphers       show list of supported TLS ciphersuites and exit
                +cs   --cipher             [c]iphersuite name: string
                                           add ciphersuite to list of negotiated suites
                                           (not with --profile-bcp195-ex)
              pseudo random generator (accepted and without effect: the system's is used):
                +rs   --seed               [f]ilename: string
                                           seed random generator with contents of f
                +ws   --write-seed         write back modified seed (only with --seed)
                +wf   --write-seed-file    [f]ilename: string (only with --seed)
                                           write modified seed to file f
              peer authentication:
                -rc   --require-peer-cert  verify peer certificate, fail if absent (default)
                -ic   --ignore-peer-cert   don't verify peer certificate
            """;
    private static final char[] NO_PASSWORD = {};

    private TlsOptions() {
    }

    /** Shows the cipher suites where that is asked for; false where it is not. */
    static boolean showsSuites(CommandLine line, Console console) throws IOException {
        if (!line.has("--list-ciphers")) {
            return false;
        }
        console.print("Supported TLS ciphersuites are:\n");
        for (String suite : with(line, Tls.anonymous(List.of())).suites()) {
            console.print("    " + suite + "\n");
        }
        return true;
    }

    static Optional<Tls> of(CommandLine line) throws IOException {
        String choice = line.choice("--disable-tls", "--enable-tls", "--anonymous-tls");
        if (choice.equals("--disable-tls")) {
            return Optional.empty();
        }
        line.only("--write-seed", "--seed");
        line.only("--write-seed-file", "--seed");
        Tls tls;
        if (choice.equals("--anonymous-tls")) {
            tls = Tls.anonymous(trust(line));
        } else {
            List<Path> own = keyAndCertificate(line.value("--enable-tls").orElseThrow());
            tls = Tls.ofPem(own.get(0), () -> password(line, own.get(0)), own.get(1), trust(line));
        }
        return Optional.of(switch (peerCertificate(line)) {
            case "--verify-peer-cert" -> with(line, tls).with(Tls.ClientCertificate.WANTED);
            case "--ignore-peer-cert" -> with(line, tls).with(Tls.ClientCertificate.IGNORED);
            default -> with(line, tls);
        });
    }

    private static String peerCertificate(CommandLine line) {
        return line.choice("--require-peer-cert", "--verify-peer-cert", "--ignore-peer-cert");
    }

    /** The profile and further suites. */
    private static Tls with(CommandLine line, Tls tls) {
        String profile = line.choice("--profile-bcp195-nd", "--profile-bcp195", "--profile-bcp195-ex");
        List<String> suites = line.values("--cipher");
        if (profile.equals("--profile-bcp195-ex") && !suites.isEmpty()) {
            throw new UsageException("--cipher not allowed with --profile-bcp195-ex");
        }
        Tls profiled = profile.equals("--profile-bcp195") ? tls.with(Tls.Profile.BCP_195) : tls;
        try {
            return profiled.withFurtherSuites(suites);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static TlsTrust trust(CommandLine line) throws IOException {
        if (peerCertificate(line).equals("--ignore-peer-cert")) {
            return TlsTrust.anybody();
        }
        List<Path> trusted = new ArrayList<>();
        line.values("--add-cert-file").forEach(file -> trusted.add(Path.of(file)));
        for (String folder : line.values("--add-cert-dir")) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), Files::isRegularFile)) {
                files.forEach(trusted::add);
            }
        }
        List<Path> lists = line.values("--add-crl-file").stream().map(Path::of).toList();
        TlsTrust.Revocation revocation = line.has("--enable-crl-all") ? TlsTrust.Revocation.CHAIN
                : line.has("--enable-crl-vfy") || !lists.isEmpty() ? TlsTrust.Revocation.LEAF
                : TlsTrust.Revocation.UNCHECKED;
        return TlsTrust.of(trusted).withRevocation(lists, revocation);
    }

    private static char[] password(CommandLine line, Path key) {
        return switch (line.choice("--std-passwd", "--use-passwd", "--null-passwd")) {
            case "--use-passwd" -> line.value("--use-passwd").orElseThrow().toCharArray();
            case "--null-passwd" -> NO_PASSWORD;
            default -> {
                java.io.Console terminal = System.console();
                char[] typed = terminal == null ? null : terminal.readPassword("Password of %s: ", key);
                if (typed == null) {
                    throw new UsageException("the private key has a password and there is no terminal to ask for it;"
                            + " give --use-passwd or --null-passwd");
                }
                yield typed;
            }
        };
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
