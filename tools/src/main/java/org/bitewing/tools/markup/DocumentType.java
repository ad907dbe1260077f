package org.bitewing.tools.markup;

/** The document type of DCMTK's XML format. */
final class DocumentType {
    /** What a document says where the declarations are. */
    static final String REFERENCE = "<!DOCTYPE file-format SYSTEM \"dcm2xml.dtd\">\n";

    /** The elements of the format with their attributes. */
    private static final String DECLARATIONS = """
            <!ELEMENT file-format (meta-header, data-set)>
            <!ATTLIST file-format xmlns CDATA #IMPLIED>
            <!ELEMENT meta-header (element*)>
            <!ATTLIST meta-header xfer NMTOKEN #REQUIRED name CDATA #IMPLIED>
            <!ELEMENT data-set (element | sequence)*>
            <!ATTLIST data-set xfer NMTOKEN #REQUIRED name CDATA #IMPLIED xmlns CDATA #IMPLIED>
            <!ELEMENT element (#PCDATA)>
            <!ATTLIST element tag CDATA #REQUIRED vr NMTOKEN #REQUIRED vm NMTOKEN #IMPLIED
                              len NMTOKEN #IMPLIED name CDATA #IMPLIED loaded (yes | no) "yes"
                              binary (yes | no | hidden | base64 | file) "no">
            <!ELEMENT sequence (item* | pixel-item*)>
            <!ATTLIST sequence tag CDATA #REQUIRED vr NMTOKEN #REQUIRED card NMTOKEN #IMPLIED
                               len NMTOKEN #IMPLIED name CDATA #IMPLIED>
            <!ELEMENT item (element | sequence)*>
            <!ATTLIST item card NMTOKEN #IMPLIED len NMTOKEN #IMPLIED offset NMTOKEN #IMPLIED>
            <!ELEMENT pixel-item (#PCDATA)>
            <!ATTLIST pixel-item len NMTOKEN #IMPLIED loaded (yes | no) "yes"
                                 binary (yes | hidden | base64 | file) "yes">
            """;

    private DocumentType() {
    }

    static String embedded() {
        return embedded(DECLARATIONS);
    }

    static String embedded(String declarations) {
        return "<!DOCTYPE file-format [\n" + declarations + "]>\n";
    }
}
