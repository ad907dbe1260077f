package org.bitewing.net.dimse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.net.pdu.PDataTF;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduMemory;
import org.bitewing.net.pdu.PduReader;
import org.bitewing.net.pdu.PresentationDataValue;
import org.junit.jupiter.api.Test;

/** Messages are cut into PDUs no longer than allowed, and put together again to the same bytes. */
class MessageTest {
    private static final CommandSet STORE = CommandSet.storeRequest(7, "1.2.840.10008.5.1.4.1.1.2", "1.2.3",
            CommandSet.Priority.MEDIUM);

    /** The PDUs that a writer sent. */
    private static List<PDataTF> pdus(ByteArrayOutputStream bytes, int maximum) throws IOException {
        PduReader reader = new PduReader(new ByteArrayInputStream(bytes.toByteArray()), maximum,
                Limits.defaults(), "t", PduMemory.usual());
        List<PDataTF> pdus = new ArrayList<>();
        for (int left = bytes.size(); left > 0;) {
            PDataTF pdu = (PDataTF) reader.next();
            // The reader's bytes are valid until its next PDU only.
            pdus.add(new PDataTF(pdu.values().stream().map(value -> new PresentationDataValue(value.contextId(),
                    value.isCommand(), value.isLast(), java.util.Arrays.copyOfRange(value.bytes(), value.offset(),
                    value.offset() + value.length()), 0, value.length())).toList()));
            left -= Pdu.HEADER_LENGTH + pdu.values().stream().mapToInt(v -> v.length() + 6).sum();
        }
        return pdus;
    }

    private static MessageReader reader(List<PDataTF> pdus) {
        Queue<PDataTF> queue = new ArrayDeque<>(pdus);
        return new MessageReader(() -> Optional.ofNullable(queue.poll()), Limits.defaults());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void everySizeAroundAFragmentsComesBackInFragmentsThatFit() throws IOException {
        for (int maximum : new int[] {8, 20, 1024, 16384, 1 << 17}) {
            int fragment = maximum - 6;
            for (int length : new int[] {0, 1, 2, fragment - 2, fragment - 1, fragment, fragment + 1, fragment * 2,
                fragment * 2 + 2, fragment * 17 + 4}) {
                byte[] data = random(length);
                ByteArrayOutputStream sent = new ByteArrayOutputStream();
                new MessageWriter(sent::write, maximum).send(1, STORE,
                        target -> target.transferFrom(new ByteArrayInputStream(data), data.length));

                List<PDataTF> pdus = pdus(sent, maximum);
                MessageReader reader = reader(pdus);
                assertEquals(STORE.elements(), withoutLength(reader.next().orElseThrow().command()));
                assertArrayEquals(data, reader.dataSet().readAllBytes());
                assertFalse(reader.isWithinMessage());
                assertEquals(Optional.empty(), reader.next());
                long dataFragments = pdus.stream().filter(pdu -> !pdu.values().get(0).isCommand()).count();
                assertEquals(Math.max(1, (length + fragment - 1) / fragment), dataFragments);
            }
        }
    }

    private static org.bitewing.data.DataSet withoutLength(CommandSet command) {
        return command.elements().toBuilder().remove(org.bitewing.dict.Tag.CommandGroupLength).build();
    }

    @Test
    void bytesOneByOneMakeTheSamePdusAsBytesAtOnce() throws IOException {
        byte[] data = random(5000);
        ByteArrayOutputStream atOnce = new ByteArrayOutputStream();
        ByteArrayOutputStream oneByOne = new ByteArrayOutputStream();

        new MessageWriter(atOnce::write, 1024).send(1, STORE, target -> target.write(data));
        new MessageWriter(oneByOne::write, 1024).send(1, STORE, target -> {
            for (byte b : data) {
                target.write(b);
            }
        });

        assertArrayEquals(atOnce.toByteArray(), oneByOne.toByteArray());
    }

    @Test
    void aSmallObjectIsOneWrite() throws IOException {
        List<Integer> writes = new ArrayList<>();
        new MessageWriter((bytes, offset, length) -> writes.add(length), 1 << 17)
                .send(1, STORE, target -> target.write(random(100_000)));

        assertEquals(List.of(STORE.toBytes().length + 12 + 100_012), writes);
    }

    @Test
    void theRestOfADataSetIsSkippedBeforeTheNextMessage() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        MessageWriter writer = new MessageWriter(sent::write, 64);
        writer.send(1, STORE, target -> target.write(random(1000)));
        writer.send(1, CommandSet.echoRequest(8));
        MessageReader reader = reader(pdus(sent, 64));
        reader.next();
        assertEquals(58, reader.dataSet().read(new byte[60], 0, 60));

        assertEquals(CommandField.C_ECHO_RQ, reader.next().orElseThrow().command().field());
        assertEquals(-1, reader.dataSet().read());
    }

