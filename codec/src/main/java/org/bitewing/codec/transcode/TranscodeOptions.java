package org.bitewing.codec.transcode;

import java.util.Objects;
import org.bitewing.Limits;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.OffsetTables;

/**
 * How a {@link Transcoder} works, as one immutable value.
 *
 * @param codecs      that decode and encode
 * @param limits      what a frame may cost
 * @param planes      the order of decoded colours
 * @param uids        when there is a new SOP Instance UID
 * @param tables      the offset table of encoded frames
 * @param fragment    the most bytes of a fragment, an even number; 4 GiB less two for one fragment each frame
 * @param description what Derivation Description (0008,2111) shall say of a lossy compression; empty for the name of
 *                    the transfer syntax
 * @param grays       how gray pixels become what a lossy compression takes
 * @param original    bytes of the image before its pixels were made into those that are compressed, to be compared with
 *                    in Lossy Image Compression Ratio (0028,2112); 0 where these are the image
 */
public record TranscodeOptions(FrameCodecs codecs, Limits limits, Planes planes, UidRule uids, OffsetTables tables,
                               long fragment, String description, GrayMapping grays, long original) {
    private static final long WHOLE_FRAME = 0xfffffffeL;

    /**
     * Checks that nothing is missing.
     *
     * @param codecs      that decode and encode
     * @param limits      what a frame may cost
     * @param planes      the order of decoded colours
     * @param uids        when there is a new UID
     * @param tables      the offset table
     * @param fragment    the most bytes of a fragment
     * @param description of the derivation
     * @param grays       for lossy compressions
     * @param original    bytes of the image
     */
    public TranscodeOptions {
        Objects.requireNonNull(codecs, "codecs");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(planes, "planes");
        Objects.requireNonNull(uids, "uids");
        Objects.requireNonNull(tables, "tables");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(grays, "grays");
        if (fragment < 2 || fragment > WHOLE_FRAME || (fragment & 1) != 0) {
            throw new IllegalArgumentException("a fragment has an even number of bytes up to 4 GiB less two");
        }
    }

    /**
     * The installed codecs, default limits, colours in the order that the data set has, a new UID after a lossy
     * compression, a basic offset table, a fragment for each frame.
     *
     * @return the defaults
     */
    public static TranscodeOptions defaults() {
        return new TranscodeOptions(FrameCodecs.installed(), Limits.defaults(), Planes.KEPT, UidRule.IF_LOSSY,
                OffsetTables.BASIC, WHOLE_FRAME, "", GrayMapping.usual(), 0);
    }

    /**
     * These options with other codecs.
     *
     * @param other that decode and encode
     * @return new options
     */
    public TranscodeOptions with(FrameCodecs other) {
        return new TranscodeOptions(other, limits, planes, uids, tables, fragment, description, grays, original);
    }

    /**
     * These options with other limits.
     *
     * @param other what a frame may cost
     * @return new options
     */
    public TranscodeOptions with(Limits other) {
        return new TranscodeOptions(codecs, other, planes, uids, tables, fragment, description, grays, original);
    }

    /**
     * These options with another order of decoded colours.
     *
     * @param other the order
     * @return new options
     */
    public TranscodeOptions with(Planes other) {
        return new TranscodeOptions(codecs, limits, other, uids, tables, fragment, description, grays, original);
    }

    /**
     * These options with another rule for UIDs.
     *
     * @param other the rule
     * @return new options
     */
    public TranscodeOptions with(UidRule other) {
        return new TranscodeOptions(codecs, limits, planes, other, tables, fragment, description, grays, original);
    }

    /**
     * These options with another offset table.
     *
     * @param other the table
     * @return new options
     */
    public TranscodeOptions with(OffsetTables other) {
        return new TranscodeOptions(codecs, limits, planes, uids, other, fragment, description, grays, original);
    }

    /**
     * These options with other fragments.
     *
     * @param bytes the most of a fragment, an even number up to 4 GiB less two
     * @return new options
     */
    public TranscodeOptions withFragment(long bytes) {
        return new TranscodeOptions(codecs, limits, planes, uids, tables, bytes, description, grays, original);
    }

    /**
     * These options with another description.
     *
     * @param text of a lossy compression
     * @return new options
     */
    public TranscodeOptions withDescription(String text) {
        return new TranscodeOptions(codecs, limits, planes, uids, tables, fragment, text, grays, original);
    }

    /**
     * These options with another mapping of gray pixels.
     *
     * @param other how they become what a lossy compression takes
     * @return new options
     */
    public TranscodeOptions with(GrayMapping other) {
        return new TranscodeOptions(codecs, limits, planes, uids, tables, fragment, description, other, original);
    }

    /**
     * These options for pixels that were made of other ones.
     *
     * @param bytes of the image before, uncompressed
     * @return new options
     */
    public TranscodeOptions withOriginal(long bytes) {
        return new TranscodeOptions(codecs, limits, planes, uids, tables, fragment, description, grays, bytes);
    }
}
