package org.bitewing.xml;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.TagPath;
import org.bitewing.model.TextSource;
import org.bitewing.model.TreeAssembly;

/**
 * Reads a data set from XML: the Native DICOM Model (PS3.19 A.1), or the format of DCMTK's {@code dcm2xml}, as the root
 * element tells. The document has to be well-formed, and each error names line and column; document types are passed
 * over, and entities are refused. DICOM is taken as it comes where its meaning is clear: attributes in any order, a VR
 * that the dictionary knows left out, elements that the format does not know. An attribute that is there twice is an
 * error.
 *
 * <p>The text of the data set is in UTF-8, and Specific Character Set (0008,0005) says so wherever there is one or has
 * to be one; {@link #characterSetTold()} is what the document says. What comes of hostile data is bounded by
 * {@link org.bitewing.Limits}: depth and memory. For one thread and one document.
 */
public final class XmlReader implements Closeable {
    private final TextSource source;
    private final XmlReadOptions options;
    private String characterSet = "";
    private String transferSyntax = "";
    private boolean isNative;
    private List<TagPath> hidden = List.of();

    private XmlReader(TextSource source, XmlReadOptions options) {
        this.source = source;
        this.options = options;
    }

    /**
     * A reader.
     *
     * @param in      the document; closed with the reader
     * @param name    what it comes from, for messages
     * @param options how to read
     * @return a reader that has read no more than the encoding
     * @throws IOException    where the stream cannot be read
     * @throws DicomException where the encoding is not known
     */
    public static XmlReader of(InputStream in, String name, XmlReadOptions options) throws IOException {
        return new XmlReader(XmlEncoding.open(in, name, options.limits()), options);
    }

    /**
     * Reads a stream that holds one document.
     *
     * @param in      the document, read to its end; stays open
     * @param name    what it comes from, for messages
     * @param options how to read
     * @return the data set
     * @throws IOException    where the stream or bulk data cannot be read
     * @throws DicomException where it is not XML (kind SYNTAX), not a data set (VALUE), or exceeds the limits (LIMIT)
     */
    public static DataSet read(InputStream in, String name, XmlReadOptions options) throws IOException {
        // Not closed, as that would close the stream.
        return of(in, name, options).read();
    }

    /**
     * Reads the document; to be called once.
     *
     * @return the data set
     * @throws IOException    where the stream or bulk data cannot be read
     * @throws DicomException where it is not XML (kind SYNTAX), not a data set (VALUE), or exceeds the limits (LIMIT)
     */
    public DataSet read() throws IOException {
        XmlParser parser = new XmlParser(source);
        TreeAssembly tree = new TreeAssembly(source, options.temporaryFolder());
        if (!parser.nextChild()) {
            throw parser.wrong("a document has a root element");
        }
        switch (parser.name()) {
            case "NativeDicomModel" -> {
                isNative = true;
                checkNamespace(parser, XmlWriter.NAMESPACE);
                new NativeXmlReading(parser, tree, options.resolver()).read();
            }
            case "file-format", "data-set" -> {
                checkNamespace(parser, DcmtkXmlWriter.NAMESPACE);
                DcmtkXmlReading reading = new DcmtkXmlReading(parser, tree, options);
                reading.read();
                hidden = List.copyOf(reading.hidden());
                transferSyntax = reading.transferSyntax();
            }
            default -> throw parser.wrong("the root element is NativeDicomModel, file-format or data-set, not "
                    + parser.name());
        }
        if (parser.nextChild()) {
            throw new AssertionError("there is one root element");
        }
        characterSet = tree.characterSetTold();
        return tree.dataSet();
    }

    private void checkNamespace(XmlParser parser, String namespace) {
        if (options.isNamespaceRequired() && !parser.hasNamespace(namespace)) {
            throw parser.wrong("the root element has to be in the namespace " + namespace);
        }
    }

    /**
     * Whether the document was in the Native DICOM Model.
     *
     * @return false for DCMTK's format
     */
    public boolean isNative() {
        return isNative;
    }

    /**
     * What the document says of the character set, which the data set does not have any more.
     *
     * @return the whole value of Specific Character Set (0008,0005); empty where there is none
     */
    public String characterSetTold() {
        return characterSet;
    }

    /**
     * What DCMTK's format says of the transfer syntax of the data set.
     *
     * @return its UID, if there is one
     */
    public Optional<String> transferSyntax() {
        return transferSyntax.isEmpty() ? Optional.empty() : Optional.of(transferSyntax);
    }

    /**
     * The elements of DCMTK's format that are empty because their values were left out of the document.
     *
     * @return their paths, in order
     */
    public List<TagPath> hidden() {
        return hidden;
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        source.close();
    }
}
