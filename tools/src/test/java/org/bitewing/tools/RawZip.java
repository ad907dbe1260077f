package org.bitewing.tools;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Zip files byte by byte, as no honest program writes them: any flags, methods and sizes, 64 bits, holes. */
public final class RawZip implements Closeable {
    private final RandomAccessFile file;
    private final List<byte[]> directory = new ArrayList<>();
    private int attributes;

    public RawZip(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /** An entry whose directory says what the data may not be; {@code wide} puts all numbers into the extra field. */
    public RawZip entry(String name, int flags, int method, byte[] data, long size, boolean wide) throws IOException {
        return entry(name, flags, method, data, data.length, size, wide);
    }

    /** A stored entry that begins with bytes and goes on with a hole. */
    public RawZip stored(String name, byte[] start, long length) throws IOException {
        return entry(name, 0x800, 0, start, length, length, true);
    }

    /** A symbolic link, as Info-ZIP stores it: the mode in the upper half of the external attributes. */
    public RawZip link(String name, String target) throws IOException {
        attributes = 0120777 << 16;
        byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
        entry(name, 0x800, 0, bytes, bytes.length, false);
        attributes = 0;
        return this;
    }

    private RawZip entry(String name, int flags, int method, byte[] data, long compressed, long size, boolean wide)
            throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        long header = file.length();
        ByteBuffer local = buffer(30).putInt(0x04034b50).putShort((short) 45).putShort((short) flags)
                .putShort((short) method).putInt(0).putInt(0).putInt(-1).putInt(-1).putShort((short) bytes.length)
                .putShort((short) 0);
        file.seek(header);
        file.write(local.array());
        file.write(bytes);
        file.write(data);
        file.setLength(header + 30 + bytes.length + compressed);
        ByteBuffer extra = buffer(wide ? 28 : 0);
        if (wide) {
            extra.putShort((short) 1).putShort((short) 24).putLong(size).putLong(compressed).putLong(header);
        }
        ByteBuffer central = buffer(46 + bytes.length + extra.capacity()).putInt(0x02014b50).putShort((short) 45)
                .putShort((short) 45).putShort((short) flags).putShort((short) method).putInt(0).putInt(0)
                .putInt(wide ? -1 : (int) compressed).putInt(wide ? -1 : (int) size).putShort((short) bytes.length)
                .putShort((short) extra.capacity()).putShort((short) 0).putShort((short) 0).putShort((short) 0)
                .putInt(attributes).putInt(wide ? -1 : (int) header).put(bytes).put(extra.array());
        directory.add(central.array());
        return this;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes the directory, with both ends. */
    @Override
    public void close() throws IOException {
        try (file) {
            long start = file.length();
            file.seek(start);
            for (byte[] entry : directory) {
                file.write(entry);
            }
            long end = file.getFilePointer();
            file.write(buffer(56).putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45).putInt(0)
                    .putInt(0).putLong(directory.size()).putLong(directory.size()).putLong(end - start).putLong(start)
                    .array());
            file.write(buffer(20).putInt(0x07064b50).putInt(0).putLong(end).putInt(1).array());
            file.write(buffer(22).putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1).putInt(-1)
                    .putInt(-1).putShort((short) 0).array());
        }
    }
}
