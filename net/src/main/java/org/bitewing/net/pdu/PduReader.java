package org.bitewing.net.pdu;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/**
 * Reads PDUs from a stream (PS3.8 9.3). No length is believed before the bytes are there: the buffer grows with what
 * arrives. A P-DATA-TF of more than {@link #LONGEST_PIECE} bytes comes in pieces, as if its values had been cut into
 * more fragments (PS3.8 Annex E.1), so that memory does not grow with the length of PDUs. After an exception the stream
 * is out of step and useless. Used by one thread.
 */
public final class PduReader {
    /** What is given at a time of a P-DATA-TF, without headers: the length of PDUs that most peers use at most. */
    public static final int LONGEST_PIECE = 1 << 17;
    private static final int FIRST_BUFFER = 1 << 11;
    private static final int READ_AHEAD = 1 << 16;
    /** A-ASSOCIATE-RJ, A-RELEASE-RQ and -RP, A-ABORT (PS3.8 9.3.4, 9.3.6 to 9.3.8). */
    private static final int FIXED_LENGTH = 4;

    private final InputStream stream;
    private final Limits limits;
    private final String source;
    private final PduMemory memory;
    private final int maximumLength;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int position;
    private int limit;
    private int start;
    /** The last read could have given more: there is much to come. */
    private boolean filled;
    /** What is still to come of a P-DATA-TF that is read in pieces, and of its value at hand. */
    private long left;
    private long valueLeft;
    private int contextId;
    private int controlHeader;
    /** What was taken of the memory for the long A-ASSOCIATE PDU that is in the buffer. */
    private final AtomicLong taken = new AtomicLong();

    /**
     * A reader.
     *
     * @param stream        the bytes
     * @param maximumLength the longest P-DATA-TF that was announced to the peer, without its header
     * @param limits        what other PDUs may cost
     * @param source        where the bytes come from, for messages
     * @param memory        shared by readers of one server
     */
    public PduReader(InputStream stream, int maximumLength, Limits limits, String source, PduMemory memory) {
        this.stream = stream;
        this.maximumLength = maximumLength;
        this.limits = limits;
        this.source = source;
        this.memory = memory;
    }

    /**
     * Waits for a byte of the next PDU, where none has come yet.
     *
     * @throws EOFException where the stream ends instead
     * @throws IOException  where it cannot be read
     */
    public void await() throws IOException {
        shrink();
        require(1);
    }

    /**
     * Whether bytes of the next PDU have been read from the stream already.
     *
     * @return true where {@link #await} would not wait
     */
    public boolean hasBytes() {
        return position < limit;
    }

    /**
     * Reads the next PDU, or the next piece of a long P-DATA-TF. Of a P-DATA-TF the bytes are not copied and are valid
     * until the next call.
     *
     * @return the PDU
     * @throws EOFException   where the stream ends before it, or within it
     * @throws IOException    where the stream cannot be read
     * @throws DicomException where it is no PDU ({@link DicomException.Kind#SYNTAX}), is longer than allowed or holds
     *                        what it may not
     */
    public Pdu next() throws IOException {
        shrink();
        if (left > 0) {
            return piece(0);
        }
        require(Pdu.HEADER_LENGTH);
        Items header = new Items(buffer, position, position + Pdu.HEADER_LENGTH, source);
        int code = header.u8();
        header.skip(1);
        long length = header.u32();
        PduType type = PduType.of(code).orElseThrow(() -> error(DicomException.Kind.SYNTAX,
                "there is no PDU of type " + code, length));
        check(type, length);
        if (length > LONGEST_PIECE && type == PduType.P_DATA_TF) {
            left = length;
            return piece(Pdu.HEADER_LENGTH);
        }
        if (length > READ_AHEAD && type != PduType.P_DATA_TF) {
            takeMemory(length);
        }
        require(Pdu.HEADER_LENGTH + (int) length);
        start = position;
        position += Pdu.HEADER_LENGTH + (int) length;
        return parse(type, new Items(buffer, start + Pdu.HEADER_LENGTH, position, source));
    }

    /**
     * The next piece of a long P-DATA-TF: up to the end of a value.
     *
     * @param pduHeader the length of the header before it, where it is the first piece
     */
    private PDataTF piece(int pduHeader) throws IOException {
        int header = pduHeader;
        if (valueLeft == 0) {
            int there = (int) Math.min(left, PresentationDataValue.HEADER_LENGTH);
            require(header + there);
            Items value = new Items(buffer, position + header, position + header + there, source);
            valueLeft = value.u32();
            checkValue(valueLeft, value);
            if (valueLeft > left - Integer.BYTES) {
                throw value.error(DicomException.Kind.LENGTH, "a value is longer than its PDU", valueLeft);
            }
            contextId = value.u8();
            controlHeader = value.u8();
            header += PresentationDataValue.HEADER_LENGTH;
            left -= PresentationDataValue.HEADER_LENGTH;
            valueLeft -= 2;
        }
        int count = (int) Math.min(valueLeft, LONGEST_PIECE);
        require(header + count);
        start = position;
        position += header + count;
        left -= count;
        valueLeft -= count;
        boolean isLast = valueLeft == 0 && (controlHeader & PresentationDataValue.LAST) != 0;
        return new PDataTF(List.of(new PresentationDataValue(contextId,
                (controlHeader & PresentationDataValue.COMMAND) != 0, isLast, buffer, start + header, count)));
    }

