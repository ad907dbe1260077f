package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The options that say who the user is (PS3.7 D.3.3.7). */
final class IdentityOptions {
    static final String TEXT = """
              user identity negotiation:
                -usr  --user               [u]ser name: string
                                           authenticate using user name u
                -pwd  --password           [p]assword: string (only with --user)
                                           authenticate using password p
                -epw  --empty-password     send empty password (only with --user)
                -kt   --kerberos           [f]ilename: string
                                           read kerberos ticket from file f
                      --saml               [f]ilename: string
                                           read SAML request from file f
                      --jwt                [f]ilename: string
                                           read JWT data from file f
                -rsp  --pos-response       expect positive response: give the association
                                           up where the peer does not confirm the user
            """;
    private static final int LONGEST = 0xffff;

    private IdentityOptions() {
    }

    static Optional<UserIdentityRQ> of(CommandLine line) throws IOException {
        line.only("--password", "--user");
        line.only("--empty-password", "--user");
        boolean response = line.has("--pos-response");
        return switch (line.choice("", "--user", "--kerberos", "--saml", "--jwt")) {
            case "--user" -> Optional.of(user(line, response));
            case "--kerberos" -> Optional.of(token(line, "--kerberos", UserIdentityRQ.KERBEROS, response));
            case "--saml" -> Optional.of(token(line, "--saml", UserIdentityRQ.SAML, response));
            case "--jwt" -> Optional.of(token(line, "--jwt", UserIdentityRQ.JWT, response));
            default -> Optional.empty();
        };
    }

    private static UserIdentityRQ user(CommandLine line, boolean response) {
        String user = line.value("--user").orElseThrow();
        return switch (line.choice("", "--password", "--empty-password")) {
            case "--password" -> UserIdentityRQ.passcode(user, line.value("--password").orElseThrow(), response);
            case "--empty-password" -> UserIdentityRQ.passcode(user, "", response);
            default -> UserIdentityRQ.username(user, response);
        };
    }

    private static UserIdentityRQ token(CommandLine line, String option, int type, boolean response)
            throws IOException {
        Path file = Path.of(line.value(option).orElseThrow());
        if (Files.size(file) > LONGEST) {
            throw new UsageException("Invalid value for option " + option + " (" + file + " is longer than 65535"
                    + " bytes)");
        }
        return new UserIdentityRQ(type, response, Files.readAllBytes(file), new byte[0]);
    }
}
