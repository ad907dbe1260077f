package org.bitewing.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Uids;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * The file meta information (PS3.10 7.1): the elements of group 0002 that stand before a data set in a file, in
 * explicit VR little endian. Immutable.
 */
public final class FileMeta {
    /**
     * Implementation Class UID (0002,0012) of what this library writes: {@code 2.25.} and, as PS3.5 B.2 has it, the
     * UUID eb53dee0-5dfa-4cae-a765-60089437ce7a in decimal, which was made for it.
     */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.312804060119838734181545495975360450170";
    /** Implementation Version Name (0002,0013): the name and the version 0.1.0. */
    public static final String IMPLEMENTATION_VERSION_NAME = "BITEWING_010";
    /**
     * Media Storage SOP Class UID (0002,0002), which PS3.10 7.1 demands, of a data set that has no SOP Class UID: the
     * UUID 0789b42f-c265-46c3-ab96-cef14adad851 in decimal. It means that the file holds any data set.
     */
    public static final String ANY_DATA_SET_CLASS_UID = "2.25.10019595257728505554790718311373658193";

    private static final DataSet NOTHING = DataSet.builder().build();
    private static final int GROUP = 0x0002;
    private static final int PREAMBLE = 128;
    /** 64 bytes (PS3.5 9.1), and more than the padding that one byte is. */
    private static final int LONGEST_UID = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    /** The elements that are made, of which these are always the same; the length is put right when it is written. */
    private static final int MADE = 7;
    private static final Value LENGTH = Value.of(Tag.FileMetaInformationGroupLength, VR.UL, new byte[4]);
    private static final Value VERSION = Value.of(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
    private static final Value IMPLEMENTATION_CLASS = uid(Tag.ImplementationClassUID, IMPLEMENTATION_CLASS_UID);
    private static final Value IMPLEMENTATION_VERSION = Value.of(Tag.ImplementationVersionName, VR.SH,
            IMPLEMENTATION_VERSION_NAME.getBytes(StandardCharsets.ISO_8859_1));

    /** Those of group 0002 count. */
    private final Attributes elements;

    private FileMeta(Attributes elements) {
        this.elements = elements;
    }

    /**
     * Meta information made by us.
     *
     * @param sopClassUid       Media Storage SOP Class UID
     * @param sopInstanceUid    Media Storage SOP Instance UID
     * @param transferSyntaxUid of the data set
     * @return the meta information
     */
    public static FileMeta of(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
        return new FileMeta(made(NOTHING, Objects.requireNonNull(sopClassUid, "sopClassUid"),
                Objects.requireNonNull(sopInstanceUid, "sopInstanceUid"),
                Objects.requireNonNull(transferSyntaxUid, "transferSyntaxUid")));
    }

    /**
     * Meta information made by us for a data set: SOP class and instance are those of the data set, else those that
     * its group 0002 has, else {@link #ANY_DATA_SET_CLASS_UID} and a new UID. What else there is in group 0002 stays,
     * such as the source's AE title and private information.
     *
     * @param dataSet the data set, with or without elements of group 0002
     * @param syntax  in which it is to be written
     * @return the meta information
     */
    public static FileMeta madeFor(Attributes dataSet, TransferSyntax syntax) {
        return madeFor(dataSet, uid(dataSet, Tag.SOPClassUID), uid(dataSet, Tag.SOPInstanceUID), syntax);
    }

    static FileMeta madeFor(Attributes meta, Optional<String> sopClass, Optional<String> sopInstance,
                            TransferSyntax syntax) {
        return new FileMeta(made(meta,
                sopClass.or(() -> uid(meta, Tag.MediaStorageSOPClassUID)).orElse(ANY_DATA_SET_CLASS_UID),
                sopInstance.or(() -> uid(meta, Tag.MediaStorageSOPInstanceUID)).orElseGet(Uids::random),
                syntax.uid()));
    }

    /**
     * The meta information that a data set came with: its elements of group 0002, with the transfer syntax and the
     * group length put right. Of a data set without any, or without a Transfer Syntax UID, it is made.
     *
     * @param dataSet the data set
     * @param syntax  in which it is to be written
     * @return the meta information
     */
    public static FileMeta keptFrom(Attributes dataSet, TransferSyntax syntax) {
        Optional<String> named = uid(dataSet, Tag.TransferSyntaxUID);
        if (named.isEmpty()) {
            return madeFor(dataSet, syntax);
        }
        if (named.get().equals(syntax.uid()) && dataSet.contains(Tag.FileMetaInformationGroupLength)) {
            return new FileMeta(dataSet);
        }
        DataSetBuilder builder = copyOf(dataSet);
        if (!named.get().equals(syntax.uid())) {
            builder.set(Tag.TransferSyntaxUID, syntax.uid());
        }
        if (!dataSet.contains(Tag.FileMetaInformationGroupLength)) {
            builder.set(Tag.FileMetaInformationGroupLength, 0);
        }
        return new FileMeta(builder.build());
    }

    private static DataSetBuilder copyOf(Attributes dataSet) {
        DataSetBuilder builder = DataSet.builder();
        for (int i = 0; i < countOf(dataSet); i++) {
            Element element = dataSet.get(i);
            if (element.tag() >>> 16 == GROUP) {
                builder.set(element);
            }
        }
        return builder;
    }

    /** What is kept of a data set's elements, and ours, in order. */
    private static DataSet made(Attributes kept, String sopClass, String sopInstance, String syntax) {
        Element[] elements = new Element[countOf(kept) + MADE];
        int count = 0;
        elements[count++] = LENGTH;
        elements[count++] = VERSION;
        elements[count++] = uid(Tag.MediaStorageSOPClassUID, sopClass);
        elements[count++] = uid(Tag.MediaStorageSOPInstanceUID, sopInstance);
        elements[count++] = uid(Tag.TransferSyntaxUID, syntax);
        elements[count++] = IMPLEMENTATION_CLASS;
        elements[count++] = IMPLEMENTATION_VERSION;
        for (int i = 0; i < countOf(kept); i++) {
            Element element = kept.get(i);
            if (element.tag() >>> 16 == GROUP && !isMade(element.tag())) {
                elements[count++] = element;
            }
        }
        Element[] ordered = Arrays.copyOf(elements, count);
        Arrays.sort(ordered, (a, b) -> Integer.compareUnsigned(a.tag(), b.tag()));
        return DataSet.over(ordered, SpecificCharacterSet.ASCII, new byte[0], List.of());
    }

    private static int countOf(Attributes attributes) {
        int count = 0;
        while (count < attributes.size() && attributes.get(count).tag() >>> 16 <= GROUP) {
            count++;
        }
        return count;
    }

    private static boolean isMade(int tag) {
        return switch (tag) {
            case Tag.FileMetaInformationGroupLength, Tag.FileMetaInformationVersion, Tag.MediaStorageSOPClassUID,
                    Tag.MediaStorageSOPInstanceUID, Tag.TransferSyntaxUID, Tag.ImplementationClassUID,
                    Tag.ImplementationVersionName -> true;
            default -> false;
        };
    }

    /** A UID as it is stored, whatever VR it has; none where it is empty, or far from being one. */
    static Optional<String> uid(Attributes attributes, int tag) {
        return attributes.element(tag).filter(element -> element instanceof Value && element.length() <= LONGEST_UID)
                .map(element -> {
                    byte[] bytes = ((Value) element).bytes();
                    return ElementValue.trimmed(bytes, 0, bytes.length);
                }).filter(uid -> !uid.isEmpty());
    }

    /** The transfer syntax that a data set says it comes in. */
    static Optional<TransferSyntax> transferSyntax(Attributes attributes) {
        return uid(attributes, Tag.TransferSyntaxUID).map(TransferSyntax::of);
    }

    private static Value uid(int tag, String uid) {
        return Value.of(tag, VR.UI, uid.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * This meta information with the AE title that the data set came from (0002,0016).
     *
     * @param title an application entity title
     * @return new meta information
     */
    public FileMeta withSource(String title) {
        return new FileMeta(copyOf(elements).set(Tag.SourceApplicationEntityTitle, VR.AE, title).build());
    }

    /**
     * This meta information with the connection over which the data set was received: the AE titles that sent (0002,0017)
     * and received it (0002,0018), and the address of the sender (0002,0027).
     *
     * @param sender   an application entity title
     * @param receiver an application entity title
     * @param address  of the sender, a URI such as {@code dicom://192.0.2.1:11112} (PS3.10 7.1.1.1)
     * @return new meta information
     */
    public FileMeta withConnection(String sender, String receiver, String address) {
        return new FileMeta(copyOf(elements).set(Tag.SendingApplicationEntityTitle, VR.AE, sender)
                .set(Tag.ReceivingApplicationEntityTitle, VR.AE, receiver)
                .set(Tag.SendingPresentationAddress, VR.UR, address).build());
    }

    /**
     * The elements in order; the value of the group length is put right only in {@link #fileStart()}.
     *
     * @return those of group 0002
     */
    public List<Element> elements() {
        return copyOf(elements).build().elements();
    }

    /**
     * The start of a file, behind which the data set follows: a preamble of zeros, the prefix DICM, and the meta
     * information.
     *
     * @return a new array
     * @throws IOException where a value that stayed in a file cannot be read
     */
    public byte[] fileStart() throws IOException {
        return fileStart(new byte[0]);
    }

    /** With a preamble of zeros where that which is given has not the right size. */
    byte[] fileStart(byte[] preamble) throws IOException {
        TreeEncoder tree = new TreeEncoder(elements, Optional.empty());
        Lengths lengths = Lengths.recording();
        Encoder measuring = encoder(Output.counting(), lengths);
        tree.writeFileMeta(measuring);
        measuring.end(0);
        long size = measuring.out().count();
        if (size > Integer.MAX_VALUE >> 1) {
            throw measuring.tooLarge("the file meta information", size);
        }
        byte[] meta = new byte[(int) size];
        Encoder encoder = encoder(Output.over(meta), lengths.replay());
        tree.writeFileMeta(encoder);
        encoder.end(0);
        byte[] start = Arrays.copyOf(preamble.length == PREAMBLE ? preamble : new byte[PREAMBLE],
                PREAMBLE + PREFIX.length + meta.length);
        System.arraycopy(PREFIX, 0, start, PREAMBLE, PREFIX.length);
        System.arraycopy(meta, 0, start, PREAMBLE + PREFIX.length, meta.length);
        return start;
    }

    private static Encoder encoder(Output out, Lengths lengths) {
        return new Encoder(out, TransferSyntax.EXPLICIT_LITTLE, WriteOptions.defaults(), lengths,
                TransferSyntax.EXPLICIT_LITTLE);
    }

    /** Elements of group 0002 that came one by one. */
    static DataSet dataSet(List<Element> elements) {
        DataSetBuilder builder = DataSet.builder();
        List<Element> reversed = new ArrayList<>(elements);
        Collections.reverse(reversed);
        // Of two with the same tag the first one counts, as a reader has it.
        reversed.forEach(builder::set);
        return builder.build();
    }
}
