package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong ends with the exit code that DCMTK's commands have for it. */
@Timeout(120)
class ExitCodesTest {
    @TempDir
    Path folder;

    private String object(String name, String sopClass, String study) throws IOException {
        Path file = folder.resolve(name);
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, sopClass).set(Tag.SOPInstanceUID, "1.2.3.1")
                .set(Tag.StudyInstanceUID, study).build(), file);
        return file.toString();
    }

    private Receiver receiver(String... options) throws IOException {
        return NetworkCommandsTest.receiver(Files.createDirectories(folder.resolve("out")), List.of(options));
    }

    private static String port(Receiver receiver) {
        return Integer.toString(receiver.address().getPort());
    }

    /** Runs both, and tells what ours said. */
    private static String assertAlike(int code, String... words) throws IOException {
        String theirs = Judge.run(words[0], (Object[]) java.util.Arrays.copyOfRange(words, 1, words.length));
        assertEquals(Integer.toString(code), theirs.substring(theirs.lastIndexOf('\n') + 1), theirs);
        Called ours = Called.with(words);
        assertEquals(code, ours.code(), ours.error());
        return ours.error();
    }

    @Test
    void nobodyIsThere() throws IOException {
        String free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = Integer.toString(socket.getLocalPort());
        }
        String object = object("a", UID.CTImageStorage, "1.2.3");
        assertTrue(assertAlike(1, "echoscu", "127.0.0.1", free).contains("refused"));
        assertTrue(assertAlike(1, "storescu", "127.0.0.1", free, object).contains("refused"));
        assertTrue(assertAlike(1, "echoscu", "nosuch.invalid", "104").contains("unknown host: nosuch.invalid"));
        assertTrue(assertAlike(1, "storescu", "nosuch.invalid", "104", object)
                .contains("unknown host: nosuch.invalid"));
    }

    @Test
    void thePeerWantsNothing() throws IOException {
        String object = object("a", UID.CTImageStorage, "1.2.3");
        Path mrAlone = Files.writeString(folder.resolve("scp.cfg"), """
                [[TransferSyntaxes]]
                [Plain]
                TransferSyntax1 = LittleEndianImplicit
                [[PresentationContexts]]
                [Only]
                PresentationContext1 = MRImageStorage\\Plain
                [[Profiles]]
                [Default]
                PresentationContexts = Only
                """);
        try (Receiver refusing = receiver("--refuse"); Receiver others = receiver("-xf", mrAlone.toString(),
                "Default"); Receiver choosy = receiver("--accept-called", "ME")) {
            assertAlike(1, "echoscu", "localhost", port(refusing));
            assertAlike(1, "storescu", "localhost", port(refusing), object);
            assertAlike(1, "storescu", "-aec", "YOU", "localhost", port(choosy), object);
            assertAlike(0, "storescu", "-aec", "ME", "localhost", port(choosy), object);
            assertAlike(1, "storescu", "-R", "localhost", port(others), object);
            // Of the classes that DCMTK proposes, MR is among those accepted: it looks for this one, in vain.
            assertAlike(1, "storescu", "localhost", port(others), object);
        }
    }

    @Test
    void theObjectIsNotStored() throws IOException {
        String first = object("a", UID.CTImageStorage, "1.2.3");
        String second = object("b", UID.CTImageStorage, "1.2.4");
        try (Receiver receiver = receiver("--keep-first"); Receiver aborting = receiver("--abort-during");
             Receiver late = receiver("--abort-after")) {
            assertAlike(0, "storescu", "localhost", port(receiver), first);
            assertAlike(1, "storescu", "localhost", port(receiver), second);
            assertAlike(10, "storescu", "localhost", port(aborting), first);
            assertAlike(10, "storescu", "localhost", port(late), first);
            assertAlike(1, "storescu", "localhost", port(receiver), folder.resolve("nosuch").toString());
            assertAlike(1, "storescu", "localhost", port(receiver), folder.toString());
        }
    }

    @Test
    void theCommandLineIsWrong() throws IOException {
        for (String[] words : new String[][] {{"echoscu", "localhost", "0"}, {"echoscu", "localhost", "70000"},
            {"echoscu", "--bogus", "localhost", "104"}, {"echoscu", "-ta", "abc", "localhost", "104"},
            {"storescu", "localhost"}, {"storescu", "localhost", "104"}, {"storescu", "+r", "localhost", "104", "x"},
            {"storescp", "-od", "nosuch", "11113"}, {"storescp"}, {"storescp", "-xcs", "x", "11113"}}) {
            assertAlike(words.length == 1 ? 0 : 1, words);
        }
    }
}
