package org.bitewing.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DicomParser;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;

/**
 * Makes an object fit for a peer who does not take its transfer syntax. Used by several threads at once.
 */
public interface Conversion {
    /** Between the uncompressed transfer syntaxes (PS3.5 A.1 to A.3 and A.5), in constant memory. */
    Conversion UNCOMPRESSED = new Conversion() {
        private static final List<String> TARGETS = List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

        @Override
        public List<String> targets(String transferSyntaxUid) {
            return switch (transferSyntaxUid) {
                case UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian, UID.ExplicitVRBigEndian,
                     UID.DeflatedExplicitVRLittleEndian -> TARGETS;
                default -> List.of();
            };
        }

        @Override
        public void convert(ByteSource file, String transferSyntaxUid, OutputStream target) throws IOException {
            WriteOptions options = WriteOptions.defaults().with(TransferSyntax.of(transferSyntaxUid))
                    .with(WriteOptions.FileMetaForm.NONE);
            try (DicomParser parser = DicomParser.of(file); DicomWriter writer = DicomWriter.to(target, options)) {
                writer.copy(parser);
            }
        }
    };

    /** Nothing is converted: objects go as they are or not at all. */
    Conversion NONE = new Conversion() {
        @Override
        public List<String> targets(String transferSyntaxUid) {
            return List.of();
        }

        @Override
        public void convert(ByteSource file, String transferSyntaxUid, OutputStream target) throws IOException {
            file.close();
            throw new IllegalArgumentException("nothing is converted to " + transferSyntaxUid);
        }
    };

    /**
     * To which transfer syntaxes objects can be converted.
     *
     * @param transferSyntaxUid theirs
     * @return UIDs, the one that is liked best first; may hold their own
     */
    List<String> targets(String transferSyntaxUid);

    /**
     * Whether objects may go as they are; where not, they are converted even for a peer who would take them so.
     *
     * @param transferSyntaxUid theirs
     * @return true by default
     */
    default boolean isSentAsItIs(String transferSyntaxUid) {
        return true;
    }

    /**
     * Whether the encodings for objects of a SOP class are offered together in one presentation context, so that the
     * peer chooses among them.
     *
     * @return false by default: each is offered alone, and the one that is liked best among those accepted is used
     */
    default boolean isOfferedTogether() {
        return false;
    }

    /**
     * Converts an object.
     *
     * @param file              a DICOM file, with or without meta information; is closed
     * @param transferSyntaxUid one of the {@link #targets}
     * @param target            takes the data set, without meta information; may be closed
     * @throws IOException                 where the file cannot be read or the target not written
     * @throws org.bitewing.DicomException where the file is damaged
     */
    void convert(ByteSource file, String transferSyntaxUid, OutputStream target) throws IOException;
}
