package org.bitewing.net.dimse;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.net.pdu.PDataTF;
import org.bitewing.net.pdu.PresentationDataValue;

/**
 * Puts messages together from presentation data values (PS3.7 6.3, PS3.8 E): first the fragments of the command set,
 * then, if it says so, those of the data set, all in one presentation context and none of another message between them
 * (PS3.8 Annex E.1). Used by one thread.
 */
public final class MessageReader {

    /** Where the P-DATA-TF PDUs come from. */
    @FunctionalInterface
    public interface Source {
        /**
         * Waits for the next PDU. Its bytes are used before the next call only.
         *
         * @return empty where the peer asks for release
         * @throws IOException where the association is over, or no PDU comes in time
         */
        Optional<PDataTF> next() throws IOException;
    }

    private static final byte[] NOTHING = {};
    /** Many times what any message needs, whatever {@link Limits#pdu} is. */
    private static final int LONGEST_COMMAND = 1 << 16;

    /** An empty fragment is allowed, and some peers end with one; more bring no message to its end. */
    private static final int MOST_EMPTY = 100;

    private final Source source;
    private final Limits limits;
    private Iterator<PresentationDataValue> values = List.<PresentationDataValue>of().iterator();
    private int emptyOnes;
    private boolean commandOpen;
    private DataSetStream dataSet = new DataSetStream(0, true);

    /**
     * A reader.
     *
     * @param source where PDUs come from
     * @param limits what command sets may cost
     */
    public MessageReader(Source source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    /**
     * Waits for the next message. What is left of the data set at hand is skipped first.
     *
     * @return empty where the peer asks for release
     * @throws IOException    where the association is over, or no PDU comes in time
     * @throws DicomException where what comes is no message
     */
    public Optional<Message> next() throws IOException {
        dataSet.skipRest();
        Optional<PresentationDataValue> first = value();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        PresentationDataValue value = first.get();
        int contextId = value.contextId();
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        while (true) {
            if (!value.isCommand() || value.contextId() != contextId) {
                throw error("a fragment of a command set was expected in presentation context " + contextId);
            }
            int most = Math.min(limits.pdu(), LONGEST_COMMAND);
            if (value.length() > most - command.size()) {
                throw new DicomException(DicomException.Kind.LIMIT, "a command set exceeds " + most + " bytes",
                        Location.of("message"), command.size() + (long) value.length(), -1);
            }
            command.write(value.bytes(), value.offset(), value.length());
            commandOpen = !value.isLast();
            if (!commandOpen) {
                break;
            }
            value = valueWithinMessage();
        }
        Message message = new Message(contextId, CommandSet.parse(command.toByteArray(), limits));
        dataSet = new DataSetStream(contextId, !message.command().hasDataSet());
        return Optional.of(message);
    }

    /**
     * The data set of the last message, to its end.
     *
     * @return a stream that is empty where there is none; valid until {@link #next()}
     */
    public InputStream dataSet() {
        return dataSet;
    }

    /**
     * Whether a message is under way: its command set or its data set has not been read to the end.
     *
     * @return false between messages
     */
    public boolean isWithinMessage() {
        return commandOpen || !dataSet.atEnd;
    }

    /**
     * Whether values of the last PDU have not been looked at.
     *
     * @return true where {@link #next()} would find something without waiting
     */
    public boolean hasValues() {
        return values.hasNext();
    }

    private Optional<PresentationDataValue> value() throws IOException {
        while (!values.hasNext()) {
            Optional<PDataTF> pdu = source.next();
            if (pdu.isEmpty()) {
                return Optional.empty();
            }
            values = pdu.get().values().iterator();
        }
        PresentationDataValue value = values.next();
        emptyOnes = value.length() == 0 ? emptyOnes + 1 : 0;
        if (emptyOnes > MOST_EMPTY) {
            throw error("more than " + MOST_EMPTY + " fragments without a byte came in a row");
        }
        return Optional.of(value);
    }

    private PresentationDataValue valueWithinMessage() throws IOException {
        return value().orElseThrow(() -> new EOFException("the peer asked for release within a message"));
    }

    private static DicomException error(String reason) {
        return new DicomException(reason, Location.of("message"));
    }

    /** The fragments of one data set, one after the other. */
    private final class DataSetStream extends InputStream {
        private final int contextId;
        private byte[] bytes = NOTHING;
        private int position;
        private int limit;
        private boolean lastSeen;
        private boolean atEnd;

        DataSetStream(int contextId, boolean atEnd) {
            this.contextId = contextId;
            this.lastSeen = atEnd;
            this.atEnd = atEnd;
        }

        /** Goes to the next fragment that is not empty; false at the end. */
        private boolean advance() throws IOException {
            while (position == limit) {
                if (lastSeen) {
                    atEnd = true;
                    bytes = NOTHING;
                    return false;
                }
                PresentationDataValue value = valueWithinMessage();
                if (value.isCommand() || value.contextId() != contextId) {
                    throw error("a fragment of a data set was expected in presentation context " + contextId);
                }
                bytes = value.bytes();
                position = value.offset();
                limit = position + value.length();
                lastSeen = value.isLast();
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return advance() ? bytes[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!advance()) {
                return -1;
            }
            int count = Math.min(length, limit - position);
            System.arraycopy(bytes, position, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public int available() {
            return limit - position;
        }

        /** Without a copy: each fragment goes from the PDU to the target. */
        @Override
        public long transferTo(OutputStream target) throws IOException {
            long count = 0;
            while (advance()) {
                int length = limit - position;
                target.write(bytes, position, length);
                position = limit;
                count += length;
            }
            return count;
        }

        void skipRest() throws IOException {
            while (advance()) {
                position = limit;
            }
        }
    }
}
