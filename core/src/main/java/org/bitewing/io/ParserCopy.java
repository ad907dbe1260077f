package org.bitewing.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;

/** Events of a parser as calls of an {@link Encoder}: values go from one buffer to the other. */
final class ParserCopy {
    private final DicomParser parser;
    private final SopUids uids;
    private final Values.Pieces value;
    /** Where large values are, so that they need not pass through the parser. */
    private final BulkPlace place;
    private DataSet meta = DataSet.builder().build();
    private Event event;

    ParserCopy(DicomParser parser, SopUids uids) {
        this.parser = parser;
        this.uids = uids;
        this.place = new BulkPlace(parser.events());
        // The parser wants room for 8 bytes, but takes no more than the value has.
        this.value = (target, offset, count) -> parser.read(target, offset, Math.max(8, count));
    }

    /** Reads the file meta information, up to the first event of the data set. */
    void readMeta() throws IOException {
        List<Element> elements = new ArrayList<>();
        FileMetaSize size = new FileMetaSize();
        for (event = parser.next(); event == Event.ELEMENT && parser.inFileMeta(); event = parser.next()) {
            size.add(parser.length(), parser.location());
            byte[] bytes = parser.value();
            elements.add(Value.over(parser.tag(), parser.vrCode(), bytes, 0, bytes.length));
        }
        if (event != Event.END && parser.inFileMeta()) {
            throw parser.events().error("the file meta information holds no sequences (PS3.10 7.1)");
        }
        meta = FileMeta.dataSet(elements);
    }

    DataSet meta() {
        return meta;
    }

    byte[] preamble() {
        return parser.preamble();
    }

    TransferSyntax origin() {
        return parser.transferSyntax();
    }

    /** The syntax to write in: what the options say, else the parser's, without its departures from it. */
    TransferSyntax target(WriteOptions options) {
        return options.transferSyntax().orElseGet(() -> {
            String uid = origin().uid();
            return uid.isEmpty() ? TransferSyntax.IMPLICIT_LITTLE : TransferSyntax.of(uid);
        });
    }

    /** Copies the data set to its end. */
    void copy(Encoder encoder) throws IOException {
        while (event != Event.END) {
            switch (event) {
                case ELEMENT -> element(encoder);
                case SEQUENCE_START -> encoder.startSequence(parser.tag(), parser.vrCode(), parser.length());
                case ITEM_START -> encoder.startItem(parser.length());
                case ITEM_END -> encoder.endItem();
                case SEQUENCE_END -> encoder.endSequence();
                case FRAGMENTS_START -> startFragments(encoder);
                case FRAGMENT -> fragment(encoder);
                case FRAGMENTS_END -> encoder.endFragments();
                case END -> throw new AssertionError("the loop ends at the end");
            }
            event = parser.next();
        }
    }

    private void element(Encoder encoder) throws IOException {
        int tag = parser.tag();
        if (SopUids.isOne(tag) && encoder.depth() == 0 && parser.length() <= SopUids.LONGEST) {
            byte[] bytes = parser.value();
            uids.note(tag, bytes, 0, bytes.length);
            encoder.value(tag, parser.vrCode(), bytes, 0, bytes.length);
        } else if (encoder.out().isTransferred(parser.length()) && place.isKept()) {
            encoder.value(tag, parser.vrCode(), place.data(parser.isBigEndian() ? parser.vr().unit() : 1));
        } else {
            encoder.value(tag, parser.vrCode(), parser.length(), value);
        }
    }

    private void fragment(Encoder encoder) throws IOException {
        if (encoder.out().isTransferred(parser.length()) && place.isKept()) {
            encoder.fragment(place.data(1));
        } else {
            encoder.fragment(parser.length(), value);
        }
    }

    private void startFragments(Encoder encoder) throws IOException {
        TransferSyntax target = encoder.syntax();
        if (target.encapsulated() && origin().encapsulated() && !target.uid().equals(origin().uid())) {
            throw new DicomException("pixel data is compressed as " + origin().uid() + " and cannot be written as "
                    + target.uid() + " without decompressing it", parser.location());
        }
        encoder.startFragments(parser.tag(), parser.vrCode());
    }
}
