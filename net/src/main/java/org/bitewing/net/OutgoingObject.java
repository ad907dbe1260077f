package org.bitewing.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.io.ByteSource;
import org.bitewing.io.TransferSyntax;
import org.bitewing.net.dimse.MessageWriter;

/**
 * An object that is to be sent: its head was read, its data set stays where it is until then. Immutable.
 */
public final class OutgoingObject {
    private static final int LONGEST_UID = 64;

    private final String name;
    private final Optional<Path> path;
    private final Opener opener;
    private final DicomFile head;

    /** Opens a DICOM file that is not on a file system, such as an entry of a zip file; any number of times. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens it.
         *
         * @return the file from its start, to be closed
         * @throws IOException where it cannot be opened
         */
        InputStream open() throws IOException;
    }

    private OutgoingObject(String name, Optional<Path> path, Opener opener, DicomFile head) {
        this.name = name;
        this.path = path;
        this.opener = opener;
        this.head = head;
    }

    /**
     * An object in a file, with or without file meta information.
     *
     * @param path the file
     * @return the object
     * @throws IOException    where the file cannot be read
     * @throws DicomException where it holds no object that can be sent
     */
    public static OutgoingObject of(Path path) throws IOException {
        Opener opener = () -> Channels.newInputStream(FileChannel.open(path, StandardOpenOption.READ));
        return new OutgoingObject(path.toString(), Optional.of(path), opener,
                checked(path.toString(), DicomFile.of(path)));
    }

    /**
     * An object that can be opened as a stream.
     *
     * @param name   for reports
     * @param opener opens it
     * @return the object
     * @throws IOException    where it cannot be read
     * @throws DicomException where it holds no object that can be sent
     */
    public static OutgoingObject of(String name, Opener opener) throws IOException {
        ByteSource source = ByteSource.of(new BufferedInputStream(opener.open()), name);
        return new OutgoingObject(name, Optional.empty(), opener, checked(name, DicomFile.of(source)));
    }

    private static DicomFile checked(String name, DicomFile head) {
        if (!Uids.isSafe(head.sopClassUid()) || !Uids.isSafe(head.transferSyntaxUid())
                || head.sopInstanceUid().length() > LONGEST_UID) {
            throw new DicomException("a UID of the SOP class, the SOP instance or the transfer syntax is none",
                    Location.of(name));
        }
        return head;
    }

    /**
     * Where it comes from.
     *
     * @return a path or another name
     */
    public String name() {
        return name;
    }

    /**
     * The file that holds it.
     *
     * @return empty where it is in none of its own
     */
    public Optional<Path> path() {
        return path;
    }

    /**
     * Its SOP class.
     *
     * @return a UID
     */
    public String sopClassUid() {
        return head.sopClassUid();
    }

    /**
     * Its SOP instance.
     *
     * @return a UID as it is in the file
     */
    public String sopInstanceUid() {
        return head.sopInstanceUid();
    }

    /**
     * Its encoding.
     *
     * @return a UID
     */
    public String transferSyntaxUid() {
        return head.transferSyntaxUid();
    }

    /**
     * Sends the data set as it is. One of odd length is not (PS3.5 7.1.1), and peers abort on it: it is written anew,
     * so that the value which is odd gets its padding; a deflated one gets the byte that PS3.5 A.5 wants behind it.
     */
    void writeTo(MessageWriter.Output target) throws IOException {
        if (path.isPresent()) {
            try (FileChannel channel = FileChannel.open(path.get(), StandardOpenOption.READ)) {
                long length = channel.size() - head.dataSetStart();
                boolean isOdd = length % 2 != 0;
                boolean isDeflated = TransferSyntax.of(head.transferSyntaxUid()).deflated();
                if (isOdd && !isDeflated) {
                    Conversion.UNCOMPRESSED.convert(source(), head.transferSyntaxUid(), target);
                    return;
                }
                channel.position(head.dataSetStart());
                target.transferFrom(Channels.newInputStream(channel), length);
                if (isOdd) {
                    target.write(0);
                }
            }
            return;
        }
        try (InputStream stream = opener.open()) {
            stream.skipNBytes(head.dataSetStart());
            stream.transferTo(target);
        }
    }

    /** The whole file, for a conversion. */
    ByteSource source() throws IOException {
        return path.isPresent() ? ByteSource.of(path.get())
                : ByteSource.of(new BufferedInputStream(opener.open()), name);
    }
}
