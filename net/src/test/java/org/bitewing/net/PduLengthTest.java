package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PDU lengths from the shortest to the longest, on both sides: objects pass, and no PDU is longer than agreed. */
@Timeout(60)
class PduLengthTest {
    private static final int SHORTEST = 1 << 12;
    private static final int LONGEST = 1 << 24;

    @TempDir
    Path folder;

    private void pass(Path object, int ours, int theirs) throws IOException {
        Path in = folder.resolve("in-" + ours + "-" + theirs);
        AtomicInteger longest = new AtomicInteger();
        AssociationListener measure = new AssociationListener() {
            @Override
            public void wire(ConnectionInfo connection, boolean isSent, byte[] bytes, int offset, int length) {
                int at = offset;
                while (isSent && at < offset + length) {
                    int pdu = ByteBuffer.wrap(bytes).getInt(at + 2);
                    longest.accumulateAndGet(pdu, Math::max);
                    at += pdu + 6;
                }
                assertEquals(isSent ? offset + length : offset, at, "whole PDUs are written at a time");
            }
        };
        try (StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP").withPduLength(theirs), Loopback.ANY_PORT,
                StorageOptions.defaults(), Store.toFolder(in).withoutSync())) {
            SendReport report = StorageSender.to(ApplicationEntity.of("ME").withPduLength(ours).withListener(measure),
                    "127.0.0.1", scp.address().getPort(), "SCP").send(List.of(OutgoingObject.of(object)));
            assertEquals(1, report.stored(), report.results().toString());
        }
        byte[] sent = Objects.dataSetBytes(object);
        assertTrue(Arrays.equals(sent, Objects.dataSetBytes(in.resolve(object.getFileName()))), ours + " " + theirs);
        // Fragments are of even length.
        int most = Math.min(ours, theirs) & ~1;
        assertTrue(longest.get() <= most && longest.get() >= Math.min(most, sent.length), longest + " of " + most);
    }

    @Test
    void objectsPassWhateverLengthsMeet() throws IOException {
        Path object = Objects.write(folder, "1.2.3", 20_000_000);
        for (int[] lengths : new int[][] {{LONGEST, LONGEST}, {SHORTEST, LONGEST}, {LONGEST, SHORTEST},
            {1 << 17, 1 << 17}, {(1 << 17) + 1, 1 << 18}, {1_000_001, 3_000_000}}) {
            pass(object, lengths[0], lengths[1]);
        }
    }
}
