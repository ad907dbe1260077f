package org.bitewing.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** Bulk data that stayed in its file. A file that has changed since is an error, never other data. */
record BulkFile(Path path, long length, FileTime modified) implements BulkSource {
    static BulkFile of(Path path, long length) throws IOException {
        BulkFile file = new BulkFile(path, length, Files.getLastModifiedTime(path));
        if (Files.size(path) != length) {
            throw file.changed();
        }
        return file;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public InputStream open(long offset, long partLength) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(path);
        try {
            checkUnchanged();
            return new ChannelPart(channel, true, offset, partLength);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void transferTo(long offset, long partLength, WritableByteChannel target) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            if (!(channel instanceof FileChannel file)) {
                BulkSource.super.transferTo(offset, partLength, target);
                return;
            }
            checkUnchanged();
            new BulkChannel(file, name()).transferTo(offset, partLength, target);
        }
    }

    private void checkUnchanged() throws IOException {
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        if (now.size() != length || !now.lastModifiedTime().equals(modified)) {
            throw changed();
        }
    }

    private IOException changed() {
        return new IOException(path + " has changed since it was read; read it again");
    }
}
