package org.bitewing.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitewing.text.SpecificCharacterSet;

/** The encodings that DCMTK's XML has for character sets of one byte (PS3.3 C.12.1.1.2). */
final class DcmtkXmlEncodings {
    private DcmtkXmlEncodings() {
    }

    /** UTF-8 for a character set that is not part of ISO 8859 all by itself. */
    static Charset of(SpecificCharacterSet characterSet) {
        List<String> terms = characterSet.definedTerms();
        String name = terms.size() != 1 ? "" : switch (terms.get(0)) {
            case "ISO_IR 100" -> "ISO-8859-1";
            case "ISO_IR 101" -> "ISO-8859-2";
            case "ISO_IR 109" -> "ISO-8859-3";
            case "ISO_IR 110" -> "ISO-8859-4";
            case "ISO_IR 144" -> "ISO-8859-5";
            case "ISO_IR 127" -> "ISO-8859-6";
            case "ISO_IR 126" -> "ISO-8859-7";
            case "ISO_IR 138" -> "ISO-8859-8";
            case "ISO_IR 148" -> "ISO-8859-9";
            default -> "";
        };
        // A small Java runtime may lack all but the first.
        return name.isEmpty() || !Charset.isSupported(name) ? StandardCharsets.UTF_8 : Charset.forName(name);
    }
}
