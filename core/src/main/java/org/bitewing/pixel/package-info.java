/**
 * How pixels are laid out in a data set (PS3.5 8, PS3.5 A.4, PS3.3 C.7.6.3): {@link org.bitewing.pixel.ImageLayout} has
 * the numbers, {@link org.bitewing.pixel.Frames} gives frames by index, native or compressed, and
 * {@link org.bitewing.pixel.PixelFragments} puts compressed frames into encapsulated pixel data and takes them out,
 * without decoding one. {@link org.bitewing.pixel.FrameCodec} is what a compression provides.
 */
package org.bitewing.pixel;
