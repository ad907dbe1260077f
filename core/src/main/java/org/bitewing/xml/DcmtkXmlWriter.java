package org.bitewing.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.model.TagDigits;
import org.bitewing.model.TreeVisitor;
import org.bitewing.model.TreeWalk;

/**
 * Writes data sets as XML in the format of DCMTK's {@code dcm2xml}: everything that a file has, the file meta
 * information and group lengths among it, values as they are in an element of their own. Text is in the encoding that
 * the character set is, where that is one of ISO 8859; otherwise in UTF-8, and Specific Character Set (0008,0005) then
 * says so. Control characters that XML 1.0 does not have become question marks. For one thread.
 */
public final class DcmtkXmlWriter {
    /** The namespace that DCMTK gives its format. */
    static final String NAMESPACE = "http://dicom.offis.de/dcmtk";
    private static final int FILE_META = 0x0002;
    private static final String EXPLICIT_LITTLE = "1.2.840.10008.1.2.1";

    private final XmlOutput out;
    private final DcmtkXmlOptions options;
    private final DcmtkXmlValues values;
    /** The text is not in the character set that the data set names. */
    private final boolean recoded;
    private final Deque<Attributes> owners = new ArrayDeque<>();

    private DcmtkXmlWriter(DataSet dataSet, OutputStream target, DcmtkXmlOptions options) {
        Charset charset = options.utf8() ? StandardCharsets.UTF_8 : DcmtkXmlEncodings.of(dataSet.characterSet());
        this.out = new XmlOutput(target, charset);
        this.options = options;
        this.values = new DcmtkXmlValues(out, options);
        this.recoded = charset.equals(StandardCharsets.UTF_8);
    }

    /**
     * Writes a file as an XML document.
     *
     * @param dataSet        with or without file meta information
     * @param transferSyntax the UID of that which it was in
     * @param withFileMeta   whether the root is {@code file-format}, and not {@code data-set} alone
     * @param target         where it goes; stays open, and is not flushed
     * @param options        how to write
     * @throws IOException where a value cannot be read, or the target not written
     */
    public static void write(DataSet dataSet, String transferSyntax, boolean withFileMeta, OutputStream target,
                             DcmtkXmlOptions options) throws IOException {
        DcmtkXmlWriter writer = new DcmtkXmlWriter(dataSet, target, options);
        writer.write(dataSet, transferSyntax, withFileMeta);
    }

    private void write(DataSet dataSet, String transferSyntax, boolean withFileMeta) throws IOException {
        out.declaration();
        out.raw(options.documentType());
        if (withFileMeta) {
            out.open("file-format");
            namespace();
            out.openEnd();
            boolean hasMeta = dataSet.contains(Tag.TransferSyntaxUID);
            start("meta-header", hasMeta ? EXPLICIT_LITTLE : "", false, dataSet);
            for (int i = 0; i < dataSet.size(); i++) {
                if (isMeta(dataSet.get(i))) {
                    element(dataSet.get(i), dataSet);
                }
            }
            out.close("meta-header");
        }
        start("data-set", transferSyntax, !withFileMeta, dataSet);
        TreeWalk.of(dataSet, new Visitor());
        out.close("data-set");
        if (withFileMeta) {
            out.close("file-format");
        }
        out.end();
    }

    private void namespace() throws IOException {
        if (options.namespace()) {
            out.attribute("xmlns", NAMESPACE);
        }
    }

    private static boolean isMeta(Element element) {
        return element.tag() >>> 16 == FILE_META;
    }

    private void start(String name, String transferSyntax, boolean isRoot, DataSet dataSet) throws IOException {
        out.open(name);
        out.attribute("xfer", transferSyntax);
        out.attribute("name", options.style().transferSyntaxName(transferSyntax));
        if (isRoot) {
            namespace();
        }
        out.openEnd();
        owners.clear();
        owners.push(dataSet);
    }

    private void element(Element element, Attributes owner) throws IOException {
        List<String> texts = values.texts(element, owner.characterSet());
        start("element", element.tag(), element.vr().name());
        out.attribute("vm", Integer.toString(values.multiplicity(element, texts)));
        out.attribute("len", Long.toString(element.length() + (element.length() & 1)));
        name(element.tag());
        values.write("element", element, texts);
    }

    /** What is not file meta information. */
    private final class Visitor implements TreeVisitor {
        @Override
        public void element(Element element, Attributes owner, TagPath path) throws IOException {
            int tag = element.tag();
            if (path.isRoot() && isMeta(element)) {
                return;
            }
            if (element instanceof Fragments fragments) {
                fragments(fragments);
            } else if (tag == Tag.SpecificCharacterSet && recoded && owner.characterSet().definedTerms().size() > 0) {
                start("element", tag, "CS");
                out.attribute("vm", "1");
                out.attribute("len", "10");
                name(tag);
                out.raw(">ISO_IR 192");
                out.close("element");
            } else {
                DcmtkXmlWriter.this.element(element, owner);
            }
        }

        @Override
        public void startSequence(Sequence sequence) throws IOException {
            start("sequence", sequence.tag(), "SQ");
            out.attribute("card", Integer.toString(sequence.items().size()));
            length(sequence.length());
            name(sequence.tag());
            out.openEnd();
        }

        @Override
        public void startItem(Item item, int index, Sequence sequence) throws IOException {
            owners.push(item);
            out.open("item");
            out.attribute("card", Integer.toString(item.size()));
            length(item.length());
            if (sequence.tag() == Tag.DirectoryRecordSequence && item.offset() >= 0) {
                out.attribute("offset", Long.toString(item.offset()));
            }
            out.openEnd();
        }

        @Override
        public void endItem() throws IOException {
            owners.pop();
            out.close("item");
        }

        @Override
        public void endSequence(Sequence sequence) throws IOException {
            out.close("sequence");
        }
    }

    private void fragments(Fragments fragments) throws IOException {
        start("sequence", fragments.tag(), VR.OB.name());
        out.attribute("card", Integer.toString(fragments.all().size()));
        name(fragments.tag());
        out.openEnd();
        for (BulkData fragment : fragments.all()) {
            out.open("pixel-item");
            out.attribute("len", Long.toString(fragment.length() + (fragment.length() & 1)));
            values.bytes("pixel-item", fragment, 1);
        }
        out.close("sequence");
    }

    private void start(String element, int tag, String vr) throws IOException {
        String digits = TagDigits.of(tag).toLowerCase(Locale.ROOT);
        out.open(element);
        out.attribute("tag", digits.substring(0, 4) + "," + digits.substring(4));
        out.attribute("vr", vr);
    }

    private void length(long length) throws IOException {
        if (length >= 0) {
            out.attribute("len", Long.toString(length));
        }
    }

    private void name(int tag) throws IOException {
        if (options.names()) {
            out.attribute("name", options.style().elementName(tag, XmlWriter.creator(tag, owners.getFirst())));
        }
    }
}
