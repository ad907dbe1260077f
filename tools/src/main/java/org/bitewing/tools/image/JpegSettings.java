package org.bitewing.tools.image;

/**
 * Which JPEG streams are taken, and what of them.
 *
 * @param refuseProgressive    true where SOF2 is an error
 * @param refuseExtended       true where SOF1 is an error
 * @param insistOnJfif         true where a stream without JFIF header is an error
 * @param keepApplicationData  true where APPn segments stay, that of JFIF left out
 * @param removeComments       true where COM segments go
 */
record JpegSettings(boolean refuseProgressive, boolean refuseExtended, boolean insistOnJfif,
                    boolean keepApplicationData, boolean removeComments) {
}
