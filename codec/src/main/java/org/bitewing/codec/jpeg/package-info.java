/**
 * JPEG (ISO/IEC 10918-1 | ITU-T T.81) as functions on arrays: every process that DICOM names (PS3.5 8.2.1 and A.4.1),
 * decoded and encoded, and the arithmetic coded processes decoded.
 *
 * <p>{@link org.bitewing.codec.jpeg.JpegDecoder} turns one compressed frame into samples,
 * {@link org.bitewing.codec.jpeg.JpegEncoder} turns samples into one compressed frame. Both keep their workspace for
 * the next frame and are not thread-safe: one instance for each thread. The words are those of the standard: frame,
 * scan, MCU, data unit, component, predictor, point transform, restart interval.
 *
 * <p>How a frame travels: the marker segments are read into tables and a frame (10918-1 B.2), each scan's entropy-coded
 * segments are decoded (F, G, H) into planes of component samples, and the planes are upsampled, converted in colour
 * and written to the caller's array.
 */
package org.bitewing.codec.jpeg;
