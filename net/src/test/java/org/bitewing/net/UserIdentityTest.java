package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.dict.UID;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.UserIdentityAC;
import org.bitewing.net.pdu.UserIdentityRQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The five kinds of user identity (PS3.7 D.3.3.7), as requestor and as acceptor, and as DCMTK sends them. */
@Timeout(60)
class UserIdentityTest {
    private static final byte[] FIRST = "first field".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SECOND = "second".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    @TempDir
    Path folder;

    /** Knows everybody, remembers who came, and answers with the first field backwards. */
    private static final class Gate implements AccessPolicy {
        private final List<UserIdentityRQ> seen = new ArrayList<>();

        @Override
        public Optional<AAssociateRJ.Reason> refuse(ConnectionInfo connection, AAssociateRQ request) {
            request.userInformation().userIdentity().ifPresent(seen::add);
            return Optional.empty();
        }

        @Override
        public Optional<UserIdentityAC> identityResponse(AAssociateRQ request) {
            byte[] primary = request.userInformation().userIdentity().orElseThrow().primary();
            byte[] backwards = new byte[primary.length];
            for (int i = 0; i < primary.length; i++) {
                backwards[i] = primary[primary.length - 1 - i];
            }
            return Optional.of(new UserIdentityAC(backwards));
        }
    }

    private static StorageScp scp(Gate gate) throws IOException {
        return StorageScp.listen(ApplicationEntity.of("SCP"), Loopback.ANY_PORT, StorageOptions.defaults().with(gate),
                Store.discarding());
    }

    @Test
    void everyKindIsSeenByTheAcceptorAndItsAnswerByTheRequestor() throws IOException {
        Gate gate = new Gate();
        try (StorageScp scp = scp(gate)) {
            for (int type = UserIdentityRQ.USERNAME; type <= UserIdentityRQ.JWT; type++) {
                UserIdentityRQ identity = new UserIdentityRQ(type, true, FIRST,
                        type == UserIdentityRQ.USERNAME_AND_PASSCODE ? SECOND : NOTHING);
                try (Association association = ApplicationEntity.of("ME").withUserIdentity(identity).connect(
                        "127.0.0.1", scp.address().getPort(), "SCP",
                        List.of(Offer.of(UID.Verification, UID.ImplicitVRLittleEndian)))) {
                    assertEquals(identity, gate.seen.get(gate.seen.size() - 1));
                    assertArrayEquals("dleif tsrif".getBytes(StandardCharsets.US_ASCII), association.answer()
                            .userInformation().userIdentityResponse().orElseThrow().response());
                }
            }
        }
        assertEquals(5, gate.seen.size());
    }

    @Test
    void everyKindThatDcmtkSendsIsSeenAndAnswered() throws IOException {
        Dcmtk.assumeInstalled("storescu");
        String ticket = Files.write(folder.resolve("ticket"), FIRST).toString();
        Path object = Objects.write(folder, "1.2.3", 100);
        List<List<String>> options = List.of(List.of("-usr", "first field"),
                List.of("-usr", "first field", "-pwd", "second"), List.of("-kt", ticket), List.of("--saml", ticket),
                List.of("--jwt", ticket));
        Gate gate = new Gate();
        try (StorageScp scp = scp(gate)) {
            for (List<String> identity : options) {
                List<String> command = new ArrayList<>(List.of("storescu", "-rsp"));
                command.addAll(identity);
                command.addAll(List.of("127.0.0.1", Integer.toString(scp.address().getPort()), object.toString()));
                Dcmtk.Result result = Dcmtk.run(command);
                assertEquals(0, result.code(), identity + ": " + result.output());
            }
        }
        assertEquals(5, gate.seen.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(i + 1, gate.seen.get(i).type());
            assertArrayEquals(FIRST, gate.seen.get(i).primary());
            assertArrayEquals(i == 1 ? SECOND : NOTHING, gate.seen.get(i).secondary());
        }
    }
}
