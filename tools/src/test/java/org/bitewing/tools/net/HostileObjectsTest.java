package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bitewing.dict.UID;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.Association;
import org.bitewing.net.Offer;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;
import org.bitewing.tools.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Attacks by the contents of objects on a {@code storescp} that looks into them, because it sorts. */
@Timeout(120)
class HostileObjectsTest {
    private static final int SEQUENCE_OF_PURPOSE = 0x0008_1140;

    @TempDir
    Path folder;

    private Path out() throws IOException {
        return Files.createDirectories(folder.resolve("deep/er/out"));
    }

    private static Status send(Receiver receiver, String syntax, byte[] dataSet) throws IOException {
        try (Association association = ApplicationEntity.of("ME").connect("127.0.0.1",
                receiver.address().getPort(), "SCP", List.of(Offer.of(UID.CTImageStorage, syntax)))) {
            association.send(1, CommandSet.storeRequest(1, UID.CTImageStorage, "1.2.3",
                    CommandSet.Priority.MEDIUM), target -> target.write(dataSet));
            return association.receiveResponse(1).command().status();
        }
    }

    private static void assertStillAnswers(Receiver receiver) {
        assertEquals(0, Called.with("echoscu", "-ta", "1", "-td", "1", "localhost",
                Integer.toString(receiver.address().getPort())).code());
    }

    /** Files outside of the folder for objects. */
    private List<Path> outside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Path out = out();
            return files.filter(Files::isRegularFile).filter(file -> !file.startsWith(out)).toList();
        }
    }

    private static void element(ByteArrayOutputStream target, int tag, String vr, byte[] value) {
        byte[] padded = java.util.Arrays.copyOf(value, value.length + value.length % 2);
        for (int shift : new int[] {16, 24, 0, 8}) {
            target.write(tag >>> shift);
        }
        target.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
        target.write(padded.length);
        target.write(padded.length >>> 8);
        target.writeBytes(padded);
    }

    private static byte[] dataSet(String name, String study) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        element(bytes, 0x0008_0016, "UI", UID.CTImageStorage.getBytes(StandardCharsets.US_ASCII));
        element(bytes, 0x0008_0018, "UI", "1.2.3".getBytes(StandardCharsets.US_ASCII));
        element(bytes, 0x0010_0010, "PN", name.getBytes(StandardCharsets.ISO_8859_1));
        element(bytes, 0x0020_000d, "UI", study.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    @Test
    void namesFromTheDataSetStayInTheFolder() throws IOException {
        List<String> names = List.of("../../x", "/etc/x", "..", ".", "", "a\0b", "a\nb", "$(touch x)`touch y`;#p", "a\\..\\b",
                ".bitewing-incoming-x.part", "x".repeat(60), " ", "C:\\x");
        for (String option : List.of("-su", "-ss", "-sp")) {
            List<String> options = new ArrayList<>(List.of(option));
            if (!option.equals("-sp")) {
                options.add("p");
            }
            options.add("--no-sync");
            try (Receiver receiver = NetworkCommandsTest.receiver(out(), options)) {
                for (String name : names) {
                    send(receiver, UID.ExplicitVRLittleEndian, dataSet(name, name));
                }
                assertStillAnswers(receiver);
            }
            assertEquals(List.of(), outside(), option);
        }
    }

    @Test
    void aBombIsNotInflated() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 16];
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(bomb, new Deflater(9, true))) {
            // A value of some gigabytes before the study: (0009,1010) OB.
            deflating.write(new byte[] {9, 0, 0x10, 0x10, 'O', 'B', 0, 0, 0, 0, 0, 0x7f});
            for (int i = 0; i < 4096; i++) {
                deflating.write(zeros);
            }
        }
        try (Receiver receiver = NetworkCommandsTest.receiver(out(), List.of("-su", "p", "--no-sync"))) {
            Status status = send(receiver, UID.DeflatedExplicitVRLittleEndian, bomb.toByteArray());
            assertTrue(status.category() == Status.Category.FAILURE, status.toString());
            assertStillAnswers(receiver);
        }
        assertEquals(List.of(), outside());
        // Without a look into it, it is stored as it came.
        try (Receiver receiver = NetworkCommandsTest.receiver(out(), List.of("--no-sync"))) {
            assertEquals(Status.SUCCESS, send(receiver, UID.DeflatedExplicitVRLittleEndian, bomb.toByteArray()));
        }
    }

    @Test
    void depthAndNoiseEndInAStatus() throws IOException {
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        for (int i = 0; i < 200_000; i++) {
            for (int shift : new int[] {16, 24, 0, 8}) {
                deep.write(SEQUENCE_OF_PURPOSE >>> shift);
            }
            deep.writeBytes(new byte[] {'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1});
        }
        Random random = new Random(20261125);
        try (Receiver receiver = NetworkCommandsTest.receiver(out(), List.of("-su", "p", "--no-sync"))) {
            send(receiver, UID.ExplicitVRLittleEndian, deep.toByteArray());
            byte[] good = dataSet("A^B", "1.2.3");
            for (int round = 0; round < 200; round++) {
                byte[] bytes = round % 4 == 0 ? new byte[random.nextInt(300)] : good.clone();
                if (round % 4 == 0) {
                    random.nextBytes(bytes);
                } else {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                send(receiver, UID.ExplicitVRLittleEndian, bytes);
            }
            assertStillAnswers(receiver);
        }
        assertEquals(List.of(), outside());
    }

    @Test
    void damagedObjectsAreStoredAsTheyCameWhereAnotherFormIsAskedFor() throws IOException {
        byte[] cut = java.util.Arrays.copyOf(dataSet("A^B", "1.2.3"), 40);
        try (Receiver receiver = NetworkCommandsTest.receiver(out(), List.of("+ti", "--no-sync"))) {
            assertEquals(Status.SUCCESS, send(receiver, UID.ExplicitVRLittleEndian, cut));
        }
        try (Stream<Path> files = Files.list(out())) {
            byte[] stored = Files.readAllBytes(files.findFirst().orElseThrow());
            assertTrue(java.util.Arrays.equals(stored, stored.length - cut.length, stored.length, cut, 0, cut.length));
        }
    }
}
