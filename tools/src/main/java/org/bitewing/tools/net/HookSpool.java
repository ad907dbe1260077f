package org.bitewing.tools.net;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls in a temporary file, first in, first out; there is a file only while there are calls. For one thread. */
final class HookSpool {
    private Path path;
    private RandomAccessFile file;
    private long readAt;
    private long writeAt;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void add(HookCall call) throws IOException {
        if (file == null) {
            path = Files.createTempFile("bitewing-hooks-", ".spool");
            file = new RandomAccessFile(path.toFile(), "rw");
        }
        byte[] bytes = call.toBytes();
        file.seek(writeAt);
        file.writeInt(bytes.length);
        file.write(bytes);
        writeAt += Integer.BYTES + bytes.length;
        count++;
    }

    List<HookCall> take(int most) throws IOException {
        List<HookCall> calls = new ArrayList<>();
        file.seek(readAt);
        while (count > 0 && calls.size() < most) {
            byte[] bytes = new byte[file.readInt()];
            file.readFully(bytes);
            calls.add(HookCall.of(bytes));
            readAt += Integer.BYTES + bytes.length;
            count--;
        }
        if (count == 0) {
            drop();
        }
        return calls;
    }

    /** Removes the file, and says how many calls were left. */
    int drop() {
        int left = count;
        count = 0;
        readAt = 0;
        writeAt = 0;
        if (file != null) {
            try {
                file.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                // What is left of it lies among the temporary files of the system, which removes them.
                path.toFile().deleteOnExit();
            }
            file = null;
        }
        return left;
    }
}
