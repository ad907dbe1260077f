package org.bitewing.xml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.model.AttributeDraft;
import org.bitewing.model.Base64Decoder;
import org.bitewing.model.ByteCollector;
import org.bitewing.model.TreeAssembly;

/** Reads the format of DCMTK's {@code dcm2xml}, without recursion. */
final class DcmtkXmlReading {
    private final XmlParser parser;
    private final TreeAssembly tree;
    private final XmlReadOptions options;
    private final List<TagPath> hidden = new ArrayList<>();
    private String transferSyntax = "";

    DcmtkXmlReading(XmlParser parser, TreeAssembly tree, XmlReadOptions options) {
        this.parser = parser;
        this.tree = tree;
        this.options = options;
    }

    /** The elements whose values were left out. */
    List<TagPath> hidden() {
        return hidden;
    }

    /** That of the data set, as its start tag has it. */
    String transferSyntax() {
        return transferSyntax;
    }

    /** Reads what is in the root element, {@code file-format} or {@code data-set}. */
    void read() throws IOException {
        if (parser.name().equals("data-set")) {
            dataSet();
            return;
        }
        while (parser.nextChild()) {
            switch (parser.name()) {
                case "meta-header" -> elements();
                case "data-set" -> dataSet();
                default -> throw parser.wrong("meta-header or data-set is expected here, not " + parser.name());
            }
        }
    }

    private void dataSet() throws IOException {
        transferSyntax = parser.attributeOr("xfer", "");
        elements();
    }

    /** The elements of the part at hand; {@code depth} counts what is open in it: a sequence, an item, and so on. */
    private void elements() throws IOException {
        int depth = 0;
        while (true) {
            boolean child = parser.nextChild();
            boolean inSequence = depth % 2 == 1;
            if (child && inSequence) {
                startItem();
                depth++;
            } else if (child) {
                depth += attribute() ? 1 : 0;
            } else if (depth == 0) {
                return;
            } else {
                if (inSequence) {
                    tree.endSequence();
                } else {
                    tree.endItem();
                }
                depth--;
            }
        }
    }

    private void startItem() {
        if (!parser.name().equals("item")) {
            throw parser.wrong("item is expected here, not " + parser.name());
        }
        tree.startItem();
    }

    /** An element, or pixel data with all its items; true where it is a sequence, whose items follow. */
    private boolean attribute() throws IOException {
        AttributeDraft draft = new AttributeDraft(tree, tag());
        String vr = parser.attributeOr("vr", "");
        // What DCMTK has for undecided VRs, such as "ox" and "??", says no more than the dictionary.
        if (vr.length() == 2 && vr.charAt(0) >= 'A' && vr.charAt(0) <= 'Z') {
            draft.setVr(vr);
        }
        switch (parser.name()) {
            case "sequence" -> {
                if (draft.vr() != VR.SQ && draft.vr() != VR.UN) {
                    fragments(draft);
                    return false;
                }
                tree.startSequence(draft.tag());
                return true;
            }
            case "element" -> {
                value(draft);
                draft.finish(options.resolver());
                return false;
            }
            default -> throw parser.wrong("element or sequence is expected here, not " + parser.name());
        }
    }

    private int tag() {
        String text = parser.attributeOr("tag", "");
        OptionalInt tag = text.length() == 9 ? Tag.parse(text) : OptionalInt.empty();
        if (tag.isEmpty()) {
            throw parser.wrong("the tag of an element is gggg,eeee");
        }
        return tag.getAsInt();
    }

    // ---- values --------------------------------------------------------------------------------------------------

    private void value(AttributeDraft draft) throws IOException {
        VR vr = draft.vr();
        boolean isLoaded = !parser.attributeOr("loaded", "yes").equals("no");
        String binary = parser.attributeOr("binary", "no");
        if (!isLoaded || binary.equals("hidden")) {
            draft.setBytes(notThere(draft.tag()));
        } else if (binary.equals("base64")) {
            draft.setBytes(base64(vr == VR.OW ? 2 : 1));
        } else if (binary.equals("file")) {
            draft.setReference(parser.text());
        } else if (vr == VR.OB || vr == VR.OW || vr == VR.UN) {
            draft.setBytes(hexadecimal(vr == VR.OW ? 2 : 1));
        } else {
            draft.startValues();
            draft.allowNumbersAsBinary();
            values(draft, vr);
        }
    }

    /** Words have their high byte first. */
    private BulkData base64(int unit) throws IOException {
        return parser.base64(new Base64Decoder(tree)).bigEndian(unit);
    }

    private BulkData notThere(int tag) throws IOException {
        if (!options.keepsHidden()) {
            throw tree.wrong(tag, "the value was left out when the document was written");
        }
        hidden.add(tree.path().element(tag));
        parser.skip();
        return BulkData.of(new byte[0]);
    }

    /** Text is one value, whatever is in it; the others are divided by backslashes. */
    private void values(AttributeDraft draft, VR vr) throws IOException {
        String text = parser.text();
        if (vr.kind() == VR.Kind.TEXT) {
            if (!text.isEmpty()) {
                draft.addValue(text);
            }
            return;
        }
        String numbers = text.strip();
        int start = 0;
        for (int end = numbers.indexOf('\\'); end >= 0; end = numbers.indexOf('\\', start)) {
            draft.addValue(numbers.substring(start, end));
            start = end + 1;
        }
        if (!numbers.isEmpty()) {
            draft.addValue(numbers.substring(start));
        }
    }

    /** Bytes of two digits, or words of four with the high byte first, between backslashes. */
    private BulkData hexadecimal(int unit) throws IOException {
        ByteCollector bytes = new ByteCollector(tree);
        for (int c = withoutSpace(parser.character()); c >= 0; ) {
            int word = 0;
            for (int i = 0; i < 2 * unit; i++) {
                int digit = c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
                if (digit < 0) {
                    throw noDigits(unit);
                }
                word = word << 4 | digit;
                c = parser.character();
            }
            for (int i = 0; i < unit; i++) {
                bytes.put(word >> 8 * i);
            }
            c = withoutSpace(c);
            if (c == '\\') {
                c = withoutSpace(parser.character());
                if (c < 0) {
                    throw noDigits(unit);
                }
            } else if (c >= 0) {
                throw noDigits(unit);
            }
        }
        return bytes.data();
    }

    private int withoutSpace(int first) throws IOException {
        int c = first;
        while (c == ' ' || c == '\n' || c == '\t') {
            c = parser.character();
        }
        return c;
    }

    private DicomException noDigits(int unit) {
        return parser.wrongCharacter((unit == 1 ? "two" : "four") + " hexadecimal digits between backslashes");
    }

    private void fragments(AttributeDraft draft) throws IOException {
        List<BulkData> all = new ArrayList<>();
        while (parser.nextChild()) {
            if (!parser.name().equals("pixel-item")) {
                throw parser.wrong("pixel-item is expected here, not " + parser.name());
            }
            boolean isLoaded = !parser.attributeOr("loaded", "yes").equals("no");
            tree.use(64);
            all.add(switch (isLoaded ? parser.attributeOr("binary", "yes") : "hidden") {
                case "hidden" -> notThere(draft.tag());
                case "base64" -> parser.base64(new Base64Decoder(tree));
                case "file" -> options.resolver().resolve(parser.text());
                default -> hexadecimal(1);
            });
        }
        tree.add(new Fragments(draft.tag(), draft.vr().code(), all));
    }
}
