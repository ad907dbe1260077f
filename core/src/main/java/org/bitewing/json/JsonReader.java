package org.bitewing.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.model.AttributeDraft;
import org.bitewing.model.Base64Decoder;
import org.bitewing.model.TextSource;
import org.bitewing.model.TreeAssembly;

/**
 * Reads data sets from JSON (PS3.18 Annex F): one object, or an array of them. JSON has to be as RFC 8259 wants it, in
 * UTF-8; each error names line and column. DICOM is taken as it comes where its meaning is clear: attributes and their
 * members in any order, names of tags as digits or keywords, a VR that the dictionary knows left out, numbers as
 * strings, members that the standard does not know. An attribute that is there twice is an error.
 *
 * <p>The text of the data set is in UTF-8, and Specific Character Set (0008,0005) says so wherever there is one or has
 * to be one. A DS that is a number with more digits than its 16 bytes hold is rounded to them. What comes of hostile
 * data is bounded by {@link org.bitewing.Limits}: depth and memory. For one thread.
 */
public final class JsonReader implements Closeable {
    private enum Where { DATA_SET, MEMBERS, VALUES, DONE }

    private static final int LONGEST_DS = 16;

    private final TextSource source;
    private final JsonTokenizer tokens;
    private final JsonReadOptions options;
    private final Deque<AttributeDraft> open = new ArrayDeque<>();
    private TreeAssembly tree;
    private boolean started;
    private boolean array;

    private JsonReader(InputStream in, String name, JsonReadOptions options) {
        this.source = new TextSource(in, name, StandardCharsets.UTF_8, options.limits());
        this.tokens = new JsonTokenizer(source, options.allowsBareNonFinite());
        this.options = options;
    }

    /**
     * A reader.
     *
     * @param in      the JSON text; closed with the reader
     * @param name    what it comes from, for messages
     * @param options how to read
     * @return a reader that has read nothing yet
     */
    public static JsonReader of(InputStream in, String name, JsonReadOptions options) {
        return new JsonReader(in, name, options);
    }

    /**
     * Reads a stream that holds one data set, by itself or alone in an array.
     *
     * @param in      the JSON text, read to its end; stays open
     * @param name    what it comes from, for messages
     * @param options how to read
     * @return the data set
     * @throws IOException    where the stream or bulk data cannot be read
     * @throws DicomException where it is not JSON (kind SYNTAX), not a data set (VALUE), or exceeds the limits (LIMIT)
     */
    public static DataSet read(InputStream in, String name, JsonReadOptions options) throws IOException {
        // Not closed, as that would close the stream.
        JsonReader reader = of(in, name, options);
        Optional<DataSet> dataSet = reader.next();
        if (dataSet.isEmpty()) {
            throw reader.source.errorAtMark(DicomException.Kind.VALUE, "an array without a data set", TagPath.ROOT);
        }
        if (reader.next().isPresent()) {
            throw reader.source.errorAtMark(DicomException.Kind.VALUE, "an array of more than one data set",
                    TagPath.ROOT);
        }
        return dataSet.get();
    }

    /**
     * Reads the next data set.
     *
     * @return the data set; empty behind the last one
     * @throws IOException    where the stream or bulk data cannot be read
     * @throws DicomException where it is not JSON (kind SYNTAX), not a data set (VALUE), or exceeds the limits (LIMIT)
     */
    public Optional<DataSet> next() throws IOException {
        JsonToken token = tokens.next();
        if (!started) {
            started = true;
            array = token == JsonToken.START_ARRAY;
            token = array ? tokens.next() : token;
        }
        if (array && token == JsonToken.END_ARRAY) {
            token = tokens.next();
        }
        if (token == JsonToken.END) {
            return Optional.empty();
        }
        if (token != JsonToken.START_OBJECT) {
            throw tokens.unexpected("an object with attributes", TagPath.ROOT);
        }
        tree = new TreeAssembly(source, options.temporaryFolder());
        for (Where where = Where.DATA_SET; where != Where.DONE; ) {
            where = switch (where) {
                case DATA_SET -> dataSet();
                case MEMBERS -> members(open.getFirst());
                default -> values(open.getFirst());
            };
        }
        return Optional.of(tree.dataSet());
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        source.close();
    }

    /** The next attribute of a data set or item, or its end. */
    private Where dataSet() throws IOException {
        if (tokens.next() == JsonToken.END_OBJECT) {
            if (open.isEmpty()) {
                return Where.DONE;
            }
            tree.endItem();
            return Where.VALUES;
        }
        String name = tokens.text();
        OptionalInt tag = name.length() == 8 ? Tag.parse(name) : OptionalInt.empty();
        if (tag.isEmpty()) {
            tag = Dictionary.tagOf(name);
        }
        if (tag.isEmpty()) {
            throw tree.error(DicomException.Kind.VALUE,
                    "an attribute is named by eight hexadecimal digits (PS3.18 F.2.2)");
        }
        open.push(new AttributeDraft(tree, tag.getAsInt()));
        expect(JsonToken.START_OBJECT);
        return Where.MEMBERS;
    }

