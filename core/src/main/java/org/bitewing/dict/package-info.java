/**
 * The names of the standard: {@link org.bitewing.dict.Tag} and {@link org.bitewing.dict.UID} constants, value
 * representations ({@link org.bitewing.dict.VR}, PS3.5 6.2), the way to an element
 * ({@link org.bitewing.dict.TagPath}) and {@link org.bitewing.dict.Dictionary}, the tables of PS3.6 and PS3.7 with
 * the private elements that are publicly known.
 */
package org.bitewing.dict;
