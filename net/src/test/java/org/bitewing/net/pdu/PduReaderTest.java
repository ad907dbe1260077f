package org.bitewing.net.pdu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.junit.jupiter.api.Test;

/** PDUs come out of bytes as they went in, however the bytes arrive, and nothing else comes out of anything else. */
class PduReaderTest {
    private static final int MAXIMUM = 1 << 14;
    private static final AAssociateRQ REQUEST = AAssociateRQ.of("CALLED", "CALLING",
            List.of(new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
            UserInformation.of(MAXIMUM, "1.2.5", "NAME").with(new AsynchronousOperationsWindow(1, 2))
                    .withRoles(List.of(new RoleSelection("1.2.6", true, true)))
                    .withExtended(List.of(new ExtendedNegotiation("1.2.8", new byte[] {1})),
                            List.of(new CommonExtendedNegotiation("1.2.9", "1.2.10", List.of("1.2.11"))))
                    .with(new UserIdentityRQ(UserIdentityRQ.JWT, true, new byte[] {1, 2}, new byte[0])));
    private static final List<Pdu> ALL = List.of(REQUEST,
            AAssociateAC.answering(REQUEST, List.of(new AnsweredContext(1, 0, "1.2.840.10008.1.2")),
                    UserInformation.of(0, "1.2.5", "").with(new UserIdentityAC(new byte[] {1}))),
            new AAssociateRJ(1, 1, 3), new AReleaseRQ(), new AReleaseRP(), new AAbort(0, 0),
            new PDataTF(List.of(new PresentationDataValue(1, true, true, new byte[] {1, 2, 3}, 1, 2),
                    new PresentationDataValue(3, false, false, new byte[0], 0, 0))));

    private static PduReader reader(InputStream stream) {
        return new PduReader(stream, MAXIMUM, Limits.defaults(), "test", PduMemory.usual());
    }

    private static PduReader reader(String hex) {
        return reader(new ByteArrayInputStream(HexFormat.of().parseHex(hex.replaceAll("\\s", ""))));
    }

    /** A stream that gives so many bytes at a time. */
    private static InputStream dripping(byte[] bytes, int count) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(count, length));
            }
        };
    }

    private static byte[] bytesOfAll() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ALL.forEach(pdu -> bytes.writeBytes(PduWriter.toBytes(pdu)));
        return bytes.toByteArray();
    }

    @Test
    void whatWasWrittenIsReadHoweverItArrives() throws IOException {
        for (int count : new int[] {1, 2, 7, 64, Integer.MAX_VALUE}) {
            PduReader reader = reader(dripping(bytesOfAll(), count));
            for (Pdu expected : ALL) {
                assertEquals(expected, reader.next());
            }
            assertThrows(EOFException.class, reader::next);
        }
    }

    @Test
    void largeDataPassesThroughABufferThatGrows() throws IOException {
        byte[] data = new byte[MAXIMUM - 6];
        new Random(1).nextBytes(data);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 20; i++) {
            bytes.writeBytes(PduWriter.toBytes(new PDataTF(List.of(
                    new PresentationDataValue(1, false, i == 19, data, 0, data.length - i)))));
        }
        PduReader reader = reader(dripping(bytes.toByteArray(), 5000));

        for (int i = 0; i < 20; i++) {
            PresentationDataValue value = ((PDataTF) reader.next()).values().get(0);
            assertTrue(Arrays.equals(data, 0, data.length - i, value.bytes(), value.offset(),
                    value.offset() + value.length()));
            assertEquals(i == 19, value.isLast());
        }
    }

    @Test
    void longDataComesInPiecesThatMakeTheSameValues() throws IOException {
        byte[] data = new byte[3 * PduReader.LONGEST_PIECE + 5];
        new Random(2).nextBytes(data);
        PDataTF pdu = new PDataTF(List.of(new PresentationDataValue(1, true, true, data, 0, 7),
                new PresentationDataValue(3, false, false, data, 0, data.length),
                new PresentationDataValue(3, false, false, data, 0, 0),
                new PresentationDataValue(5, false, true, data, 1, data.length - 1)));
        byte[] bytes = Arrays.copyOf(PduWriter.toBytes(pdu), data.length * 2 + 100);
        int end = PduWriter.toBytes(pdu).length;
        System.arraycopy(PduWriter.toBytes(new AReleaseRQ()), 0, bytes, end, 10);
        PduReader reader = new PduReader(dripping(bytes, 50_000), 1 << 24, Limits.defaults(), "test",
                PduMemory.usual());
        ByteArrayOutputStream traced = new ByteArrayOutputStream();
        List<ByteArrayOutputStream> values = new ArrayList<>(List.of(new ByteArrayOutputStream()));
        int longest = 0;
        while (traced.size() < end) {
            for (PresentationDataValue piece : ((PDataTF) reader.next()).values()) {
                PresentationDataValue whole = pdu.values().get(values.size() - 1);
                longest = Math.max(longest, piece.length());
                assertEquals(whole.contextId(), piece.contextId());
                assertEquals(whole.isCommand(), piece.isCommand());
                values.get(values.size() - 1).write(piece.bytes(), piece.offset(), piece.length());
                boolean isWhole = values.get(values.size() - 1).size() == whole.length();
                assertEquals(isWhole && whole.isLast(), piece.isLast());
                if (isWhole) {
                    values.add(new ByteArrayOutputStream());
                }
            }
            reader.lastTo(traced::write);
        }

        assertEquals(PduReader.LONGEST_PIECE, longest);
        assertEquals(new AReleaseRQ(), reader.next());
        assertTrue(Arrays.equals(bytes, 0, end, traced.toByteArray(), 0, traced.size()));
        for (int i = 0; i < 4; i++) {
            PresentationDataValue whole = pdu.values().get(i);
            assertTrue(Arrays.equals(values.get(i).toByteArray(), 0, whole.length(), data, whole.offset(),
                    whole.offset() + whole.length()), "value " + i);
        }
    }

    @Test
    void piecesThatDoNotFillTheirPduAreErrors() {
        int length = PduReader.LONGEST_PIECE + 1;
        for (int value : new int[] {0, 1, length - 3, length - 5, Integer.MAX_VALUE, -1}) {
            byte[] bytes = new byte[length + Pdu.HEADER_LENGTH];
            ByteBuffer.wrap(bytes).put((byte) 4).put((byte) 0).putInt(length).putInt(value).put((byte) 1);
            PduReader reader = new PduReader(new ByteArrayInputStream(bytes), 1 << 24, Limits.defaults(), "test",
                    PduMemory.usual());
            assertEquals(DicomException.Kind.LENGTH, assertThrows(DicomException.class, () -> {
                while (true) {
                    reader.next();
                }
            }, () -> "value of " + value).kind());
        }
    }

    @Test
    void longRequestsShareMemoryAndGiveItBack() throws IOException {
        byte[] request = PduWriter.toBytes(AAssociateRQ.of("A", "B", IntStream.range(0, 128).mapToObj(
                i -> new ProposedContext(i * 2 + 1, "1.2.3", Collections.nCopies(38, "1.2.840.10008.1.2"))).toList(),
                UserInformation.of(0, "", "")));
        PduMemory memory = new PduMemory(request.length + request.length / 2);
        byte[] half = Arrays.copyOf(request, request.length / 2);
        PduReader first = shared(half, memory);
        assertThrows(EOFException.class, first::next);
        assertEquals(DicomException.Kind.LIMIT,
                assertThrows(DicomException.class, () -> shared(request, memory).next()).kind());
        first.close();
        PduReader second = shared(request, memory);
        assertEquals(128, ((AAssociateRQ) second.next()).presentationContexts().size());
        assertThrows(DicomException.class, () -> shared(request, memory).next());

        assertThrows(EOFException.class, second::await);

        assertEquals(PduType.A_ASSOCIATE_RQ, shared(request, memory).next().type());
    }

    private static PduReader shared(byte[] bytes, PduMemory memory) {
        return new PduReader(new ByteArrayInputStream(bytes), MAXIMUM, Limits.defaults(), "test", memory);
    }

    @Test
    void unknownItemsAreSkipped() throws IOException {
        byte[] bytes = PduWriter.toBytes(REQUEST);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 7);
        longer[5] += 7;
        longer[bytes.length] = (byte) 0x99;
        longer[bytes.length + 3] = 3;

        assertEquals(REQUEST, reader(new ByteArrayInputStream(longer)).next());
    }

    @Test
    void paddedUidsAndTitlesAreTrimmed() throws IOException {
        AAssociateRQ padded = new AAssociateRQ(1, " CALLED", "CALLING", AAssociateRQ.DICOM_APPLICATION_CONTEXT + "\0",
                List.of(new ProposedContext(1, "1.2.3 ", List.of("1.2.4\0"))), UserInformation.of(0, "1.2\0", "V "));

        AAssociateRQ read = (AAssociateRQ) reader(new ByteArrayInputStream(PduWriter.toBytes(padded))).next();

        assertEquals(AAssociateRQ.of("CALLED", "CALLING", List.of(new ProposedContext(1, "1.2.3", List.of("1.2.4"))),
                UserInformation.of(0, "1.2", "V")), read);
    }

    @Test
    void theSecretOfAUserIsInNoText() {
        assertFalse(AAssociateRQ.of("A", "B", List.of(), UserInformation.of(0, "", "")
                .with(UserIdentityRQ.passcode("someone", "secret", false))).toString().contains("some"));
    }

    @Test
    void anUnknownTypeIsAnErrorBeforeItsBody() {
        DicomException error = assertThrows(DicomException.class, () -> reader("0800 ffffffff").next());
        assertEquals(DicomException.Kind.SYNTAX, error.kind());
    }

    @Test
    void lengthsBeyondTheLimitsAreErrorsBeforeAnythingIsAllocated() {
        for (String pdu : List.of("0100 7fffffff", "0200 00100001", "0400 00004001", "0400 ffffffff")) {
            DicomException error = assertThrows(DicomException.class, () -> reader(pdu).next(), pdu);
            assertEquals(DicomException.Kind.LIMIT, error.kind());
        }
    }

    @Test
    void fixedLengthsAreFixed() {
        for (String pdu : List.of("0300 00000000", "0500 00000005 0000000000", "0600 00000003 000000",
                "0700 7fffffff")) {
            assertThrows(DicomException.class, () -> reader(pdu).next(), pdu);
        }
    }

    @Test
    void dataThatIsNoneIsAnError() {
        for (String pdu : List.of("0400 00000000", "0400 00000004 00000000", "0400 00000005 0000000101",
                "0400 00000006 00000003 0103", "0400 00000007 00000002 0103 00", "0400 00000006 ffffffff 0103")) {
            assertThrows(DicomException.class, () -> reader(pdu).next(), pdu);
        }
    }

    @Test
    void evenAndRepeatedContextIdsAreErrors() {
        byte[] bytes = PduWriter.toBytes(AAssociateRQ.of("A", "B", List.of(
                new ProposedContext(1, "1.2", List.of("1.3")), new ProposedContext(3, "1.2", List.of("1.3"))),
                UserInformation.of(0, "", "")));
        int second = HexFormat.of().formatHex(bytes).indexOf("20000012" + "03") / 2 + 4;
        for (byte id : new byte[] {1, 2, 0}) {
            bytes[second] = id;
            assertThrows(DicomException.class, () -> reader(new ByteArrayInputStream(bytes)).next());
        }
    }

    @Test
    void itemsWithoutNumberAreAnError() {
        AAssociateRQ syntaxes = AAssociateRQ.of("A", "B", List.of(new ProposedContext(1, "1.2",
                Collections.nCopies(129, ""))), UserInformation.of(0, "", ""));
        AAssociateRQ distinct = AAssociateRQ.of("A", "B", List.of(new ProposedContext(1, "1.2", uids(1, 100)),
                new ProposedContext(3, "1.2", uids(101, 200))), UserInformation.of(0, "", ""));
        AAssociateRQ related = AAssociateRQ.of("A", "B", List.of(), UserInformation.of(0, "", "").withExtended(
                List.of(), List.of(new CommonExtendedNegotiation("1.2", "1.3", Collections.nCopies(1000, "")))));
        AAssociateRQ roles = AAssociateRQ.of("A", "B", List.of(), UserInformation.of(0, "", "").withRoles(
                Collections.nCopies(1000, new RoleSelection("", true, true))));
        for (Pdu pdu : List.of(syntaxes, distinct, related, roles)) {
            assertEquals(DicomException.Kind.LIMIT, assertThrows(DicomException.class,
                    () -> reader(new ByteArrayInputStream(PduWriter.toBytes(pdu))).next()).kind());
        }
    }

    private static List<String> uids(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "1.2." + i).toList();
    }

    @Test
    void aUidBeyond64CharactersIsAnError() {
        AAssociateRQ request = AAssociateRQ.of("A", "B", List.of(new ProposedContext(1, "1".repeat(66),
                List.of("1.2"))), UserInformation.of(0, "", ""));
        assertEquals(DicomException.Kind.LENGTH, assertThrows(DicomException.class,
                () -> reader(new ByteArrayInputStream(PduWriter.toBytes(request))).next()).kind());
    }

    @Test
    void aStreamThatEndsWithinAPduIsAtItsEnd() {
        byte[] bytes = PduWriter.toBytes(REQUEST);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThrows(EOFException.class, () -> reader(new ByteArrayInputStream(cut)).next());
        }
    }

    @Test
    void everyLengthThatLiesIsAnErrorOrReadsOn() {
        byte[] good = bytesOfAll();
        Random random = new Random(20260101);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xff);
            }
            assertEndsWell(bad);
        }
    }

    @Test
    void everyByteMayLie() {
        byte[] good = bytesOfAll();
        for (int i = 0; i < good.length; i++) {
            for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff, good[i] - 1, good[i] + 1}) {
                byte[] bad = good.clone();
                bad[i] = (byte) value;
                assertEndsWell(bad);
            }
        }
    }

    /** Whatever the bytes are: PDUs, then the end or a reasoned error. */
    private static void assertEndsWell(byte[] bytes) {
        PduReader reader = reader(new ByteArrayInputStream(bytes));
        try {
            while (true) {
                reader.next();
            }
        } catch (DicomException e) {
            assertFalse(e.getMessage().isEmpty());
        } catch (EOFException e) {
            assertTrue(e.getMessage().startsWith("the connection was closed"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
