/**
 * {@code dcmconv}: other transfer syntaxes without a change of pixels, other forms of lengths, and text in another
 * character set ({@link org.bitewing.tools.convert.CharacterSetConversion}).
 */
package org.bitewing.tools.convert;
