/**
 * {@code dcmodify}: {@link org.bitewing.tools.modify.Change} is one option of it, applied to a data set by
 * {@link org.bitewing.tools.modify.Modification} as edits of the library.
 */
package org.bitewing.tools.modify;
