/**
 * DICOM for Java: start with {@code Dicom}, which reads and writes files in one line. The types here are those that
 * every other package speaks: {@link org.bitewing.Limits} for what hostile data may cost,
 * {@link org.bitewing.DicomException}, {@link org.bitewing.Problem} and {@link org.bitewing.Location} for what is
 * wrong with it.
 */
package org.bitewing;
