package org.bitewing.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.model.Base64Encoder;
import org.bitewing.model.TagDigits;
import org.bitewing.model.TreeVisitor;
import org.bitewing.model.TreeWalk;
import org.bitewing.model.ValueTexts;

/**
 * Writes data sets as JSON (PS3.18 Annex F), in UTF-8, which Specific Character Set (0008,0005) then says. Values that
 * stayed in their file are streamed. Group lengths are left out (F.2.2), VRs of the future become UN, and padding and
 * spaces that do not count are not written. For one thread.
 *
 * <p>Where the standard leaves a choice: DS and IS are numbers with the digits that they have, and strings where they
 * are no numbers of JSON or, over 16 bytes, none of DICOM; SV and UV are strings beyond 2<sup>53</sup>; an empty value
 * among others is {@code null} (F.2.5), and an element without a value has only its VR.
 */
public final class JsonWriter {
    private static final int FILE_META = 0x0002;
    private static final List<String> UTF_8 = List.of("ISO_IR 192");

    private final JsonOutput out;
    private final JsonWriteOptions options;
    private final JsonValues values;
    private JsonWriter(OutputStream target, JsonWriteOptions options) {
        this.out = new JsonOutput(target, options.isIndented());
        this.options = options;
        this.values = new JsonValues(out, options.nonFinite());
    }

    /**
     * Writes a data set as a JSON object.
     *
     * @param dataSet with or without file meta information
     * @param target  where it goes; stays open, and is not flushed
     * @param options how to write
     * @throws IOException    where a value cannot be read, or the target not written
     * @throws DicomException where the data set has what the options refuse
     */
    public static void write(DataSet dataSet, OutputStream target, JsonWriteOptions options) throws IOException {
        JsonWriter writer = new JsonWriter(target, options);
        writer.dataSet(dataSet);
        writer.out.end();
    }

    /**
     * Writes data sets as a JSON array of objects, as the answers of PS3.18 are.
     *
     * @param dataSets with or without file meta information
     * @param target   where they go; stays open, and is not flushed
     * @param options  how to write
     * @throws IOException    where a value cannot be read, or the target not written
     * @throws DicomException where a data set has what the options refuse
     */
    public static void writeAll(Iterable<DataSet> dataSets, OutputStream target, JsonWriteOptions options)
            throws IOException {
        JsonWriter writer = new JsonWriter(target, options);
        writer.out.open('[');
        for (DataSet dataSet : dataSets) {
            writer.dataSet(dataSet);
        }
        writer.out.close(']');
        writer.out.end();
    }

    private void dataSet(DataSet dataSet) throws IOException {
        out.open('{');
        TreeWalk.of(dataSet, new Visitor());
        out.close('}');
    }

    /** An attribute object for each element. */
    private final class Visitor implements TreeVisitor {
        @Override
        public void element(Element element, Attributes owner, TagPath path) throws IOException {
            int tag = element.tag();
            boolean isMeta = tag >>> 16 == FILE_META;
            boolean isGroupLength = (tag & 0xffff) == 0;
            if (isGroupLength || isMeta && !options.hasFileMeta()) {
                return;
            }
            if (tag == Tag.SpecificCharacterSet) {
                start(tag, VR.CS);
                values.write(VR.CS, UTF_8);
            } else {
                start(tag, element.vr());
                content(element, owner, path);
            }
            out.close('}');
        }

        private void start(int tag, VR vr) throws IOException {
            out.name(TagDigits.of(tag));
            out.open('{');
            out.name("vr");
            out.string(vr.name());
        }

        @Override
        public void startSequence(Sequence sequence) throws IOException {
            start(sequence.tag(), VR.SQ);
            if (!sequence.items().isEmpty()) {
                out.name("Value");
                out.open('[');
            }
        }

        @Override
        public void startItem(Item item, int index, Sequence sequence) throws IOException {
            out.open('{');
        }

        @Override
        public void endItem() throws IOException {
            out.close('}');
        }

        @Override
        public void endSequence(Sequence sequence) throws IOException {
            if (!sequence.items().isEmpty()) {
                out.close(']');
            }
            out.close('}');
        }
    }

    private void content(Element element, Attributes owner, TagPath path) throws IOException {
        if (element.length() == 0) {
            return;
        }
        Optional<String> reference = options.bulk().reference(element, path);
        VR vr = element.vr();
        if (reference.isPresent()) {
            out.name("BulkDataURI");
            out.string(reference.get());
        } else if (vr.kind() == VR.Kind.BINARY) {
            BulkData data = options.bulk().inline(element, path);
            out.name("InlineBinary");
            out.startString();
            Base64Encoder.write(data, out.out());
            out.quote();
        } else {
            List<String> texts = ValueTexts.of(vr, ValueTexts.bytes(element), owner.characterSet());
            try {
                values.write(vr, texts);
            } catch (ArithmeticException e) {
                Location location = new Location("data set", -1, path.element(element.tag()));
                throw new DicomException(DicomException.Kind.VALUE, e.getMessage(), location, -1, -1);
            }
        }
    }
}
