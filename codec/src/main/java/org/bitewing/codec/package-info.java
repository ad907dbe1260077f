/** Compression and rendering of frames (PS3.5 8.2 and Annex A.4, PS3.3 C.7.6.3), one package a compression. */
package org.bitewing.codec;
