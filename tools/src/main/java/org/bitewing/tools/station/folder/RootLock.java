package org.bitewing.tools.station.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one process; the operating system lets go of it when the process ends, however that is. */
final class RootLock implements Closeable {
    private final FileChannel channel;

    private RootLock(FileChannel channel) {
        this.channel = channel;
    }

    static RootLock of(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(file);
            }
            return new RootLock(channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw taken(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException taken(Path file) {
        return new FileSystemException(file.getParent().toString(), null, "another station has this folder");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
