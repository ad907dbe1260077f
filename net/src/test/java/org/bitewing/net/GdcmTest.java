package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * GDCM's {@code gdcmscu} sends to us. That of Debian 12 ends in an exception of its own after it has released the
 * association, with any peer; so what counts is what has arrived.
 */
@Timeout(240)
class GdcmTest {
    @TempDir
    Path folder;

    @BeforeEach
    void isThere() {
        Dcmtk.assumeInstalled("gdcmscu");
    }

    private static void run(StorageScp scp, String operation, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("gdcmscu", operation, "localhost",
                Integer.toString(scp.address().getPort())));
        command.addAll(List.of(words));
        Dcmtk.run(command);
    }

    @Test
    void anEchoIsAnsweredAndReleased() throws IOException {
        try (StorageScp scp = Loopback.scp(Store.discarding())) {
            run(scp, "--echo");
            assertEquals(1, scp.counters().associations());
            assertEquals(0, scp.counters().aborted());
        }
    }

    @Test
    void anObjectOfEachTransferSyntaxIsStoredByteForByte() throws IOException {
        Map<String, List<OutgoingObject>> bySyntax = new TreeMap<>();
        for (OutgoingObject object : Dcmtk.objects(Dcmtk.corpus("files"))) {
            boolean isFile = DicomFile.of(object.path().orElseThrow()).dataSetStart() > 0;
            if (isFile) {
                bySyntax.merge(object.transferSyntaxUid(), List.of(object), (some, more) ->
                        Stream.concat(some.stream(), more.stream()).toList());
            }
        }
        assertTrue(bySyntax.size() > 10, bySyntax.keySet().toString());
        for (Map.Entry<String, List<OutgoingObject>> objects : bySyntax.entrySet()) {
            assertTrue(oneArrives(objects.getValue()), objects.getKey());
        }
    }

    /** The smallest first: GDCM does not read every file, and writes some data sets anew. */
    private boolean oneArrives(List<OutgoingObject> objects) throws IOException {
        List<OutgoingObject> bySize = objects.stream().sorted(Comparator.comparing(GdcmTest::size)).toList();
        for (OutgoingObject object : bySize) {
            if (arrives(object)) {
                return true;
            }
        }
        return false;
    }

    private static long size(OutgoingObject object) {
        return object.path().orElseThrow().toFile().length();
    }

    private boolean arrives(OutgoingObject object) throws IOException {
        Path file = object.path().orElseThrow();
        Path in = Files.createTempDirectory(folder, "in");
        try (StorageScp scp = Loopback.scp(Store.toFolder(in).withoutSync())) {
            run(scp, "--store", "-i", file.toString());
        }
        Path stored = in.resolve(object.sopInstanceUid() + ".dcm");
        return Files.exists(stored)
                && object.transferSyntaxUid().equals(DicomFile.of(stored).transferSyntaxUid())
                && Arrays.equals(Objects.dataSetBytes(file), Objects.dataSetBytes(stored));
    }
}
