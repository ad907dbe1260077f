package org.bitewing.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkResolver;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Value;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** What a model says of one attribute, in whatever order it says it, until the element can be made. For one thread. */
public final class AttributeDraft {
    /** What the text of a value takes beside its characters. */
    private static final int VALUE_MEMORY = 64;

    private enum Content { NONE, VALUES, ITEMS, BYTES, REFERENCE }

    private final TreeAssembly tree;
    private final int tag;
    private final long[] place;
    private int vrCode;
    private Content content = Content.NONE;
    private List<String> values = List.of();
    private long memory;
    private boolean numbersAsBinary;
    private BulkData bytes;
    private String reference;

    /**
     * An attribute of which only the tag is known.
     *
     * @param tree takes the element, and gives places for errors
     * @param tag  the tag
     */
    public AttributeDraft(TreeAssembly tree, int tag) {
        this.tree = tree;
        this.tag = tag;
        this.place = tree.source().marked();
        if (Tag.isDelimiter(tag)) {
            throw wrong("items and delimiters are no attributes (PS3.5 7.5)");
        }
        if (tree.has(tag)) {
            throw wrong("the attribute is there twice");
        }
    }

    /**
     * The tag.
     *
     * @return group number in the high 16 bits
     */
    public int tag() {
        return tag;
    }

    /**
     * Sets the VR.
     *
     * @param name two upper-case letters
     */
    public void setVr(String name) {
        if (vrCode != 0) {
            throw wrong("the VR is there twice");
        }
        if (name.length() != 2 || !isUpper(name.charAt(0)) || !isUpper(name.charAt(1))) {
            throw wrong("a VR is two upper-case letters");
        }
        vrCode = name.charAt(0) << 8 | name.charAt(1);
        if (content == Content.ITEMS && vrCode != VR.SQ.code() && vrCode != VR.UN.code()) {
            throw wrong("items are of VR SQ, not " + name);
        }
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /**
     * The VR as it is known so far: told, or that of the dictionary.
     *
     * @return UN where nobody knows
     */
    public VR vr() {
        return vrCode == 0 ? Dictionary.vrOf(tag) : VR.of(vrCode);
    }

    /**
     * Whether values may be items.
     *
     * @return true for SQ and where the VR is not known
     */
    public boolean mayBeSequence() {
        return vr() == VR.SQ || vr() == VR.UN;
    }

    // ---- content -------------------------------------------------------------------------------------------------

    private void begin(Content kind) {
        if (content != Content.NONE) {
            throw wrong("an attribute has one of values, items, inline and bulk data (PS3.18 F.2.2, PS3.19 A.1)");
        }
        content = kind;
    }

    /** Says that values follow, perhaps none. */
    public void startValues() {
        begin(Content.VALUES);
        values = new ArrayList<>();
    }

    /** Says that the values are items; their sequence is open in the tree from now on. */
    public void startItems() {
        if (!values.isEmpty()) {
            throw wrong("items and other values are mixed");
        }
        if (content != Content.VALUES) {
            begin(Content.ITEMS);
        }
        content = Content.ITEMS;
        tree.startSequence(tag);
    }

    /**
     * Whether the values are items.
     *
     * @return true from the first item on
     */
    public boolean hasItems() {
        return content == Content.ITEMS;
    }

    /** Lets VRs of numbers that are bytes otherwise, such as OF and OL, have values. */
    public void allowNumbersAsBinary() {
        numbersAsBinary = true;
    }

    /**
     * Adds a value.
     *
     * @param value as text
     */
    public void addValue(String value) {
        if (content == Content.ITEMS) {
            throw wrong("items and other values are mixed");
        }
        long size = VALUE_MEMORY + 2L * value.length();
        tree.use(size);
        memory += size;
        values.add(value);
    }

    /**
     * Sets the bytes.
     *
     * @param all in little endian; already counted by the tree where they are in memory
     */
    public void setBytes(BulkData all) {
        begin(Content.BYTES);
        bytes = all;
    }

    /**
     * Sets where the bytes are.
     *
     * @param uri a URI, or whatever the caller's function understands
     */
    public void setReference(String uri) {
        begin(Content.REFERENCE);
        reference = uri;
    }

    // ---- the element ---------------------------------------------------------------------------------------------

    /**
     * Puts the element into the tree. What is wrong with it is said at the place where the draft was made.
     *
     * @param resolver finds bulk data
     * @throws IOException where bulk data cannot be found
     */
    public void finish(BulkResolver resolver) throws IOException {
        tree.source().mark(place);
        if (content == Content.ITEMS) {
            tree.endSequence();
            return;
        }
        VR vr = vr();
        if (vr == VR.SQ) {
            finishEmptySequence();
            return;
        }
        int code = vrCode == 0 ? vr.code() : vrCode;
        switch (content) {
            case BYTES -> tree.add(tree.isSpooled(bytes) ? new BulkValue(tag, code, bytes) : value(code, bytes.bytes()));
            case REFERENCE -> tree.add(new BulkValue(tag, code, resolved(resolver)));
            default -> tree.add(value(code, encoded(vr)));
        }
        tree.use(-memory);
    }

    private void finishEmptySequence() {
        if (content == Content.BYTES || content == Content.REFERENCE || !values.isEmpty()) {
            throw wrong("VR SQ has items and nothing else");
        }
        tree.startSequence(tag);
        tree.endSequence();
    }

    /** What the resolver says is said again with the place. */
    private BulkData resolved(BulkResolver resolver) throws IOException {
        try {
            return resolver.resolve(reference);
        } catch (DicomException e) {
            throw wrong(e.reason());
        }
    }

    private Value value(int code, byte[] field) {
        return Value.over(tag, code, field, 0, field.length);
    }

    private byte[] encoded(VR vr) {
        if (values.isEmpty()) {
            return new byte[0];
        }
        if (vr.kind() == VR.Kind.BINARY && !(numbersAsBinary && vr.unit() > 1)) {
            throw wrong(vrCode == 0 ? "an attribute that the dictionary does not have needs its VR"
                    : "VR " + vr + " has inline or bulk data, not values");
        }
        try {
            byte[] encoded = ValueBytes.of(vr, values);
            tree.use(encoded.length);
            noteExtended(vr, encoded);
            return encoded;
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private void noteExtended(VR vr, byte[] encoded) {
        for (int i = 0; vr.kind() == VR.Kind.TEXT && i < encoded.length; i++) {
            if (encoded[i] < 0) {
                tree.extended();
                return;
            }
        }
    }

    private DicomException wrong(String reason) {
        return tree.wrong(tag, reason);
    }
}
