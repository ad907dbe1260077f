package org.bitewing.xml;

import org.bitewing.dict.VR;

/** What DCMTK calls things, and how it writes numbers; the format has room for it, and readers pass over it. */
public interface DcmtkXmlStyle {

    /**
     * The name of an element.
     *
     * @param tag     its tag
     * @param creator the private creator of its block, or empty
     * @return any text
     */
    String elementName(int tag, String creator);

    /**
     * The name of a transfer syntax.
     *
     * @param uid its UID; empty for that of file meta information that is not there
     * @return any text
     */
    String transferSyntaxName(String uid);

    /**
     * A floating point number.
     *
     * @param vr    FL, FD, OF or OD
     * @param value the number
     * @return its digits, as a reader of XML and of Java understands them
     */
    String number(VR vr, double value);
}
