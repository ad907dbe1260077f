package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.SendReport;
import org.bitewing.net.StorageSender;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.PDataTF;
import org.bitewing.net.pdu.PduMemory;
import org.bitewing.net.pdu.PduReader;
import org.bitewing.net.pdu.PduType;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.PresentationDataValue;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.UserInformation;
import org.bitewing.tools.Called;
import org.bitewing.tools.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code storescp} with little memory. */
@Timeout(120)
class StorescpMemoryTest {
    private static final int ASSOCIATIONS = 200;

    @TempDir
    Path folder;

    /** A peer who has sent a part of a PDU, and lets the receiver wait for the rest. */
    private static Socket stalled(String port, boolean associates, byte[] part) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        try {
            if (associates) {
                socket.getOutputStream().write(PduWriter.toBytes(AAssociateRQ.of("SCP", "ME", List.of(
                        new ProposedContext(1, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian))),
                        UserInformation.of(0, "1.2", ""))));
                PduReader reader = new PduReader(socket.getInputStream(), 1 << 14, Limits.defaults(), "t",
                        PduMemory.usual());
                assertEquals(PduType.A_ASSOCIATE_AC, reader.next().type());
                socket.getOutputStream().write(PduWriter.toBytes(new PDataTF(List.of(command()))));
            }
            socket.getOutputStream().write(part);
        } catch (SocketException e) {
            // The receiver has had enough already, which is its right.
            return socket;
        }
        return socket;
    }

    private static PresentationDataValue command() {
        byte[] command = CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3", CommandSet.Priority.MEDIUM).toBytes();
        return new PresentationDataValue(1, true, true, command, 0, command.length);
    }

    /** The start of a PDU, and so much of what its length promises. */
    private static byte[] part(PduType type, int length, int size) {
        return ByteBuffer.allocate(size).put((byte) type.code()).put((byte) 0).putInt(length).array();
    }

    @Test
    void longPdusThatNeverEndFillNoHeap() throws Exception {
        byte[] request = part(PduType.A_ASSOCIATE_RQ, 1 << 20, 1 << 20);
        byte[] data = part(PduType.P_DATA_TF, 1 << 24, 3 << 20);
        ByteBuffer.wrap(data).putInt(6, (1 << 24) - 4).put(10, (byte) 1);
        ServerProcess scp = ServerProcess.start(List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError"), "storescp",
                "-od", Files.createDirectory(folder.resolve("out")).toString(), "-pdu", Integer.toString(1 << 24));
        List<Socket> peers = new ArrayList<>();
        try {
            for (int i = 0; i < ASSOCIATIONS; i++) {
                peers.add(stalled(scp.port(), i % 2 == 0, i % 2 == 0 ? data : request));
            }

            assertEquals(0, Called.with("echoscu", "-ta", "1", "-td", "1", "localhost", scp.port()).code());
            assertTrue(scp.process().isAlive());
        } finally {
            for (Socket peer : peers) {
                peer.close();
            }
            scp.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-su", "+ti"})
    void objectsOfManySmallElementsFillNoHeap(String option) throws Exception {
        // Empty private elements before the Study Instance UID: a tree of them is many times as large.
        byte[] elements = new byte[2 << 20];
        for (int i = 0; i + 8 <= elements.length; i += 8) {
            ByteBuffer.wrap(elements).order(ByteOrder.LITTLE_ENDIAN).putShort(i, (short) (9 + i / (0xf000 * 8) * 2))
                    .putShort(i + 2, (short) (0x1000 + i / 8 % 0xf000)).put(i + 4, (byte) 'L').put(i + 5, (byte) 'O');
        }
        Path file = folder.resolve("many");
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, "1.2.3")
                .build(), file);
        Files.write(file, elements, StandardOpenOption.APPEND);
        List<OutgoingObject> objects = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            objects.add(OutgoingObject.of(file));
        }
        ServerProcess scp = ServerProcess.start(List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"), "storescp", "-od",
                Files.createDirectory(folder.resolve("out")).toString(), option, option.equals("-su") ? "" : "-v");
        try {
            SendReport report = StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1",
                    Integer.parseInt(scp.port()), "SCP").withParallel(objects.size()).send(objects);

            assertTrue(report.results().stream().allMatch(result -> result.status().isPresent()),
                    report.results().toString());
            assertEquals(0, Called.with("echoscu", "localhost", scp.port()).code());
        } finally {
            scp.stop();
        }
    }

    @Test
    void twoHundredAssociationsAreServedInASmallHeap() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        List<OutgoingObject> objects = new ArrayList<>();
        for (int i = 0; i < ASSOCIATIONS; i++) {
            Path file = folder.resolve("1.2.3." + i);
            Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage)
                    .set(Tag.SOPInstanceUID, "1.2.3." + i).set(Tag.StudyInstanceUID, "1.2.3")
                    .set(Value.of(Tag.PixelData, VR.OW, new byte[512 << 10])).build(), file);
            objects.add(OutgoingObject.of(file));
        }
        ServerProcess scp = ServerProcess.start(List.of("-Xmx128m"), "storescp", "-od", out.toString(), "-su", "");
        try {
            SendReport report = StorageSender.to(ApplicationEntity.of("ME"), "127.0.0.1",
                    Integer.parseInt(scp.port()), "SCP").withParallel(ASSOCIATIONS)
                    .withRetries(0, Duration.ofSeconds(1)).send(objects);

            assertEquals(ASSOCIATIONS, report.stored(), () -> report.unsent().size() + " were not stored: "
                    + report.results());
            assertTrue(scp.process().isAlive());
        } finally {
            scp.stop();
        }
        try (Stream<Path> files = Files.list(out.resolve("1.2.3"))) {
            assertTrue(files.allMatch(file -> file.toFile().length() > 512 << 10));
        }
    }
}
