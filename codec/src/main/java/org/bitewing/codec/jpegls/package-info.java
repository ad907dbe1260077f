/** JPEG-LS. */
package org.bitewing.codec.jpegls;
