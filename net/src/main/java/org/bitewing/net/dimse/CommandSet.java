package org.bitewing.net.dimse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;

/**
 * A command set (PS3.7 6.3.1): the elements of group 0000 that say what a message is. Immutable.
 */
public final class CommandSet {
    /** Command Data Set Type (0000,0800) of a message without a data set (PS3.7 E.1). */
    public static final int NO_DATA_SET = 0x0101;
    /** Command Data Set Type of a message with one: any other value; this is what most toolkits write. */
    private static final int DATA_SET = 0x0001;
    /** The group length element: its header and its value. */
    private static final int GROUP_LENGTH_SIZE = 12;
    private static final int ELEMENT_HEADER = 8;
    private static final ReadOptions IMPLICIT =
            ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);

    private final DataSet elements;
    private final CommandField field;

    private CommandSet(DataSet elements, CommandField field) {
        this.elements = elements;
        this.field = field;
    }

    /** Priority (0000,0700) of requests (PS3.7 E.1). */
    public enum Priority {
        /** After others. */
        LOW(2),
        /** As usual. */
        MEDIUM(0),
        /** Before others. */
        HIGH(1);

        private final int code;

        Priority(int code) {
            this.code = code;
        }
    }

    /**
     * A command set of elements of group 0000.
     *
     * @param elements all but Command Group Length (0000,0000), which is made
     * @return the command set
     * @throws DicomException where there is another group, or no known Command Field
     */
    public static CommandSet of(DataSet elements) {
        int code = elements.integer(Tag.CommandField).orElseThrow(() -> error("a command set has no Command Field"));
        CommandField field = CommandField.of(code).orElseThrow(() -> error("there is no command of the field " + code));
        for (Element element : elements.elements()) {
            if (element.tag() >>> 16 != 0 || !(element instanceof Value)) {
                throw error("a command set holds " + Tag.toString(element.tag()));
            }
        }
        boolean hasId = elements.contains(field.isResponse() || field == CommandField.C_CANCEL_RQ
                ? Tag.MessageIDBeingRespondedTo : Tag.MessageID);
        if (!hasId) {
            throw error("the command set of a " + field + " has no message ID");
        }
        if (field.isResponse() && elements.integer(Tag.Status).isEmpty()) {
            throw error("the command set of a " + field + " has no status");
        }
        return new CommandSet(elements, field);
    }

    /**
     * Reads a command set, which is in implicit VR little endian whatever the context's transfer syntax is (PS3.7
     * 6.3.1).
     *
     * @param bytes  the whole command set; not copied
     * @param limits what it may cost
     * @return the command set
     * @throws DicomException where it is none
     */
    public static CommandSet parse(byte[] bytes, Limits limits) {
        try {
            return of(DataSetReader.read(ByteSource.of(bytes, "command set"), IMPLICIT.withLimits(limits)));
        } catch (IOException e) {
            throw new AssertionError("an array is read without I/O", e);
        }
    }

    /**
     * A C-ECHO-RQ (PS3.7 9.3.5.1).
     *
     * @param messageId 0 to 65535
     * @return the command set
     */
    public static CommandSet echoRequest(int messageId) {
        return of(DataSet.builder()
                .set(Tag.AffectedSOPClassUID, UID.Verification)
                .set(Tag.CommandField, CommandField.C_ECHO_RQ.code())
                .set(Tag.MessageID, messageId)
                .set(Tag.CommandDataSetType, NO_DATA_SET).build());
    }

    /**
     * A C-STORE-RQ (PS3.7 9.3.1.1).
     *
     * @param messageId      0 to 65535
     * @param sopClassUid    of the data set
     * @param sopInstanceUid of the data set
     * @param priority       how urgent it is
     * @return the command set
     */
    public static CommandSet storeRequest(int messageId, String sopClassUid, String sopInstanceUid,
                                          Priority priority) {
        return of(DataSet.builder()
                .set(Tag.AffectedSOPClassUID, sopClassUid)
                .set(Tag.CommandField, CommandField.C_STORE_RQ.code())
                .set(Tag.MessageID, messageId)
                .set(Tag.Priority, priority.code)
                .set(Tag.CommandDataSetType, DATA_SET)
                .set(Tag.AffectedSOPInstanceUID, sopInstanceUid).build());
    }

    /**
     * A C-CANCEL-RQ (PS3.7 9.3.2.3).
     *
     * @param messageId of the request that shall end
     * @return the command set
     */
    public static CommandSet cancelRequest(int messageId) {
        return of(DataSet.builder()
                .set(Tag.CommandField, CommandField.C_CANCEL_RQ.code())
                .set(Tag.MessageIDBeingRespondedTo, messageId)
                .set(Tag.CommandDataSetType, NO_DATA_SET).build());
    }

    /**
     * The response to this request, without a data set and with the request's SOP class and instance.
     *
     * @param status how it went
     * @return the command set of a response
     * @throws IllegalStateException where this has no response
     */
    public CommandSet response(Status status) {
        return respond(status, NO_DATA_SET);
    }

    /**
     * The response to this request where a data set follows, as with a match of a C-FIND.
     *
     * @param status how it went
     * @return the command set of a response
     * @throws IllegalStateException where this has no response
     */
    public CommandSet responseWithDataSet(Status status) {
        return respond(status, DATA_SET);
    }

    private CommandSet respond(Status status, int dataSetType) {
        CommandField response = field.response().orElseThrow(
                () -> new IllegalStateException(field + " is not answered"));
        DataSetBuilder builder = DataSet.builder();
        // PS3.7 10.1: the N-services name the requested class and instance, and answer with the affected ones.
        copy(Tag.AffectedSOPClassUID, Tag.AffectedSOPClassUID, builder);
        copy(Tag.RequestedSOPClassUID, Tag.AffectedSOPClassUID, builder);
        copy(Tag.AffectedSOPInstanceUID, Tag.AffectedSOPInstanceUID, builder);
        copy(Tag.RequestedSOPInstanceUID, Tag.AffectedSOPInstanceUID, builder);
        builder.set(Tag.CommandField, response.code())
                .set(Tag.MessageIDBeingRespondedTo, messageId())
                .set(Tag.CommandDataSetType, dataSetType)
                .set(Tag.Status, status.code());
        status.comment().ifPresent(comment -> builder.set(Tag.ErrorComment, comment));
        return new CommandSet(builder.build(), response);
    }

    private void copy(int from, int to, DataSetBuilder builder) {
        elements.element(from).map(Value.class::cast).ifPresent(value -> builder.set(to, value.bytes()));
    }

    /**
     * The elements, of group 0000 alone.
     *
     * @return all that are there
     */
    public DataSet elements() {
        return elements;
    }

    /**
     * What kind of message it is.
     *
     * @return Command Field (0000,0100)
     */
    public CommandField field() {
        return field;
    }

    /**
     * The ID of the message, or of the one that it answers or cancels.
     *
     * @return Message ID (0000,0110) or Message ID Being Responded To (0000,0120)
     */
    public int messageId() {
        return elements.integer(Tag.MessageID).orElseGet(
                () -> elements.integer(Tag.MessageIDBeingRespondedTo).orElse(0));
    }

    /**
     * Whether a data set follows.
     *
     * @return true unless Command Data Set Type (0000,0800) is 0101H
     */
    public boolean hasDataSet() {
        return elements.integer(Tag.CommandDataSetType).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    /**
     * The SOP class that the message is about.
     *
     * @return Affected, or else Requested SOP Class UID
     */
    public Optional<String> sopClassUid() {
        return elements.uid(Tag.AffectedSOPClassUID).or(() -> elements.uid(Tag.RequestedSOPClassUID));
    }

    /**
     * The SOP instance that the message is about.
     *
     * @return Affected, or else Requested SOP Instance UID
     */
    public Optional<String> sopInstanceUid() {
        return elements.uid(Tag.AffectedSOPInstanceUID).or(() -> elements.uid(Tag.RequestedSOPInstanceUID));
    }

    /**
     * How it went.
     *
     * @return Status (0000,0900), with the Error Comment; success where there is none
     */
    public Status status() {
        OptionalInt code = elements.integer(Tag.Status);
        Status status = Status.of(code.orElse(Status.SUCCESS.code()));
        return elements.text(Tag.ErrorComment).map(status::withComment).orElse(status);
    }

    /**
     * The command set in implicit VR little endian, with its group length.
     *
     * @return a new array
     */
    public byte[] toBytes() {
        int size = GROUP_LENGTH_SIZE;
        for (Element element : elements.elements()) {
            size += element.tag() == Tag.CommandGroupLength ? 0 : ELEMENT_HEADER + ((Value) element).size();
        }
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        put(out, Tag.CommandGroupLength, 4).putInt(size - GROUP_LENGTH_SIZE);
        for (Element element : elements.elements()) {
            if (element.tag() != Tag.CommandGroupLength) {
                Value value = (Value) element;
                put(out, value.tag(), value.size()).put(value.bytes());
            }
        }
        return out.array();
    }

    private static ByteBuffer put(ByteBuffer out, int tag, int length) {
        return out.putShort((short) (tag >>> 16)).putShort((short) tag).putInt(length);
    }

    private static DicomException error(String reason) {
        return new DicomException(reason, Location.of("command set"));
    }

    /** Kind, ID and status; no UID and no title. */
    @Override
    public String toString() {
        return field + " " + messageId() + (field.isResponse() ? " " + status() : "");
    }
}
