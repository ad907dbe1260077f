package org.bitewing.io;

import java.util.Objects;
import org.bitewing.dict.Dictionary;

/**
 * How a data set is encoded (PS3.5 10 and Annex A): what the parser and the writer must know about a Transfer Syntax
 * UID. Every syntax that is not listed in Annex A.1 to A.3 and A.5 is explicit VR little endian with encapsulated
 * pixel data, as PS3.5 A.4 wants it, which is also assumed of private ones.
 *
 * @param uid          the Transfer Syntax UID
 * @param explicit     true where the VR is stored with each element (PS3.5 7.1.2)
 * @param bigEndian    true for the byte order of the retired PS3.5 A.3
 * @param deflated     true where the whole data set is deflated (PS3.5 A.5)
 * @param encapsulated true where Pixel Data is in fragments (PS3.5 A.4)
 */
public record TransferSyntax(String uid, boolean explicit, boolean bigEndian, boolean deflated,
                             boolean encapsulated) {

    /** Implicit VR Little Endian, the default (PS3.5 A.1). */
    public static final TransferSyntax IMPLICIT_LITTLE =
            new TransferSyntax("1.2.840.10008.1.2", false, false, false, false);
    /** Explicit VR Little Endian (PS3.5 A.2). */
    public static final TransferSyntax EXPLICIT_LITTLE =
            new TransferSyntax("1.2.840.10008.1.2.1", true, false, false, false);
    /** Explicit VR Big Endian (PS3.5 A.3, retired). */
    public static final TransferSyntax EXPLICIT_BIG =
            new TransferSyntax("1.2.840.10008.1.2.2", true, true, false, false);
    /** Deflated Explicit VR Little Endian (PS3.5 A.5). */
    public static final TransferSyntax DEFLATED =
            new TransferSyntax("1.2.840.10008.1.2.1.99", true, false, true, false);

    /** As the default, but with Pixel Data in big endian; private to GE. */
    static final String GE_BIG_ENDIAN_PIXELS = "1.2.840.113619.5.2";

    /**
     * Checks that there is a UID.
     *
     * @param uid          the Transfer Syntax UID
     * @param explicit     true for explicit VR
     * @param bigEndian    true for big endian
     * @param deflated     true for a deflated data set
     * @param encapsulated true for fragments
     */
    public TransferSyntax {
        Objects.requireNonNull(uid, "uid");
    }

    /** Whether pixel data is encapsulated by the standard; of a UID that it does not have, nobody knows. */
    boolean isKnownToEncapsulate() {
        return encapsulated && Dictionary.uid(uid).isPresent();
    }

    /**
     * The transfer syntax of a UID.
     *
     * @param uid a Transfer Syntax UID, known or not
     * @return what is known of it; see the class
     */
    public static TransferSyntax of(String uid) {
        return switch (uid) {
            case "1.2.840.10008.1.2" -> IMPLICIT_LITTLE;
            case "1.2.840.10008.1.2.1" -> EXPLICIT_LITTLE;
            case "1.2.840.10008.1.2.2" -> EXPLICIT_BIG;
            case "1.2.840.10008.1.2.1.99" -> DEFLATED;
            // JPIP Referenced Deflate and JPIP HTJ2K Referenced Deflate (PS3.5 A.7, A.12): no pixels, all deflated.
            case "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205" ->
                    new TransferSyntax(uid, true, false, true, false);
            // JPIP Referenced (PS3.5 A.6, A.11): a URL instead of pixels.
            case "1.2.840.10008.1.2.4.94", "1.2.840.10008.1.2.4.204" ->
                    new TransferSyntax(uid, true, false, false, false);
            case GE_BIG_ENDIAN_PIXELS -> new TransferSyntax(uid, false, false, false, false);
            default -> new TransferSyntax(uid, true, false, false, true);
        };
    }
}
