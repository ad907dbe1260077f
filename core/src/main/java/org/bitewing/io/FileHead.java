package org.bitewing.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.Problem.Kind;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/** The start of a file (PS3.10 7.1): preamble, prefix and meta information, until the data set begins. */
final class FileHead {
    private static final int FILE_META = 0x0002;

    private final EventReader reader;
    private byte[] preamble = new byte[0];
    /** Where the meta information ends by its group length; 0 where it has none. */
    private long end;
    private boolean wrongLength;
    private TransferSyntax named;
    private Optional<TransferSyntax> metaSyntax = Optional.empty();

    FileHead(EventReader reader) {
        this.reader = reader;
    }

    byte[] preamble() {
        return preamble.clone();
    }

    /** The encoding of the meta information, where there is any. */
    Optional<TransferSyntax> metaSyntax() {
        return metaSyntax;
    }

    void read() throws IOException {
        Window window = reader.window;
        if (!reader.options.isBare()) {
            readPrefix(window);
        }
        reader.headerOffset = window.offset();
        if (!window.require(1)) {
            throw new DicomException(DicomException.Kind.EMPTY,
                    reader.headerOffset == 0 ? "the source is empty" : "nothing follows the preamble",
                    Location.of(reader.source.name()), 0, 0);
        }
        if (!reader.inFileMeta) {
            startDataSet();
            return;
        }
        reader.use(FileStart.detect(window));
        metaSyntax = Optional.of(reader.syntax);
        if (reader.syntax != TransferSyntax.EXPLICIT_LITTLE) {
            reader.warn(Kind.FILE_META_ENCODING, "the file meta information is not in explicit VR little endian");
        }
    }

    private void readPrefix(Window window) throws IOException {
        if (FileStart.hasPreamble(window)) {
            preamble = Arrays.copyOfRange(window.bytes, window.position, window.position + FileStart.PREAMBLE);
            window.skip(FileStart.PREAMBLE + 4L);
            reader.inFileMeta = FileStart.isFileMeta(window);
        } else if (FileStart.isPrefix(window, 0)) {
            reader.warn(Kind.FILE_META_MISSING, "the prefix DICM has no preamble before it");
            window.skip(4);
            reader.inFileMeta = FileStart.isFileMeta(window);
        } else {
            reader.inFileMeta = FileStart.isFileMeta(window);
        }
    }

    /** Notes what an element of the meta information says about it and about the data set. */
    void element() throws IOException {
        Window window = reader.window;
        if (reader.tag == Tag.FileMetaInformationGroupLength && reader.length == 4 && window.require(4)
                && !ignoresLength()) {
            end = reader.value.offset + 4 + reader.unsignedInt(0);
        } else if (reader.tag == Tag.TransferSyntaxUID && reader.length <= Window.MOST_REQUIRED
                && window.require((int) reader.length)) {
            String uid = ElementValue.trimmed(window.bytes, window.position, (int) reader.length);
            named = uid.isEmpty() ? null : TransferSyntax.of(uid);
        }
    }

    /** Before each element of the meta information: whether it ended, by its group length or by the next group. */
    boolean isMetaOver() throws IOException {
        long offset = reader.window.offset();
        boolean lengthReached = end > 0 && offset >= end;
        boolean deflates = named != null && named.deflated();
        boolean sameGroup = isNextInGroup() || isStrangerNext(offset);
        boolean over = lengthReached && deflates || !sameGroup;
        if (ignoresLength()) {
            return over;
        }
        if (over && end == 0) {
            reader.warn(Kind.FILE_META_LENGTH, "the file meta information has no group length");
        } else if ((over ? offset != end : lengthReached) && !wrongLength) {
            wrongLength = true;
            reader.warn(Kind.FILE_META_LENGTH, "the group length of the file meta information is wrong");
        }
        return over;
    }

    private boolean ignoresLength() {
        return reader.options.tolerances().contains(Tolerance.META_LENGTH);
    }

    private boolean isNextInGroup() throws IOException {
        return isGroupAt(0);
    }

    /** Whether an element of another group, by damage mostly, stands between two of the meta information. */
    private boolean isStrangerNext(long offset) throws IOException {
        Window window = reader.window;
        if (offset + 8 > end || reader.syntax != TransferSyntax.EXPLICIT_LITTLE || !window.require(12)
                || !FileStart.hasVR(window)) {
            return false;
        }
        boolean longForm = VR.hasLongForm(window.unsignedByte(4) << 8 | window.unsignedByte(5));
        long next = longForm ? 12 + reader.unsignedInt(8) : 8 + (reader.unsignedInt(4) >>> 16);
        return offset + next < end && next <= Window.MOST_REQUIRED - 4 && isGroupAt((int) next);
    }

    private boolean isGroupAt(int index) throws IOException {
        Window window = reader.window;
        if (!window.require(index + 4)) {
            return false;
        }
        int first = window.unsignedByte(index);
        int second = window.unsignedByte(index + 1);
        return reader.bigEndian ? first == 0 && second == FILE_META : first == FILE_META && second == 0;
    }

    /** What the bytes say; the name of the transfer syntax only where it says the same. */
    private TransferSyntax detected(Window window) throws IOException {
        TransferSyntax found = FileStart.detect(window);
        boolean agrees = named != null && (named.deflated() || named.explicit() == found.explicit()
                && named.bigEndian() == found.bigEndian());
        return agrees ? named : found;
    }

    /** Decides how the data set is encoded: as forced, as named unless that cannot be, or as detected. */
    void startDataSet() throws IOException {
        reader.inFileMeta = false;
        Window window = reader.window;
        reader.tag = Tag.Item;
        reader.headerOffset = window.offset();
        ReadOptions options = reader.options;
        TransferSyntax chosen = options.transferSyntax().orElse(options.detectsTransferSyntax() ? detected(window) : named);
        if (chosen == null) {
            if (!options.isBare()) {
                reader.warn(Kind.FILE_META_MISSING, "the transfer syntax is not named; it was detected");
            }
            chosen = FileStart.detect(window);
        } else if (options.transferSyntax().isEmpty() && !options.detectsTransferSyntax()
                && FileStart.contradicts(window, chosen, reader.nesting.end() - window.offset())) {
            reader.warn(Kind.TRANSFER_SYNTAX,
                    "the data set is not in the transfer syntax " + chosen.uid() + " that is named");
            TransferSyntax found = FileStart.detect(window);
            chosen = new TransferSyntax(chosen.uid(), found.explicit(), found.bigEndian(), false,
                    chosen.encapsulated());
        }
        reader.use(chosen);
        if (chosen.deflated()) {
            reader.inflate();
        }
    }
}
