/**
 * {@code dcmdjpeg}, {@code dcmcjpeg}, {@code dcmdjpls}, {@code dcmcjpls}, {@code dcmdrle} and {@code dcmcrle}: the
 * commands that decode and compress the pixels of a file, all of them one {@link org.bitewing.codec.transcode.Transcoder}
 * with different settings.
 */
package org.bitewing.tools.pixels;
