package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.dict.UID;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.UserInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Texts of peers in the log: one that holds the end of a line, or commands of a terminal, is still only text. */
@Timeout(60)
class HostileTextTest {
    @TempDir
    Path folder;

    private String saidOf(AAssociateRQ request, String... options) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (Receiver receiver = NetworkCommandsTest.receiver(Files.createDirectories(folder.resolve("out")),
                List.of(options), new PrintStream(said, true, StandardCharsets.UTF_8), new ByteArrayOutputStream());
             Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.address().getPort())) {
            socket.getOutputStream().write(PduWriter.toBytes(request));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatPeersSayOfThemselvesMakesNoLine() throws IOException {
        AAssociateRQ request = AAssociateRQ.of("SCP\nforged", "ME\nforged\u009b1m", List.of(new ProposedContext(1,
                "1.2\nforged", List.of(UID.ExplicitVRLittleEndian, "1.3\nforged"))),
                UserInformation.of(0, "1.4\nforged", "V\nforged"));
        String text = saidOf(request, "-d");
        assertEquals(5, text.lines().filter(line -> line.contains("?forged")).count(), text);
        assertTrue(text.lines().noneMatch(line -> line.startsWith("D: forged")), text);
        assertFalse(text.contains("\u009b"), text);

        String json = saidOf(request, "-d", "--log-json");
        assertTrue(json.lines().allMatch(line -> line.startsWith("{\"time\":\"20") && line.endsWith("\"}")), json);
    }
}
