package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.SendReport;
import org.bitewing.net.StorageSender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A {@code storescp} with little memory. */
@Timeout(120)
class StorescpMemoryTest {
    private static final int ASSOCIATIONS = 200;

    @TempDir
    Path folder;

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
        StorescpProcess scp = StorescpProcess.start(List.of("-Xmx128m"), "-od", out.toString(), "-su", "");
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
