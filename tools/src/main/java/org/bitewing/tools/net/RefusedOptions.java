package org.bitewing.tools.net;

import java.util.Map;
import org.bitewing.tools.cli.CommandLine;

/** Options of DCMTK that are known and refused, each with the reason, so that nobody believes they had an effect. */
final class RefusedOptions {
    /** Of all commands. */
    static final String TLS = """
            options of DCMTK that are refused:
                +pa   --profile-aes        retired; name the suites that a peer needs with +cs
                +pn   --profile-null       retired; Java has no suite without encryption
            """;
    /** Of {@code storescp}, behind {@link #TLS}. */
    static final String SCP = """
                +dp   --dhparam            [f]ilename: string
                                           Java has groups of its own (RFC 7919)
                -id   --inetd              storescp serves all associations itself
                +ac   --access-control     Java reads no hosts.allow; see --accept-calling
            """;
    /** Of {@code echoscu}, behind {@link #TLS}. */
    static final String ECHO = """
                +vc   --verify-cert        [f]ilename: string
                                           openssl verify does it
                +rc   --is-root-cert       [f]ilename: string
                                           openssl verify does it
            """;
    private static final Map<String, String> REASONS = Map.of(
            "--profile-aes", "it is retired; name the suites that a peer needs with --cipher",
            "--profile-null", "it is retired, and Java has no suite without encryption",
            "--dhparam", "Java has groups of its own (RFC 7919)",
            "--inetd", "storescp serves all associations itself",
            "--access-control", "Java reads no hosts.allow; use --accept-calling, --accept-called or a firewall",
            "--verify-cert", "use openssl verify",
            "--is-root-cert", "use openssl verify");

    private RefusedOptions() {
    }

    /** Refuses a command line with one of them. */
    static void check(CommandLine line) {
        line.refuse(REASONS);
    }
}
