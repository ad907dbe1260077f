package org.bitewing.tools.station.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.csa.CsaHeader;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.rules.RuleValue;
import org.bitewing.tools.station.rules.SummaryKeys;
import org.bitewing.tools.station.rules.ValueReference;
import org.bitewing.tools.station.rules.ValueSource;

/**
 * What one object says of itself: its identity, its origin, and all elements before its pixel data. An object has
 * facts only if it has a Study, a Series and a SOP Instance UID that are digits and dots, as they become names of
 * folders. Immutable, but for what is worked out when it is first asked for; for one thread.
 */
public final class ObjectFacts implements ObjectReading, ValueSource {
    /** Whatever holds pixels is in this group (PS3.3 C.7.6.3, C.7.6.24). */
    private static final int PIXELS = 0x7fe0_0000;
    /** Siemens' headers with their protocols fit; what is larger stays in its file. */
    private static final int BULK = 1 << 20;
    private static final int LONGEST_UID = 64;

    private final DataSet attributes;
    private final ObjectOrigin origin;
    private final long bytes;
    private final String transferSyntax;
    private final List<String> problems = new ArrayList<>();
    private Optional<CsaHeader> csaImage;
    private Optional<CsaHeader> csaSeries;
    private TreeMap<String, JsonValue> fields;

    private ObjectFacts(DataSet attributes, ObjectOrigin origin, long bytes, String transferSyntax) {
        this.attributes = attributes;
        this.origin = origin;
        this.bytes = bytes;
        this.transferSyntax = transferSyntax;
    }

    /**
     * Reads a file up to its pixel data.
     *
     * @param file   the file
     * @param origin where it came from, where the file itself does not tell
     * @param limits what reading may cost
     * @return its facts, or why it has none
     * @throws IOException where it cannot be read
     */
    public static ObjectReading read(Path file, ObjectOrigin origin, Limits limits) throws IOException {
        return read(ByteSource.of(file), set -> ObjectOrigin.recordedIn(set, file, origin), limits);
    }

    /**
     * Reads an object up to its pixel data and closes the source.
     *
     * @param source the bytes; how many there are counts as the size of the object, where the source knows
     * @param origin where it came from, where the object's file itself does not tell
     * @param limits what reading may cost
     * @return its facts, or why it has none
     * @throws IOException where it cannot be read
     */
    public static ObjectReading read(ByteSource source, ObjectOrigin origin, Limits limits) throws IOException {
        return read(source, set -> ObjectOrigin.recordedIn(set, origin), limits);
    }

    private static ObjectReading read(ByteSource source, Function<Attributes, ObjectOrigin> origin, Limits limits)
            throws IOException {
        ReadOptions options = ReadOptions.defaults().withLimits(limits).stopBefore(PIXELS).withBulkThreshold(BULK);
        long bytes = Math.max(0, source.length());
        try (DataSetReader reader = DataSetReader.of(source, options)) {
            DataSet set = reader.read();
            return of(set, origin.apply(set), bytes, reader.transferSyntax().uid());
        } catch (DicomException e) {
            return new ObjectRefusal(ObjectRefusal.Reason.NOT_DICOM, e.reason());
        }
    }

