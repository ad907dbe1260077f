package org.bitewing.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.PersonName;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.model.Base64Encoder;
import org.bitewing.model.TagDigits;
import org.bitewing.model.TreeVisitor;
import org.bitewing.model.TreeWalk;
import org.bitewing.model.ValueTexts;

/**
 * Writes data sets as XML in the Native DICOM Model (PS3.19 A.1), in UTF-8, which Specific Character Set (0008,0005)
 * then says. Values that stayed in their file are streamed. Group lengths are left out, VRs of the future become UN,
 * and padding and spaces that do not count are not written. The tag of a private attribute has its block number left
 * out where its creator is there to tell (PS3.19 A.1.2). Control characters that XML 1.0 does not have become question
 * marks. Lines end behind each element, which {@code xml:space} says are to be kept. For one thread.
 */
public final class XmlWriter {
    /** The namespace of PS3.19 A.1. */
    static final String NAMESPACE = "http://dicom.nema.org/PS3.19/models/NativeDICOM";
    private static final String ROOT = "NativeDicomModel";
    private static final String ATTRIBUTE = "DicomAttribute";
    private static final int FILE_META = 0x0002;
    private static final int UUID_LENGTH = 36;

    private final XmlOutput out;
    private final XmlWriteOptions options;

    private XmlWriter(OutputStream target, XmlWriteOptions options) {
        this.out = new XmlOutput(target, StandardCharsets.UTF_8);
        this.options = options;
    }

    /**
     * Writes a data set as an XML document.
     *
     * @param dataSet with or without file meta information
     * @param target  where it goes; stays open, and is not flushed
     * @param options how to write
     * @throws IOException    where a value cannot be read, or the target not written
     * @throws DicomException where the data set has what the options refuse
     */
    public static void write(DataSet dataSet, OutputStream target, XmlWriteOptions options) throws IOException {
        new XmlWriter(target, options).write(dataSet);
    }

    private void write(DataSet dataSet) throws IOException {
        out.declaration();
        out.open(ROOT);
        out.attribute("xml:space", "preserve");
        if (options.hasNamespace()) {
            out.attribute("xmlns", NAMESPACE);
        }
        out.openEnd();
        Visitor visitor = new Visitor(dataSet);
        TreeWalk.of(dataSet, visitor);
        out.close(ROOT);
        out.end();
    }

    /** A DicomAttribute for each element. */
    private final class Visitor implements TreeVisitor {
        private final Deque<Attributes> owners = new ArrayDeque<>();

        Visitor(DataSet dataSet) {
            owners.push(dataSet);
        }

        @Override
        public void element(Element element, Attributes owner, TagPath path) throws IOException {
            int tag = element.tag();
            boolean isGroupLength = (tag & 0xffff) == 0;
            if (isGroupLength || tag >>> 16 == FILE_META && !options.hasFileMeta()) {
                return;
            }
            if (tag == Tag.SpecificCharacterSet) {
                start(tag, VR.CS);
                value(1, "ISO_IR 192");
            } else {
                start(tag, element.vr());
                content(element, owner, path);
            }
            out.close(ATTRIBUTE);
        }

        private void start(int tag, VR vr) throws IOException {
            String creator = creator(tag, owners.getFirst());
            out.open(ATTRIBUTE);
            out.attribute("tag", TagDigits.of(creator.isEmpty() ? tag : tag & 0xffff00ff));
            out.attribute("vr", vr.name());
            String keyword = Dictionary.keywordOf(tag);
            if (!keyword.isEmpty()) {
                out.attribute("keyword", keyword);
            }
            if (!creator.isEmpty()) {
                out.attribute("privateCreator", creator);
            }
            out.openEnd();
        }

        @Override
        public void startSequence(Sequence sequence) throws IOException {
            start(sequence.tag(), VR.SQ);
        }

        @Override
        public void startItem(Item item, int index, Sequence sequence) throws IOException {
            owners.push(item);
            out.open("Item");
            out.attribute("number", Integer.toString(index + 1));
            out.openEnd();
        }

        @Override
        public void endItem() throws IOException {
            owners.pop();
            out.close("Item");
        }

        @Override
        public void endSequence(Sequence sequence) throws IOException {
            out.close(ATTRIBUTE);
        }
    }

    /** Who reserved the block of a private element (PS3.5 7.8.1); empty where nobody did, or two of one name. */
    static String creator(int tag, Attributes owner) throws IOException {
        int block = tag >>> 8 & 0xff;
        if ((tag & 0x10000) == 0 || block < 0x10) {
            return "";
        }
        String creator = textOf(owner, tag & 0xffff0000 | block);
        if (!creator.isEmpty() && owner.privateTag(creator, tag & 0xffff00ff).orElse(0) != tag) {
            return "";
        }
        return creator;
    }

    /** The creator may be stored as UN, and is LO all the same. */
    private static String textOf(Attributes owner, int tag) throws IOException {
        Optional<Element> element = owner.element(tag);
        if (element.isEmpty() || element.get() instanceof Sequence) {
            return "";
        }
        List<String> texts = ValueTexts.of(VR.LO, ValueTexts.bytes(element.get()), owner.characterSet());
        return texts.size() == 1 ? texts.get(0) : "";
    }

    private void content(Element element, Attributes owner, TagPath path) throws IOException {
        if (element.length() == 0) {
            return;
        }
        Optional<String> reference = options.bulk().reference(element, path);
        VR vr = element.vr();
        if (reference.isPresent()) {
            out.open("BulkData");
            out.attribute(isUuid(reference.get()) ? "uuid" : "uri", reference.get());
            out.raw("/>\n");
        } else if (vr.kind() == VR.Kind.BINARY) {
            BulkData data = options.bulk().inline(element, path);
            out.raw("<InlineBinary>");
            Base64Encoder.write(data, out.out());
            out.close("InlineBinary");
        } else {
            List<String> texts = ValueTexts.of(vr, ValueTexts.bytes(element), owner.characterSet());
            for (int i = 0; i < texts.size(); i++) {
                if (vr == VR.PN) {
                    personName(i + 1, PersonName.parse(texts.get(i)));
                } else {
                    value(i + 1, texts.get(i));
                }
            }
        }
    }

    private static boolean isUuid(String reference) {
        try {
            return reference.length() == UUID_LENGTH
                    && UUID.fromString(reference).toString().equalsIgnoreCase(reference);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void value(int number, String text) throws IOException {
        out.open("Value");
        out.attribute("number", Integer.toString(number));
        out.raw(">");
        out.text(text);
        out.close("Value");
    }

    private void personName(int number, PersonName name) throws IOException {
        out.open("PersonName");
        out.attribute("number", Integer.toString(number));
        out.openEnd();
        group("Alphabetic", name.alphabetic());
        group("Ideographic", name.ideographic());
        group("Phonetic", name.phonetic());
        out.close("PersonName");
    }

    private void group(String element, PersonName.Group group) throws IOException {
        if (group.isEmpty()) {
            return;
        }
        out.open(element);
        out.openEnd();
        component("FamilyName", group.family());
        component("GivenName", group.given());
        component("MiddleName", group.middle());
        component("NamePrefix", group.prefix());
        component("NameSuffix", group.suffix());
        out.close(element);
    }

    private void component(String element, String text) throws IOException {
        if (!text.isEmpty()) {
            out.element(element, text);
        }
    }
}
