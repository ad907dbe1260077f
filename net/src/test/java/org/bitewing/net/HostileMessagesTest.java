package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAbort;
import org.bitewing.net.pdu.Pdu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attacks by messages: command sets that lack, repeat and distort elements, and data sets that are not what they say. */
@Timeout(120)
class HostileMessagesTest {
    private static final int INVALID_INSTANCE = 0x0117;
    private static final int CLASS_NOT_SUPPORTED = 0x0122;
    private static final int CANNOT_UNDERSTAND = 0xc000;
    private static final int TRICKLE = 400;
    private static final byte[] STORE = {1, 0};
    private static final byte[] WITH_DATA_SET = {1, 0};

    @TempDir
    Path folder;
    private StorageScp scp;

    @BeforeEach
    void listen() throws IOException {
        scp = Loopback.impatientScp(Store.toFolder(folder.resolve("in")).withoutSync());
    }

    @AfterEach
    void answersAndStops() throws IOException {
        assertEquals(Status.SUCCESS, EchoScu.echo(Loopback.WITHIN_A_SECOND, "127.0.0.1", scp.address().getPort(),
                "SCP"));
        scp.close();
        assertEquals(stored(), files());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    /** All but what is being removed, since the peer hears of an abort first. */
    private List<String> stored() throws IOException {
        return files().stream().filter(name -> !name.endsWith(".part")).toList();
    }

    /** Elements of a command set one after the other, whatever they are. */
    private static final class Elements {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Elements add(int tag, long length, byte... value) {
            for (int shift : new int[] {16, 24, 0, 8}) {
                bytes.write(tag >>> shift);
            }
            for (int shift = 0; shift < 32; shift += 8) {
                bytes.write((int) (length >>> shift));
            }
            bytes.writeBytes(value);
            return this;
        }

        Elements add(int tag, byte... value) {
            return add(tag, value.length, value);
        }

        Elements add(int tag, String uid) {
            byte[] value = uid.getBytes(StandardCharsets.ISO_8859_1);
            return add(tag, java.util.Arrays.copyOf(value, value.length + value.length % 2));
        }

        /** All that a C-STORE-RQ has to have. */
        static Elements ofStore(String instance) {
            return new Elements().add(Tag.AffectedSOPClassUID, UID.CTImageStorage).add(Tag.CommandField, STORE)
                    .add(Tag.MessageID, (byte) 1, (byte) 0).add(Tag.CommandDataSetType, WITH_DATA_SET)
                    .add(Tag.AffectedSOPInstanceUID, instance);
        }
    }

    private RawPeer send(Elements command) throws IOException {
        return RawPeer.associate(scp.address().getPort()).send(3, true, true, command.bytes.toByteArray());
    }

    private static void assertAborted(String what, RawPeer peer) throws IOException {
        try (peer) {
            assertEquals(Optional.of(AAbort.BY_USER), peer.readToEnd(), what);
        }
    }

    private static void assertStatus(int status, RawPeer peer) throws IOException {
        try (peer) {
            assertEquals(status, peer.send(3, false, true, new byte[10]).readCommand().status().code());
        }
    }

    @Test
    void whatCannotBeAnsweredWithoutItIsMissed() throws IOException {
        assertAborted("nothing", send(new Elements()));
        assertAborted("no field", send(new Elements().add(Tag.MessageID, (byte) 1, (byte) 0)));
        assertAborted("no ID", send(new Elements().add(Tag.CommandField, STORE)));
        assertAborted("empty field", send(new Elements().add(Tag.CommandField).add(Tag.MessageID, (byte) 1, (byte) 0)));
        assertAborted("a response", send(new Elements().add(Tag.CommandField, (byte) 1, (byte) 0x80)
                .add(Tag.MessageIDBeingRespondedTo, (byte) 1, (byte) 0).add(Tag.Status, (byte) 0, (byte) 0)));
        assertAborted("no such field", send(new Elements().add(Tag.CommandField, (byte) 0xfe, (byte) 0x7f)
                .add(Tag.MessageID, (byte) 1, (byte) 0)));
    }

    @Test
    void whatIsMissedOtherwiseHasAStatus() throws IOException {
        Elements noClass = new Elements().add(Tag.CommandField, STORE).add(Tag.MessageID, (byte) 1, (byte) 0)
                .add(Tag.CommandDataSetType, WITH_DATA_SET).add(Tag.AffectedSOPInstanceUID, "1.2.3");
        assertStatus(CLASS_NOT_SUPPORTED, send(noClass));
        Elements noInstance = new Elements().add(Tag.AffectedSOPClassUID, UID.CTImageStorage)
                .add(Tag.CommandField, STORE).add(Tag.MessageID, (byte) 1, (byte) 0)
                .add(Tag.CommandDataSetType, WITH_DATA_SET);
        assertStatus(INVALID_INSTANCE, send(noInstance));
        assertEquals(List.of(), stored());
    }

    @Test
    void theFirstOfElementsAndOfValuesCounts() throws IOException {
        assertStatus(INVALID_INSTANCE, send(Elements.ofStore("../x").add(Tag.AffectedSOPInstanceUID, "1.2.3")));
        assertStatus(0, send(Elements.ofStore("1.2.3").add(Tag.AffectedSOPInstanceUID, "../x")));
        assertStatus(0, send(Elements.ofStore("1.2.5\\../x")));
        assertEquals(List.of("in/1.2.3.dcm", "in/1.2.5.dcm"), stored());
    }

    @Test
    void lengthsAndFormsThatAreWrongAreAborted() throws IOException {
        assertAborted("a length beyond the end", send(Elements.ofStore("1.2.3").add(Tag.Priority, 0x7fff_fffe,
                (byte) 0, (byte) 0)));
        assertAborted("an undefined length", send(Elements.ofStore("1.2.3").add(Tag.Priority, 0xffff_ffffL)));
        assertAborted("half an element", send(new Elements().add(Tag.CommandField, 2, (byte) 1)));
        assertAborted("another group", send(Elements.ofStore("1.2.3").add(Tag.PatientID, "1")));
        assertAborted("an item", send(Elements.ofStore("1.2.3").add(0xfffe_e000, 0)));
        Elements explicit = new Elements();
        explicit.bytes.writeBytes(new byte[] {0, 0, 0, 1, 'U', 'S', 2, 0, 1, 0, 0, 0, 0x10, 1, 'U', 'S', 2, 0, 1, 0});
        assertAborted("explicit VR", send(explicit));
        assertEquals(List.of(), stored());
    }

    @Test
    void aGroupLengthThatLiesChangesNothing() throws IOException {
        for (byte[] value : new byte[][] {{-1, -1, -1, 127}, {0, 0, 0, 0}, {1, 0}, {}}) {
            Elements elements = new Elements().add(Tag.CommandGroupLength, value);
            elements.bytes.writeBytes(Elements.ofStore("1.2.3").bytes.toByteArray());
            assertStatus(0, send(elements));
        }
    }

    @Test
    void dataSetsThatWereNotAnnouncedAndThoseThatDoNotComeAreAborted() throws IOException {
        Elements none = new Elements().add(Tag.AffectedSOPClassUID, UID.CTImageStorage).add(Tag.CommandField, STORE)
                .add(Tag.MessageID, (byte) 1, (byte) 0).add(Tag.CommandDataSetType, (byte) 1, (byte) 1)
                .add(Tag.AffectedSOPInstanceUID, "1.2.3");
        try (RawPeer peer = send(none)) {
            assertEquals(CANNOT_UNDERSTAND, peer.readCommand().status().code());
            peer.send(3, false, true, new byte[10]);
            assertEquals(Optional.of(AAbort.BY_USER), peer.readToEnd());
        }
        try (RawPeer peer = send(Elements.ofStore("1.2.3"))) {
            peer.send(1, true, true, CommandSet.echoRequest(2).toBytes());
            assertEquals(Optional.of(AAbort.BY_USER), peer.readToEnd());
        }
        assertEquals(List.of(), stored());
    }

    @Test
    void fragmentsOfTwoMessagesAreNotMixed() throws IOException {
        byte[] echo = CommandSet.echoRequest(2).toBytes();
        byte[] half = java.util.Arrays.copyOf(echo, 20);
        byte[] rest = java.util.Arrays.copyOfRange(echo, 20, echo.length);
        int port = scp.address().getPort();
        assertAborted("commands", RawPeer.associate(port).send(1, true, false, half).send(3, true, true, rest));
        assertAborted("a command and data", RawPeer.associate(port).send(1, true, false, half)
                .send(1, false, true, rest));
        assertAborted("data and a command", RawPeer.associate(port).sendStore("1.2.3")
                .send(3, false, false, new byte[10]).send(3, true, true, echo));
        assertAborted("data of two contexts", RawPeer.associate(port).sendStore("1.2.3")
                .send(3, false, false, new byte[10]).send(1, false, true, new byte[10]));
        assertEquals(List.of(), stored());
    }

    /** Each PDU is in time, and the next one, too: what never ends is the message. */
    @Test
    void messagesThatTrickleHaveAnEnd() throws Exception {
        for (boolean isCommand : new boolean[] {true, false}) {
            try (RawPeer peer = RawPeer.associate(scp.address().getPort())) {
                if (!isCommand) {
                    peer.sendStore("1.2.3");
                }
                boolean isOpen = true;
                for (int i = 0; i < TRICKLE && isOpen; i++) {
                    isOpen = trickles(peer, isCommand);
                }
                assertFalse(isOpen);
            }
        }
        assertEquals(List.of(), stored());
    }

    /** A fragment of a byte after a while; false where the peer has had enough. */
    private static boolean trickles(RawPeer peer, boolean isCommand) throws IOException, InterruptedException {
        try {
            peer.send(3, isCommand, false, (byte) 0);
            Thread.sleep(50);
            return true;
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void dataBeforeAnAssociationIsAborted() throws IOException {
        try (RawPeer peer = RawPeer.connect(scp.address().getPort()).sendStore("1.2.3")
                .send(3, false, true, new byte[10])) {
            Optional<Pdu> last = peer.readToEnd();
            assertEquals(Optional.of(AAbort.BY_USER), last);
        }
        assertEquals(List.of(), stored());
    }

    @Test
    void anObjectThatSaysToBeAnotherIsKeptUnderTheNameOfItsMessage() throws IOException {
        byte[] instance = Objects.bare(Objects.ct("1.2.4", 10));
        byte[] path = Objects.bare(Objects.ct("../x", 10));
        byte[] sopClass = Objects.bare(Objects.ct("1.2.3", 10).toBuilder()
                .set(Tag.SOPClassUID, UID.MRImageStorage).build());
        try (RawPeer peer = RawPeer.associate(scp.address().getPort())) {
            for (byte[] other : List.of(instance, path, sopClass)) {
                peer.sendStore("1.2.3").send(3, false, true, other);
                assertEquals(Status.SUCCESS, peer.readCommand().status());
            }
        }
        List<String> names = List.of("in/1.2.3.dcm", "in/1.2.3.2.dcm", "in/1.2.3.3.dcm");
        assertEquals(names.stream().sorted().toList(), stored());
        assertArrayEquals(instance, Objects.dataSetBytes(folder.resolve(names.get(0))));
        assertArrayEquals(path, Objects.dataSetBytes(folder.resolve(names.get(1))));
        assertArrayEquals(sopClass, Objects.dataSetBytes(folder.resolve(names.get(2))));
    }
}
