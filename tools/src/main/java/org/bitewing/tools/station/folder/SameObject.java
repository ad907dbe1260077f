package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DicomParser;
import org.bitewing.io.Event;
import org.bitewing.io.ReadOptions;

/** Whether two files hold the same data set in the same encoding, whatever their meta information is. */
final class SameObject {
    private static final int BLOCK = 1 << 16;
    private static final ReadOptions HEAD = ReadOptions.defaults().stopBefore(0x0003_0000);

    private SameObject() {
    }

    static boolean test(Path left, Path right) throws IOException {
        long leftSize = Files.size(left);
        long rightSize = Files.size(right);
        if (leftSize == rightSize && Files.mismatch(left, right) == -1) {
            return true;
        }
        try {
            Start leftStart = start(left);
            Start rightStart = start(right);
            return leftStart.syntax.equals(rightStart.syntax)
                    && leftSize - leftStart.offset == rightSize - rightStart.offset
                    && sameBytes(left, leftStart.offset, right, rightStart.offset);
        } catch (DicomException e) {
            // Whatever one of them is, it is not the same object.
            return false;
        }
    }

    /** Where a data set begins. */
    private record Start(String syntax, long offset) {
    }

    private static Start start(Path file) throws IOException {
        long offset = 0;
        try (DicomParser parser = DicomParser.of(ByteSource.of(file), HEAD)) {
            for (Event event = parser.next(); event != Event.END; event = parser.next()) {
                if (event == Event.ELEMENT && parser.inFileMeta()) {
                    offset = parser.valueOffset() + parser.length();
                }
            }
            return new Start(parser.transferSyntax().uid(), offset);
        }
    }

    private static boolean sameBytes(Path left, long leftStart, Path right, long rightStart) throws IOException {
        try (InputStream lefts = Files.newInputStream(left); InputStream rights = Files.newInputStream(right)) {
            lefts.skipNBytes(leftStart);
            rights.skipNBytes(rightStart);
            byte[] leftBlock = new byte[BLOCK];
            byte[] rightBlock = new byte[BLOCK];
            int count;
            do {
                count = lefts.readNBytes(leftBlock, 0, BLOCK);
                int otherCount = rights.readNBytes(rightBlock, 0, BLOCK);
                if (!Arrays.equals(leftBlock, 0, count, rightBlock, 0, otherCount)) {
                    return false;
                }
            } while (count == BLOCK);
            return true;
        }
    }
}
