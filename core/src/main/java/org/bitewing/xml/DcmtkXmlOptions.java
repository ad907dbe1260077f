package org.bitewing.xml;

import java.util.Objects;

/**
 * How to write DCMTK's XML.
 *
 * @param binary       what becomes of bytes
 * @param style        what things are called
 * @param names        whether elements have names
 * @param namespace    whether the root element has its namespace
 * @param utf8         whether text is in UTF-8 even if the character set of the data set has an encoding of XML
 * @param longest      values with more bytes are said not to be loaded
 * @param documentType what stands between the first line and the root element; empty for nothing
 */
public record DcmtkXmlOptions(Binary binary, DcmtkXmlStyle style, boolean names, boolean namespace, boolean utf8,
                              long longest, String documentType) {

    /** What becomes of bytes. */
    public enum Binary {
        /** They are left out. */
        HIDDEN,
        /** Two hexadecimal digits a byte, or four a word of OW, between backslashes. */
        HEXADECIMAL,
        /** Base64. */
        BASE64
    }

    /**
     * Checks that nothing is missing.
     *
     * @param binary       what becomes of bytes
     * @param style        what things are called
     * @param names        whether elements have names
     * @param namespace    whether the root element has its namespace
     * @param utf8         whether text is in UTF-8 in any case
     * @param longest      values with more bytes are said not to be loaded
     * @param documentType empty for nothing
     */
    public DcmtkXmlOptions {
        Objects.requireNonNull(binary, "binary");
        Objects.requireNonNull(style, "style");
        Objects.requireNonNull(documentType, "documentType");
    }
}