    /**
     * The facts of a data set.
     *
     * @param set            a data set, with or without file meta information and pixel data
     * @param origin         where it came from
     * @param bytes          the size of its file; 0 where there is none
     * @param transferSyntax the UID of the encoding of its file
     * @return its facts, or why it has none
     */
    public static ObjectReading of(DataSet set, ObjectOrigin origin, long bytes, String transferSyntax) {
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
            String uid = uid(set, tag);
            if (!isUid(uid)) {
                return refusal(tag, uid);
            }
        }
        return new ObjectFacts(set, origin, bytes, transferSyntax);
    }

    private static ObjectRefusal refusal(int tag, String uid) {
        String name = Dictionary.keywordOf(tag) + " " + Tag.toString(tag);
        return uid.isEmpty() ? new ObjectRefusal(ObjectRefusal.Reason.UID_MISSING, "there is no " + name)
                : new ObjectRefusal(ObjectRefusal.Reason.UID_INVALID, "the value of " + name + " is no UID");
    }

    private static String uid(Attributes attributes, int tag) {
        try {
            return attributes.uid(tag).orElse("");
        } catch (DicomException e) {
            // A sequence or bytes where a UID belongs.
            return "";
        }
    }

    /**
     * Whether a text can be a UID and the name of a folder: components of digits, 64 characters at most. Leading zeros
     * break PS3.5 9.1, but are met in real files and do no harm in names.
     *
     * @param uid any text
     * @return false for what an object may not have as its UID
     */
    public static boolean isUid(String uid) {
        boolean digit = false;
        for (int i = 0; i < uid.length(); i++) {
            char c = uid.charAt(i);
            if (c == '.' && !digit || c != '.' && (c < '0' || c > '9')) {
                return false;
            }
            digit = c != '.';
        }
        return digit && uid.length() <= LONGEST_UID;
    }

    // ---- identity ------------------------------------------------------------------------------------------------

    /**
     * The study.
     *
     * @return its UID: digits and dots, at most 64
     */
    public String studyInstanceUid() {
        return uid(attributes, Tag.StudyInstanceUID);
    }

    /**
     * The series.
     *
     * @return its UID: digits and dots, at most 64
     */
    public String seriesInstanceUid() {
        return uid(attributes, Tag.SeriesInstanceUID);
    }

    /**
     * The object.
     *
     * @return its UID: digits and dots, at most 64
     */
    public String sopInstanceUid() {
        return uid(attributes, Tag.SOPInstanceUID);
    }

    /**
     * All elements before the pixel data, the file meta information among them.
     *
     * @return the data set
     */
    public DataSet attributes() {
        return attributes;
    }

    /**
     * Where it came from.
     *
     * @return the origin
     */
    public ObjectOrigin origin() {
        return origin;
    }

    /**
     * The size of its file.
     *
     * @return bytes; 0 where that is not known
     */
    public long bytes() {
        return bytes;
    }

    /**
     * How its file is encoded.
     *
     * @return the UID of the transfer syntax
     */
    public String transferSyntax() {
        return transferSyntax;
    }

    /**
     * An element as text, whatever its VR.
     *
     * @param tag its tag
     * @return the text as summaries have it, {@code ['A', 'B']} for several values; empty where there is none
     */
    public String text(int tag) {
        return ElementValues.of(attributes, tag).text();
    }

    // ---- what is worked out --------------------------------------------------------------------------------------

    Optional<CsaHeader> csaImage() {
        if (csaImage == null) {
            csaImage = csa(CsaHeader::image);
        }
        return csaImage;
    }

    Optional<CsaHeader> csaSeries() {
        if (csaSeries == null) {
            csaSeries = csa(CsaHeader::series);
        }
        return csaSeries;
    }

    private Optional<CsaHeader> csa(Function<Attributes, Optional<CsaHeader>> reader) {
        try {
            return reader.apply(attributes);
        } catch (DicomException e) {
            problems.add(e.getMessage());
            return Optional.empty();
        }
    }

    /** The keys of the summary that this object has. */
    TreeMap<String, JsonValue> fields() {
        if (fields == null) {
            fields = ObjectFields.of(this);
        }
        return fields;
    }

    /**
     * What is wrong with Siemens' headers, as far as they were looked at.
     *
     * @return lines for a person
     */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    @Override
    public RuleValue value(ValueReference reference) {
        if (reference instanceof ValueReference.OfElement element) {
            return ElementValues.of(attributes, element.tag());
        }
        if (reference instanceof ValueReference.OfValue one) {
            return ElementValues.of(attributes, one.tag()).at(one.index());
        }
        String key = ((ValueReference.Key) reference).key();
        if (key.equals("IncomingConnection")) {
            return RuleValue.ofTexts(List.of(origin.caller(), origin.called(), origin.address()));
        }
        if (key.equals("Modality")) {
            RuleValue value = ElementValues.of(attributes, Tag.Modality);
            return value.isPresent() ? RuleValue.ofTexts(value.values()) : value;
        }
        if (SummaryKeys.OBJECT.contains(key) && ElementFields.tag(key) != 0 && !key.equals("StudyDescription")) {
            return ElementValues.of(attributes, ElementFields.tag(key));
        }
        JsonValue field = fields().get(key);
        if (key.equals("Private0043_1039") && field != null) {
            return ElementValues.of(attributes, ObjectFields.RAW_LIST);
        }
        return field instanceof JsonString text ? RuleValue.of(text.value()) : RuleValue.ABSENT;
    }
}
