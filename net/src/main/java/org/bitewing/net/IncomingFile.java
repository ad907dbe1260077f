package org.bitewing.net;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.FileMeta;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;

/**
 * A file of a {@link FolderStore} that is being received under a temporary name. Unlike an
 * {@link org.bitewing.io.AtomicFile} it learns its name last, since that may come from the data set.
 */
final class IncomingFile implements Store.Incoming, ReceivedObject {
    private static final int BLOCK = 1 << 16;
    /** How many objects are looked into or converted at a time, and what it takes to look into one. */
    private static final Semaphore LOOKING = new Semaphore(4);
    private static final long LOOK = Runtime.getRuntime().maxMemory() / 16;

    private final FolderStore store;
    private StoreRequest request;
    private Path temporary;
    private FileChannel channel;
    private int dataSetStart;
    private final Target target = new Target();
    private long length;
    private boolean closed;

    IncomingFile(FolderStore store, StoreRequest request, boolean withFileMeta) throws IOException {
        this.store = store;
        begin(request, withFileMeta);
    }

    private void begin(StoreRequest of, boolean withFileMeta) throws IOException {
        this.request = of;
        this.temporary = store.temporary();
        this.length = 0;
        byte[] start = withFileMeta ? fileStart() : new byte[0];
        this.dataSetStart = start.length;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            target.writeAll(start, 0, start.length);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private byte[] fileStart() throws IOException {
        FileMeta meta = FileMeta.of(request.sopClassUid(), request.sopInstanceUid(), request.transferSyntaxUid());
        if (AETitles.isValid(request.callingAETitle())) {
            meta = meta.withSource(request.callingAETitle());
            if (store.namesConnection() && AETitles.isValid(request.calledAETitle())) {
                meta = meta.withConnection(request.callingAETitle(), request.calledAETitle(), peer());
            }
        }
        return meta.fileStart();
    }

    /** As PS3.10 7.1.1.1 has it. */
    private String peer() {
        InetAddress address = request.connection().peer().getAddress();
        // Not the scope of an address of version 6, which means something here alone.
        String host = address.getHostAddress().split("%", 2)[0];
        return "dicom://" + (address instanceof Inet6Address ? "[" + host + "]" : host) + ":"
                + request.connection().peer().getPort();
    }

    /** Straight to the file: what arrives is large already. */
    private final class Target extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            writeAll(bytes, offset, count);
            length += count;
        }

        void writeAll(byte[] bytes, int offset, int count) throws IOException {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, count);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
    }

    @Override
    public OutputStream dataSet() {
        return target;
    }

    @Override
    public StoreRequest request() {
        return request;
    }

    Path path() {
        return temporary;
    }

    /** Brings the object to the form in which it is to be stored; a damaged one stays as it is. */
    void convert(Conversion conversion, boolean withFileMeta) throws IOException {
        StoreRequest received = request;
        List<String> targets = conversion.targets(received.transferSyntaxUid());
        if (targets.isEmpty()) {
            return;
        }
        channel.close();
        Path original = temporary;
        long originalLength = length;
        int originalStart = dataSetStart;
        try {
            begin(received.with(targets.get(0)), withFileMeta);
            OutputStream buffered = new BufferedOutputStream(target, BLOCK);
            LOOKING.acquireUninterruptibly();
            try {
                conversion.convert(ByteSource.of(original), targets.get(0), buffered);
            } finally {
                LOOKING.release();
            }
            buffered.flush();
        } catch (DicomException e) {
            channel.close();
            Files.delete(temporary);
            temporary = original;
            request = received;
            length = originalLength;
            dataSetStart = originalStart;
            channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
            return;
        } catch (IOException e) {
            Files.deleteIfExists(original);
            throw e;
        }
        Files.delete(original);
    }

    /** Nothing more is written. */
    void finish(boolean sync) throws IOException {
        if (sync) {
            channel.force(true);
        }
        channel.close();
    }

    StoredObject stored(Path path, StoredObject.Outcome outcome) {
        return new StoredObject(request, length, Optional.of(path), outcome);
    }

    @Override
    public DataSet dataSetBefore(int tag) throws IOException {
        InputStream stream = new BufferedInputStream(open(temporary, dataSetStart));
        ReadOptions options = ReadOptions.defaults().bareDataSet()
                .withTransferSyntax(TransferSyntax.of(request.transferSyntaxUid())).stopBefore(tag).discardBulk()
                .withLimits(Limits.defaults().withMemory(LOOK));
        LOOKING.acquireUninterruptibly();
        try {
            return DataSetReader.read(ByteSource.of(stream, "received object"), options);
        } finally {
            LOOKING.release();
        }
    }

    /** Whether a file holds the same data set in the same transfer syntax, whatever its meta information is. */
    boolean isSameAs(Path other) throws IOException {
        long otherStart = 0;
        if (dataSetStart > 0) {
            try {
                DicomFile file = DicomFile.of(other);
                if (!file.transferSyntaxUid().equals(request.transferSyntaxUid())) {
                    return false;
                }
                otherStart = file.dataSetStart();
            } catch (DicomException e) {
                // Whatever it is, it is not this object.
                return false;
            }
        }
        if (Files.size(other) - otherStart != length) {
            return false;
        }
        try (InputStream mine = open(temporary, dataSetStart); InputStream theirs = open(other, otherStart)) {
            byte[] left = new byte[BLOCK];
            byte[] right = new byte[BLOCK];
            int count;
            do {
                count = mine.readNBytes(left, 0, BLOCK);
                int otherCount = theirs.readNBytes(right, 0, BLOCK);
                if (!Arrays.equals(left, 0, count, right, 0, otherCount)) {
                    return false;
                }
            } while (count == BLOCK);
            return true;
        }
    }

    private static InputStream open(Path path, long position) throws IOException {
        FileChannel opened = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return Channels.newInputStream(opened.position(position));
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public StoredObject commit() throws IOException {
        StoredObject stored = store.publish(this);
        closed = stored.outcome() != StoredObject.Outcome.IDENTICAL;
        return stored;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                channel.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
