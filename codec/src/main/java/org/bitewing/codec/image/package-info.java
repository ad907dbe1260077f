/**
 * From frames to pictures: the grayscale pipeline of PS3.3 C.11 and PS3.4 N.2 (modality, values of interest,
 * presentation), palettes and colour spaces (PS3.3 C.7.6.3.1), overlays (C.9.2), and writers of PNG, PNM and BMP.
 * {@link org.bitewing.codec.image.FrameRenderer} makes a {@link org.bitewing.codec.image.Picture} of a frame as
 * {@link org.bitewing.codec.image.RenderOptions} say. Nothing here loads AWT.
 */
package org.bitewing.codec.image;
