package org.bitewing.net.dimse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.bitewing.net.pdu.Pdu;
import org.bitewing.net.pdu.PduWriter;
import org.bitewing.net.pdu.PresentationDataValue;

/**
 * Cuts messages into P-DATA-TF PDUs of one presentation data value each, no longer than the peer takes (PS3.8 D.1), and
 * hands them over whole, as many at a time as fit into the buffer. Memory does not grow with the data set. Used by one
 * thread.
 */
public final class MessageWriter {
    private static final int HEADER = Pdu.HEADER_LENGTH + PresentationDataValue.HEADER_LENGTH;
    /** What a small PDU is gathered up to, so that a peer who takes 16 KiB at a time does not cost a call for each. */
    private static final int GATHERED = 1 << 17;
    /** Room for a command set before the first PDU of a data set: a small object is one write. */
    private static final int COMMAND_ROOM = 1 << 10;
    /** A PDU must have room for the header of a value and two bytes of it. */
    private static final int SHORTEST = PresentationDataValue.HEADER_LENGTH + 2;

    /** Where whole PDUs go. */
    @FunctionalInterface
    public interface Target {
        /**
         * Sends one or more whole P-DATA-TF PDUs.
         *
         * @param bytes  where they are; may be changed afterwards
         * @param offset the first index
         * @param length how many bytes
         * @throws IOException where they cannot be sent
         */
        void send(byte[] bytes, int offset, int length) throws IOException;
    }

    /** Writes a data set into a message. */
    @FunctionalInterface
    public interface DataSetSource {
        /**
         * Writes the whole data set, in the transfer syntax of the presentation context.
         *
         * @param target takes it
         * @throws IOException where it cannot be read, or the target fails; the message stays incomplete
         */
        void writeTo(Output target) throws IOException;
    }

    private final Target target;
    private final int fragmentLength;
    private byte[] buffer = new byte[0];
    private int size;
    /** The first index of the open fragment's header; the fragment itself begins {@link #HEADER} bytes later. */
    private int fragmentStart;

    /**
     * A writer.
     *
     * @param target        where PDUs go
     * @param maximumLength the longest P-DATA-TF, without its header, that is sent: 8 or more
     */
    public MessageWriter(Target target, int maximumLength) {
        if (maximumLength < SHORTEST) {
            throw new IllegalArgumentException("no data fits into a P-DATA-TF of " + maximumLength + " bytes");
        }
        this.target = target;
        // Fragments are of even length but for nothing (PS3.8 E.2 with PS3.5 7.1.1).
        this.fragmentLength = maximumLength - PresentationDataValue.HEADER_LENGTH & ~1;
    }

    /**
     * Sends a message without a data set.
     *
     * @param contextId the presentation context
     * @param command   what it says
     * @throws IOException where it cannot be sent
     */
    public void send(int contextId, CommandSet command) throws IOException {
        putCommand(contextId, command);
        flush();
    }

    /**
     * Sends a message with a data set.
     *
     * @param contextId the presentation context
     * @param command   what it says
     * @param source    writes the data set
     * @throws IOException where the source or the target fails; the association is then of no further use
     */
    public void send(int contextId, CommandSet command, DataSetSource source) throws IOException {
        putCommand(contextId, command);
        Output output = new Output(contextId);
        startFragment();
        source.writeTo(output);
        endFragment(contextId, false, true);
        flush();
    }

    private void putCommand(int contextId, CommandSet command) throws IOException {
        size = 0;
        byte[] bytes = command.toBytes();
        for (int from = 0; from < bytes.length; from += fragmentLength) {
            int length = Math.min(fragmentLength, bytes.length - from);
            room(HEADER + length);
            fragmentStart = size;
            size += HEADER + length;
            System.arraycopy(bytes, from, buffer, fragmentStart + HEADER, length);
            endFragment(contextId, true, from + length == bytes.length);
        }
    }

    private void startFragment() throws IOException {
        room(HEADER + fragmentLength);
        fragmentStart = size;
        size += HEADER;
    }

    private void endFragment(int contextId, boolean isCommand, boolean isLast) {
        PduWriter.dataHeader(buffer, fragmentStart, contextId, isCommand, isLast, size - fragmentStart - HEADER);
    }

    /** Makes room behind what is there: in a larger buffer while it is small, else by sending. */
    private void room(int count) throws IOException {
        if (count <= buffer.length - size) {
            return;
        }
        int most = Math.max(HEADER + fragmentLength, GATHERED) + COMMAND_ROOM;
        if (buffer.length < most) {
            boolean isSmall = size + count <= COMMAND_ROOM;
            buffer = Arrays.copyOf(buffer, isSmall ? COMMAND_ROOM : most);
        }
        if (count > buffer.length - size) {
            flush();
        }
    }

    private void flush() throws IOException {
        target.send(buffer, 0, size);
        size = 0;
    }

    private int left() {
        return fragmentStart + HEADER + fragmentLength - size;
    }

    /** Takes the bytes of one data set. Closing it does nothing: the message ends when its source returns. */
    public final class Output extends OutputStream {
        private final int contextId;
        private final byte[] single = new byte[1];

        private Output(int contextId) {
            this.contextId = contextId;
        }

        /** Whether a fragment is the last is not known until it is full and more comes. */
        private int open() throws IOException {
            if (left() == 0) {
                endFragment(contextId, false, false);
                startFragment();
            }
            return left();
        }

        @Override
        public void write(int value) throws IOException {
            single[0] = (byte) value;
            write(single, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            while (from < offset + length) {
                int count = Math.min(open(), offset + length - from);
                System.arraycopy(bytes, from, buffer, size, count);
                size += count;
                from += count;
            }
        }

        /**
         * Reads bytes straight into the PDUs.
         *
         * @param stream has them
         * @param length how many
         * @throws EOFException where the stream has fewer
         * @throws IOException  where it cannot be read, or the PDUs not be sent
         */
        public void transferFrom(InputStream stream, long length) throws IOException {
            long rest = length;
            while (rest > 0) {
                // First, since it may give the buffer up for another one.
                int room = open();
                int count = stream.read(buffer, size, (int) Math.min(room, rest));
                if (count < 0) {
                    throw new EOFException("the data set ended " + rest + " bytes too early");
                }
                size += count;
                rest -= count;
            }
        }
    }
}
