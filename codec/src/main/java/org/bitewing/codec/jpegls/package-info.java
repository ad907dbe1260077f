/**
 * JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1, ITU-T T.87; PS3.5 8.2.3, A.4.3): one frame between arrays of
 * the caller. {@link org.bitewing.codec.jpegls.JpegLsDecoder} and {@link org.bitewing.codec.jpegls.JpegLsEncoder} speak
 * of a frame by its {@link org.bitewing.codec.jpegls.JpegLsHeader}.
 *
 * <p>How it is done: a sample is predicted from its neighbours, the error is coded by a Golomb code whose parameter
 * follows the statistics of the sample's context, and runs of equal samples are counted. The pieces have the names of
 * the standard: parameters and contexts (A.2), regular mode (A.3 to A.6), run mode (A.7), the order of lines and
 * components (A.8, annex B), marker segments (annex C).
 */
package org.bitewing.codec.jpegls;
