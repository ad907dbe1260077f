/**
 * {@code dump2dcm}: {@link org.bitewing.tools.dump2dcm.DumpReader} makes a data set of what {@code dcmdump} prints,
 * changed by hand or not.
 */
package org.bitewing.tools.dump2dcm;