    private static void checkValue(long length, Items at) {
        if (length < 2) {
            throw at.error(DicomException.Kind.LENGTH, "a presentation data value has 2 bytes or more", length);
        }
    }

    private void takeMemory(long length) {
        if (!memory.take(length)) {
            throw error(DicomException.Kind.LIMIT, "too many long A-ASSOCIATE PDUs come at a time", length);
        }
        taken.set(length);
    }

    /** Gives the buffer of a long A-ASSOCIATE PDU up: what follows is short, or comes in pieces. */
    private void shrink() {
        if (taken.get() > 0) {
            buffer = Arrays.copyOfRange(buffer, position, Math.max(limit, position + FIRST_BUFFER));
            limit -= position;
            position = 0;
            filled = false;
            close();
        }
    }

    /** Gives back what a long A-ASSOCIATE PDU has taken. To be called at the end, by any thread. */
    public void close() {
        memory.give(taken.getAndSet(0));
    }

    /**
     * The bytes of the last PDU or piece, its header and all, for a trace.
     *
     * @param target takes array, offset and length; must not keep the array
     * @throws IOException as the target has it
     */
    public void lastTo(Bytes target) throws IOException {
        target.take(buffer, start, position - start);
    }

    /** Takes bytes. */
    @FunctionalInterface
    public interface Bytes {
        /**
         * Takes some bytes, without keeping the array.
         *
         * @param array  where they are
         * @param offset the first index
         * @param length how many
         * @throws IOException where they cannot be taken
         */
        void take(byte[] array, int offset, int length) throws IOException;
    }

    private void check(PduType type, long length) {
        switch (type) {
            case A_ASSOCIATE_RQ, A_ASSOCIATE_AC -> {
                if (length > limits.pdu()) {
                    throw error(DicomException.Kind.LIMIT, type + " exceeds Limits.pdu of " + limits.pdu() + " bytes",
                            length);
                }
            }
            case P_DATA_TF -> {
                if (length > maximumLength) {
                    throw error(DicomException.Kind.LIMIT,
                            "P-DATA-TF exceeds the maximum length of " + maximumLength + " bytes", length);
                }
            }
            case A_ASSOCIATE_RJ, A_RELEASE_RQ, A_RELEASE_RP, A_ABORT -> {
                if (length != FIXED_LENGTH) {
                    throw error(DicomException.Kind.LENGTH, type + " has 4 bytes", length);
                }
            }
        }
    }

    private static Pdu parse(PduType type, Items body) {
        return switch (type) {
            case A_ASSOCIATE_RQ -> AssociateParser.request(body);
            case A_ASSOCIATE_AC -> AssociateParser.answer(body);
            case A_ASSOCIATE_RJ -> {
                body.skip(1);
                yield new AAssociateRJ(body.u8(), body.u8(), body.u8());
            }
            case P_DATA_TF -> data(body);
            case A_RELEASE_RQ -> new AReleaseRQ();
            case A_RELEASE_RP -> new AReleaseRP();
            case A_ABORT -> {
                body.skip(2);
                yield new AAbort(body.u8(), body.u8());
            }
        };
    }

    private static PDataTF data(Items body) {
        List<PresentationDataValue> values = new ArrayList<>(1);
        do {
            long length = body.u32();
            checkValue(length, body);
            Items value = body.piece(length);
            int contextId = value.u8();
            int header = value.u8();
            values.add(new PresentationDataValue(contextId, (header & PresentationDataValue.COMMAND) != 0,
                    (header & PresentationDataValue.LAST) != 0, value.array(), value.position(), value.left()));
        } while (body.hasMore());
        return new PDataTF(values);
    }

    /**
     * Makes bytes of one PDU available from {@link #position}; reads as much as the stream has and the buffer takes.
     */
    private void require(int count) throws IOException {
        if (position > 0 && count > limit - position) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        while (limit - position < count) {
            if (limit == buffer.length || filled && buffer.length < READ_AHEAD) {
                grow(count);
            }
            int read = stream.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                throw new EOFException(limit == position ? "the connection was closed"
                        : "the connection was closed within a PDU");
            }
            limit += read;
            filled = limit == buffer.length;
        }
    }

    /** Doubles, as the bytes that are here allow, up to what reads well or what the PDU needs. */
    private void grow(int count) {
        long most = Math.max(count, Math.min(READ_AHEAD, maximumLength + (long) Pdu.HEADER_LENGTH));
        buffer = Arrays.copyOf(buffer, (int) Math.max(buffer.length, Math.min(most, buffer.length * 2L)));
    }

    private DicomException error(DicomException.Kind kind, String reason, long length) {
        return new DicomException(kind, reason, new Location(source, -1, TagPath.ROOT), length, -1);
    }
}
