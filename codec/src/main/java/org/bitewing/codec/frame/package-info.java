/**
 * What the codecs share on the way between native samples (PS3.5 8.1) and the samples of a compressed stream. Not
 * exported.
 */
package org.bitewing.codec.frame;
