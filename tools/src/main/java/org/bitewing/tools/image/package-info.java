/** {@code img2dcm}. */
package org.bitewing.tools.image;
