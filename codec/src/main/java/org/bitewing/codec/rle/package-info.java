/**
 * RLE Lossless, the run-length compression of DICOM (PS3.5 Annex G): one frame between arrays of the caller.
 * {@link org.bitewing.codec.rle.RleDecoder} and {@link org.bitewing.codec.rle.RleEncoder} need to be told the shape of
 * the frame, an {@link org.bitewing.codec.rle.RleLayout}, for the compressed bytes do not hold it.
 *
 * <p>A frame is cut into byte planes: the most significant bytes of all samples of the first component are the first
 * segment, and so on (PS3.5 G.2). Each segment is a PackBits stream (PS3.5 G.3); a header of 64 bytes says where each
 * begins (PS3.5 G.5).
 */
package org.bitewing.codec.rle;