    /** The next member of an attribute, or its end. */
    private Where members(AttributeDraft attribute) throws IOException {
        if (tokens.next() == JsonToken.END_OBJECT) {
            open.pop();
            attribute.finish(options.resolver());
            return Where.DATA_SET;
        }
        switch (tokens.text()) {
            case "vr" -> attribute.setVr(string());
            case "Value" -> {
                expect(JsonToken.START_ARRAY);
                attribute.startValues();
                return Where.VALUES;
            }
            case "InlineBinary" -> {
                expect(JsonToken.STRING);
                attribute.setBytes(tokens.takeBase64(new Base64Decoder(tree)));
            }
            case "BulkDataURI" -> attribute.setReference(string());
            default -> {
                tokens.next();
                tokens.skipValue();
            }
        }
        return Where.MEMBERS;
    }

    /** The next value of an attribute, or the end of them. */
    private Where values(AttributeDraft attribute) throws IOException {
        switch (tokens.next()) {
            case END_ARRAY -> {
                return Where.MEMBERS;
            }
            case START_OBJECT -> {
                return object(attribute);
            }
            case STRING -> {
                tokens.takeText();
                attribute.addValue(tokens.text());
            }
            case NUMBER -> attribute.addValue(number(attribute));
            case NULL -> empty(attribute);
            default -> throw tokens.unexpected("a value", path());
        }
        return Where.VALUES;
    }

    /** An empty value (PS3.18 F.2.5), or, among items, an empty item. */
    private void empty(AttributeDraft attribute) {
        if (attribute.hasItems() || attribute.vr() == VR.SQ) {
            startItem(attribute);
            tree.endItem();
        } else {
            attribute.addValue("");
        }
    }

    private void startItem(AttributeDraft attribute) {
        if (!attribute.hasItems()) {
            attribute.startItems();
        }
        tree.startItem();
    }

    /** A name or an item; where the VR comes later and the dictionary has none, the first member tells. */
    private Where object(AttributeDraft attribute) throws IOException {
        boolean isName = attribute.vr() == VR.PN;
        if (attribute.vr() == VR.UN && !attribute.hasItems()) {
            isName = tokens.next() == JsonToken.NAME && JsonValues.GROUPS.contains(tokens.text());
            tokens.again();
        }
        if (isName) {
            attribute.addValue(personName());
            return Where.VALUES;
        }
        if (!attribute.mayBeSequence()) {
            throw tokens.unexpected("a value of VR " + attribute.vr(), path());
        }
        startItem(attribute);
        return Where.DATA_SET;
    }

    private String personName() throws IOException {
        String[] groups = {"", "", ""};
        boolean[] seen = new boolean[groups.length];
        while (tokens.next() != JsonToken.END_OBJECT) {
            int group = JsonValues.GROUPS.indexOf(tokens.text());
            if (group < 0) {
                tokens.next();
                tokens.skipValue();
                continue;
            }
            if (seen[group]) {
                throw tree.error(DicomException.Kind.VALUE, "a group of a name is there twice");
            }
            seen[group] = true;
            JsonToken token = tokens.next();
            if (token == JsonToken.STRING) {
                tokens.takeText();
                groups[group] = tokens.text();
            } else if (token != JsonToken.NULL) {
                throw tokens.unexpected("a string", path());
            }
        }
        int last = groups[2].isEmpty() ? groups[1].isEmpty() ? 1 : 2 : 3;
        return String.join("=", Arrays.asList(groups).subList(0, last));
    }

    // ---- scalars -------------------------------------------------------------------------------------------------

    private void expect(JsonToken expected) throws IOException {
        if (tokens.next() != expected) {
            throw tokens.unexpected(expected.words(), path());
        }
    }

    private String string() throws IOException {
        expect(JsonToken.STRING);
        tokens.takeText();
        return tokens.text();
    }

    private TagPath path() {
        return open.isEmpty() ? TagPath.ROOT : tree.path().element(open.getFirst().tag());
    }

    /** The digits of a number as they are, where the VR has room for them. */
    private String number(AttributeDraft attribute) {
        String text = tokens.text();
        if (attribute.vr() == VR.IS) {
            return integer(attribute, text);
        }
        if (attribute.vr() != VR.DS || text.length() <= LONGEST_DS) {
            return text;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw tree.wrong(attribute.tag(), "a number is too large for VR DS");
        }
        return DecimalDigits.of(BigDecimal.valueOf(value), LONGEST_DS);
    }

    /** JSON has no integers: 5.0 and 5e0 are 5. */
    private String integer(AttributeDraft attribute, String text) {
        // The words that stand for no number in extended JSON are none here either.
        double value = text.endsWith("n") || text.endsWith("f") ? Double.NaN : Double.parseDouble(text);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw tree.wrong(attribute.tag(), "a value of VR IS is an integer of 32 bits (PS3.5 6.2)");
        }
        return Integer.toString((int) value);
    }
}
