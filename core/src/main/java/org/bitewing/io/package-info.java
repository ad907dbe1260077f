/**
 * Bytes to data sets and back: {@link org.bitewing.io.ByteSource} to {@link org.bitewing.io.DicomParser} (PS3.5 7,
 * PS3.10 7) to {@link org.bitewing.io.DataSetReader}.
 */
package org.bitewing.io;
