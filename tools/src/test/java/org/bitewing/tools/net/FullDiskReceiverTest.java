package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Called;
import org.bitewing.tools.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A storage SCP whose disk gets full in the middle of an object, and has room again later. */
@Timeout(60)
class FullDiskReceiverTest {
    private static final int OUT_OF_RESOURCES = 0xa7;

    @TempDir
    Path folder;

    private Path object(String instance, int pixelBytes) throws IOException {
        Path file = folder.resolve(instance);
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.StudyInstanceUID, "1.2.3").set(Value.of(Tag.PixelData, VR.OW, new byte[pixelBytes])).build(),
                file);
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anObjectWithoutRoomIsRefusedAndTheNextOneIsStored() throws IOException {
        String large = object("1.2.3.1", 400_000).toString();
        String small = object("1.2.3.2", 40_000).toString();
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), 256);
             Receiver receiver = NetworkCommandsTest.receiver(disk.folder(), List.of("-su", ""))) {
            String port = Integer.toString(receiver.address().getPort());

            Called refused = Called.with("storescu", "localhost", port, large);
            assertEquals(OUT_OF_RESOURCES, refused.code(), refused.error());
            assertTrue(refused.error().contains("A700H"), refused.error());
            assertEquals(List.of(), names(disk.folder()));

            Called both = Called.with("storescu", "-nh", "localhost", port, large, small);
            assertEquals(OUT_OF_RESOURCES, both.code(), both.error());
            assertEquals(List.of("CT.1.2.3.2"), names(disk.folder()));

            disk.fill();
            String third = object("1.2.3.3", 1_000).toString();
            assertEquals(OUT_OF_RESOURCES, Called.with("storescu", "localhost", port, third).code());
            assertEquals(0, Called.with("echoscu", "localhost", port).code());
            disk.free();
            assertEquals(0, Called.with("storescu", "localhost", port, third).code());
            assertEquals(List.of("CT.1.2.3.2", "CT.1.2.3.3"), names(disk.folder()));
        }
    }
}
