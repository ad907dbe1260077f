package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.net.dimse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Objects go from one side to the other over loopback. */
@Timeout(60)
class StorageTest {
    @TempDir
    Path folder;

    @Test
    void anObjectIsStoredWithItsDataSetAsItWasSent() throws IOException {
        Path file = Objects.write(folder, "1.2.3", 512);
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), StorageOptions.defaults(),
                Store.toFolder(folder.resolve("in")));
             StorageScu scu = StorageScu.connect("127.0.0.1", scp.address().getPort(), "ME", "SCP",
                     StorageScu.offersFor(List.of(file)))) {

            assertEquals(Status.SUCCESS, scu.send(file));

            Path stored = folder.resolve("in/1.2.3.dcm");
            assertArrayEquals(Objects.dataSetBytes(file), Objects.dataSetBytes(stored));
            assertEquals("ME", org.bitewing.Dicom.read(stored)
                    .text(org.bitewing.dict.Tag.SourceApplicationEntityTitle).orElseThrow());
        }
        try (var left = Files.list(folder.resolve("in"))) {
            assertEquals(1, left.count());
        }
    }
}
