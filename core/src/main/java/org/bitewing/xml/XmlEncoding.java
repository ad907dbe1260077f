package org.bitewing.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;
import org.bitewing.model.TextSource;

/** The encoding of a document: its byte order mark, else its first line, else UTF-8 (XML 4.3.3 and Appendix F). */
final class XmlEncoding {
    private static final int LONGEST_DECLARATION = 256;

    private XmlEncoding() {
    }

    /** The characters of a document. */
    static TextSource open(InputStream in, String name, Limits limits) throws IOException {
        byte[] head = in.readNBytes(LONGEST_DECLARATION);
        int mark = markLength(head);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head, mark, head.length - mark), in);
        return new TextSource(all, name, charset(head, name), limits);
    }

    private static int markLength(byte[] head) {
        if (starts(head, 0xef, 0xbb, 0xbf)) {
            return 3;
        }
        return starts(head, 0xfe, 0xff) || starts(head, 0xff, 0xfe) ? 2 : 0;
    }

    private static boolean starts(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(byte[] head, String name) {
        if (starts(head, 0xfe, 0xff) || starts(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(head, 0xff, 0xfe) || starts(head, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("?>");
        int at = text.startsWith("<?xml") && end > 0 ? text.substring(0, end).indexOf("encoding") : -1;
        if (at < 0 || markLength(head) > 0) {
            return StandardCharsets.UTF_8;
        }
        int open = at + "encoding".length();
        while (open < end && text.charAt(open) != '"' && text.charAt(open) != '\'') {
            open++;
        }
        int close = open < end ? text.indexOf(text.charAt(open), open + 1) : -1;
        try {
            // A name that does not end is no name.
            return Charset.forName(close < 0 ? "" : text.substring(open + 1, close));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new DicomException("the encoding of the document is not known",
                    new Location(name + ", line 1, column " + (open + 1), -1, TagPath.ROOT));
        }
    }
}
