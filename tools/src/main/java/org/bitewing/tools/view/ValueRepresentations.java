package org.bitewing.tools.view;

import java.io.IOException;

/** A sentence about each value representation (PS3.5 6.2), for people who meet one for the first time. */
final class ValueRepresentations {
    private static final String TABLE = """
            AE Application Entity: the name by which a DICOM program is addressed, up to 16 characters.
            AS Age String: an age as three digits and D, W, M or Y, such as 018M for 18 months.
            AT Attribute Tag: the tag of another element, as two numbers of 16 bits.
            CS Code String: one of a list of words that the standard defines, in capitals, up to 16 characters.
            DA Date: a day as YYYYMMDD.
            DS Decimal String: a number written out in digits, with or without fraction and exponent, up to 16 characters.
            DT Date Time: a day and time as YYYYMMDDHHMMSS.FFFFFF, cut off where it is less precise, and an offset from UTC.
            FD Floating Point Double: a binary number of 64 bits (IEEE 754).
            FL Floating Point Single: a binary number of 32 bits (IEEE 754).
            IS Integer String: a whole number written out in digits, from -2147483648 to 2147483647.
            LO Long String: a line of text of up to 64 characters.
            LT Long Text: text with line breaks of up to 10240 characters; a single value.
            OB Other Byte: a stream of bytes, such as compressed pixels; its meaning is told by other elements.
            OD Other Double: a stream of binary numbers of 64 bits (IEEE 754).
            OF Other Float: a stream of binary numbers of 32 bits (IEEE 754).
            OL Other Long: a stream of words of 32 bits.
            OV Other 64-bit Very Long: a stream of words of 64 bits.
            OW Other Word: a stream of words of 16 bits, such as pixels or tables.
            PN Person Name: family name, given name, middle name, prefix and suffix, joined by ^; after = the name in \
            ideographs, and after another = the name as it is spoken.
            SH Short String: a line of text of up to 16 characters.
            SL Signed Long: a whole number of 32 bits with a sign.
            SQ Sequence of Items: any number of items, each of them a data set of its own.
            SS Signed Short: a whole number of 16 bits with a sign.
            ST Short Text: text with line breaks of up to 1024 characters; a single value.
            SV Signed 64-bit Very Long: a whole number of 64 bits with a sign.
            TM Time: a time of day as HHMMSS.FFFFFF, cut off where it is less precise.
            UC Unlimited Characters: a line of text of any length.
            UI Unique Identifier: numbers joined by dots that name one thing in the whole world, up to 64 characters.
            UL Unsigned Long: a whole number of 32 bits without a sign.
            UN Unknown: bytes of which the writer of the file did not know what they are.
            UR Universal Resource Identifier: an address such as that of a web page; a single value.
            US Unsigned Short: a whole number of 16 bits without a sign.
            UT Unlimited Text: text with line breaks of any length; a single value.
            UV Unsigned 64-bit Very Long: a whole number of 64 bits without a sign.
            """;

    private ValueRepresentations() {
    }

    static void write(Json json) throws IOException {
        json.open('{');
        for (String line : TABLE.split("\n")) {
            json.member(line.substring(0, 2), line.substring(3));
        }
        json.close('}');
    }
}
