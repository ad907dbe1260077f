package org.bitewing.codec.image;

import java.util.Objects;
import java.util.Optional;

/**
 * A rendered frame: gray, or red, green and blue side by side. Zero is black. The values are those of the picture and
 * not a copy; whoever changes them changes the picture.
 */
public final class Picture {
    private final int width;
    private final int height;
    private final int channels;
    private final int bits;
    private final short[] values;
    private final byte[] iccProfile;

    private Picture(int width, int height, int channels, int bits, short[] values, byte[] iccProfile) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.bits = bits;
        this.values = values;
        this.iccProfile = iccProfile;
    }

    /**
     * A picture over an array.
     *
     * @param width    pixels of a line, 1 or more
     * @param height   lines, 1 or more
     * @param channels 1 for gray, 3 for red, green and blue
     * @param bits     of a value, 1 to 16
     * @param values   width times height times channels unsigned numbers, lines from the top; not copied
     * @return the picture
     */
    public static Picture of(int width, int height, int channels, int bits, short[] values) {
        if (width < 1 || height < 1 || channels != 1 && channels != 3 || bits < 1 || bits > 16
                || values.length != (long) width * height * channels) {
            throw new IllegalArgumentException(values.length + " values for " + width + " by " + height + " pixels of "
                    + channels + " channels of " + bits + " bits");
        }
        return new Picture(width, height, channels, bits, values, new byte[0]);
    }

    /**
     * This picture with an ICC profile, which tells what its colours mean.
     *
     * @param profile as in ICC Profile (0028,2000); empty for none
     * @return a picture over the same values
     */
    public Picture withIccProfile(byte[] profile) {
        return new Picture(width, height, channels, bits, values, profile.clone());
    }

    /**
     * Pixels of a line.
     *
     * @return 1 or more
     */
    public int width() {
        return width;
    }

    /**
     * Lines.
     *
     * @return 1 or more
     */
    public int height() {
        return height;
    }

    /**
     * Values of a pixel.
     *
     * @return 1 for gray, 3 for red, green and blue
     */
    public int channels() {
        return channels;
    }

    /**
     * Bits of a value.
     *
     * @return 1 to 16
     */
    public int bits() {
        return bits;
    }

    /**
     * The largest value, which is white or full colour.
     *
     * @return two to the {@link #bits()}, less one
     */
    public int maximum() {
        return (1 << bits) - 1;
    }

    /**
     * All values, lines from the top, pixels from the left.
     *
     * @return the array itself; the numbers are unsigned
     */
    public short[] values() {
        return values;
    }

    /**
     * A value.
     *
     * @param x       from the left, from 0
     * @param y       from the top, from 0
     * @param channel 0, or 0 to 2 for red, green and blue
     * @return 0 to {@link #maximum()}
     */
    public int value(int x, int y, int channel) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(channel, channels);
        return values[(y * width + x) * channels + channel] & 0xffff;
    }

    /**
     * What the colours mean.
     *
     * @return an ICC profile, if the image has one
     */
    public Optional<byte[]> iccProfile() {
        return iccProfile.length == 0 ? Optional.empty() : Optional.of(iccProfile.clone());
    }
}
