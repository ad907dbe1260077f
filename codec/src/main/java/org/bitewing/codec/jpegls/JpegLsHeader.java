package org.bitewing.codec.jpegls;

/**
 * What a JPEG-LS stream says of its frame before the first sample (14495-1 C.2).
 *
 * @param width           samples in a line
 * @param height          lines
 * @param components      1 to 4
 * @param bitsPerSample   2 to 16
 * @param near            the largest error of a sample in the first scan, 0 for lossless
 * @param interleave      how the first scan mixes components
 * @param preset          the coding parameters of the first scan, defaults filled in
 * @param restartInterval lines between restart markers, or MCU where components are subsampled; 0 for none
 * @param transform       a colour transform outside of the standard, which decoding undoes
 */
public record JpegLsHeader(int width, int height, int components, int bitsPerSample, int near,
        InterleaveMode interleave, PresetParameters preset, int restartInterval, ColorTransform transform) {
}
