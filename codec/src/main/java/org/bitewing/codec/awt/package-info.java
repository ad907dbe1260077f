/**
 * Pictures for AWT and Java ImageIO: {@link org.bitewing.codec.awt.BufferedImages}, and a reader that lets
 * {@link javax.imageio.ImageIO} read DICOM files. The only package that needs the module {@code java.desktop}, so that
 * whoever leaves it alone never loads AWT.
 */
package org.bitewing.codec.awt;
