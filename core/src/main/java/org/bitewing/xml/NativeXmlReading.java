package org.bitewing.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.bitewing.data.BulkResolver;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.model.AttributeDraft;
import org.bitewing.model.Base64Decoder;
import org.bitewing.model.TreeAssembly;

/** Reads the Native DICOM Model (PS3.19 A.1), without recursion. */
final class NativeXmlReading {
    private static final List<String> GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");
    private static final List<String> COMPONENTS =
            List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

    private final XmlParser parser;
    private final TreeAssembly tree;
    private final BulkResolver resolver;
    private final Deque<Open> open = new ArrayDeque<>();

    /** An attribute that is open, and how many of its values there were. */
    private static final class Open {
        final AttributeDraft draft;
        int values;

        Open(AttributeDraft draft) {
            this.draft = draft;
        }
    }

    NativeXmlReading(XmlParser parser, TreeAssembly tree, BulkResolver resolver) {
        this.parser = parser;
        this.tree = tree;
        this.resolver = resolver;
    }

    /** Reads what is in the root element. */
    void read() throws IOException {
        PrivateBlocks blocks = new PrivateBlocks(tree);
        boolean inAttribute = false;
        while (true) {
            boolean child = parser.nextChild();
            if (inAttribute && child) {
                inAttribute = content(open.getFirst());
                if (!inAttribute) {
                    blocks.startItem();
                }
            } else if (inAttribute) {
                open.pop().draft.finish(resolver);
                inAttribute = false;
            } else if (child) {
                attribute(blocks);
                inAttribute = true;
            } else if (open.isEmpty()) {
                return;
            } else {
                blocks.endItem();
                tree.endItem();
                inAttribute = true;
            }
        }
    }

    private void attribute(PrivateBlocks blocks) {
        if (!parser.name().equals("DicomAttribute")) {
            throw parser.wrong("DicomAttribute is expected here, not " + parser.name());
        }
        String digits = parser.attributeOr("tag", "");
        OptionalInt tag = digits.length() == 8 ? Tag.parse(digits) : OptionalInt.empty();
        if (tag.isEmpty()) {
            tag = Dictionary.tagOf(parser.attributeOr("keyword", ""));
        }
        if (tag.isEmpty()) {
            throw parser.wrong("the tag of a DicomAttribute is eight hexadecimal digits (PS3.19 A.1)");
        }
        int placed = blocks.place(tag.getAsInt(), parser.attributeOr("privateCreator", ""));
        AttributeDraft draft = new AttributeDraft(tree, placed);
        if (parser.attribute("vr").isPresent()) {
            draft.setVr(parser.attributeOr("vr", ""));
        }
        open.push(new Open(draft));
    }

    /** One child of an attribute; true where it is over, false where it is an item that is open now. */
    private boolean content(Open attribute) throws IOException {
        AttributeDraft draft = attribute.draft;
        switch (parser.name()) {
            case "Value" -> {
                start(attribute);
                draft.addValue(parser.text());
            }
            case "PersonName" -> {
                start(attribute);
                draft.addValue(personName());
            }
            case "Item" -> {
                if (!draft.mayBeSequence()) {
                    throw parser.wrong("an item has no place in VR " + draft.vr());
                }
                if (!draft.hasItems()) {
                    draft.startItems();
                }
                tree.startItem();
                return false;
            }
            case "BulkData" -> {
                String reference = parser.attributeOr("uri", parser.attributeOr("uuid", ""));
                if (reference.isEmpty()) {
                    throw parser.wrong("BulkData has a uri or a uuid");
                }
                draft.setReference(reference);
                parser.skip();
            }
            case "InlineBinary" -> draft.setBytes(parser.base64(new Base64Decoder(tree)));
            default -> parser.skip();
        }
        return true;
    }

    /** Values that are left out before the number of this one are empty. */
    private void start(Open attribute) {
        if (attribute.values == 0) {
            attribute.draft.startValues();
        }
        int number = number(attribute.values + 1);
        if (number <= attribute.values) {
            throw parser.wrong("the numbers of values are ascending, from 1");
        }
        while (attribute.values < number - 1) {
            attribute.draft.addValue("");
            attribute.values++;
        }
        attribute.values++;
    }

    private int number(int otherwise) {
        String text = parser.attributeOr("number", "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw parser.wrong("the number of a value is an integer");
        }
    }

    // ---- names ---------------------------------------------------------------------------------------------------

    private String personName() throws IOException {
        String[] groups = {"", "", ""};
        while (parser.nextChild()) {
            int group = GROUPS.indexOf(parser.name());
            if (group < 0) {
                parser.skip();
            } else {
                groups[group] = components();
            }
        }
        return joined('=', groups);
    }

    private String components() throws IOException {
        String[] components = {"", "", "", "", ""};
        while (parser.nextChild()) {
            int component = COMPONENTS.indexOf(parser.name());
            if (component < 0) {
                parser.skip();
            } else {
                components[component] = parser.text();
            }
        }
        return joined('^', components);
    }

    private static String joined(char separator, String[] parts) {
        int last = parts.length;
        while (last > 0 && parts[last - 1].isEmpty()) {
            last--;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < last; i++) {
            if (i > 0) {
                text.append(separator);
            }
            text.append(parts[i]);
        }
        return text.toString();
    }
}
