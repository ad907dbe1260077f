/**
 * Zip files as they come from anywhere: read in place, entry by entry, nothing believed of what their directory says.
 * What cannot be read of one is the entry's trouble alone.
 */
package org.bitewing.tools.zip;
