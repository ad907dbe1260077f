/**
 * Bytes to data sets and back: {@link org.bitewing.io.ByteSource} to {@link org.bitewing.io.DicomParser} (PS3.5 7,
 * PS3.10 7) to {@link org.bitewing.io.DataSetReader}; {@link org.bitewing.io.DicomWriter} takes a tree, or a parser's
 * events, and {@link org.bitewing.io.AtomicFile} is where files should go.
 */
package org.bitewing.io;
