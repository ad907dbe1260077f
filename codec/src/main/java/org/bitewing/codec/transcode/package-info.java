/**
 * Whole data sets from one transfer syntax to another: {@link org.bitewing.codec.transcode.Transcoder} decodes and
 * encodes their pixels, and changes what the data set says of them (PS3.3 C.7.6.1.1.5, C.7.6.3).
 */
package org.bitewing.codec.transcode;