    @Test
    void oneDataSetGoesToItsTargetWithoutBeingGathered() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        byte[] data = random(5000);
        new MessageWriter(sent::write, 1000).send(1, STORE, target -> target.write(data));
        MessageReader reader = reader(pdus(sent, 1000));
        reader.next();
        ByteArrayOutputStream received = new ByteArrayOutputStream();

        assertEquals(5000, reader.dataSet().transferTo(received));
        assertArrayEquals(data, received.toByteArray());
    }

    private static PDataTF pdu(int context, boolean isCommand, boolean isLast, byte[] bytes) {
        return new PDataTF(List.of(new PresentationDataValue(context, isCommand, isLast, bytes, 0, bytes.length)));
    }

    @Test
    void fragmentsOutOfOrderAreErrors() throws IOException {
        byte[] command = STORE.toBytes();
        byte[] half = java.util.Arrays.copyOf(command, 10);

        assertThrows(DicomException.class, () -> reader(List.of(pdu(1, false, true, half))).next());
        assertThrows(DicomException.class, () -> reader(List.of(pdu(1, true, false, half),
                pdu(1, false, true, half))).next());
        assertThrows(DicomException.class, () -> reader(List.of(pdu(1, true, false, half),
                pdu(3, true, true, half))).next());
        MessageReader otherContext = reader(List.of(pdu(1, true, true, command), pdu(3, false, true, half)));
        otherContext.next();
        assertThrows(DicomException.class, () -> otherContext.dataSet().read());
        MessageReader noData = reader(List.of(pdu(1, true, true, command), pdu(1, true, true, command)));
        noData.next();
        assertThrows(DicomException.class, noData::next);
    }

    @Test
    void aReleaseWithinAMessageIsAnEnd() throws IOException {
        MessageReader reader = reader(List.of(pdu(1, true, true, STORE.toBytes()), pdu(1, false, false, new byte[4])));
        reader.next();

        assertThrows(EOFException.class, () -> reader.dataSet().readAllBytes());
        assertThrows(EOFException.class, () -> reader(List.of(pdu(1, true, false, new byte[4]))).next());
    }

    @Test
    void aCommandSetBeyondTheLimitIsAnError() {
        Limits limits = Limits.defaults().withPdu(1000);
        PDataTF part = pdu(1, true, false, new byte[400]);
        MessageReader reader = new MessageReader(() -> Optional.of(part), limits);

        assertEquals(DicomException.Kind.LIMIT, assertThrows(DicomException.class, reader::next).kind());
    }

    @Test
    void aSourceWithFewerBytesThanItSaidIsAnError() {
        MessageWriter writer = new MessageWriter((bytes, offset, length) -> { }, 1000);

        assertThrows(EOFException.class, () -> writer.send(1, STORE,
                target -> target.transferFrom(new ByteArrayInputStream(new byte[10]), 11)));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new MessageWriter((b, o, l) -> { }, 7))
                .getMessage().contains("7 bytes"));
    }
}
