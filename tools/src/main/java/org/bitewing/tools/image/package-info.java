/**
 * {@code img2dcm}: {@link org.bitewing.tools.image.ImageFiles} reads pictures, JPEG as the stream it is and others as
 * pixels, and {@link org.bitewing.tools.image.ImageObject} makes a data set of them.
 */
package org.bitewing.tools.image;
