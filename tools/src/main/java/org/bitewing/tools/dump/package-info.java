/** A data set as text, byte for byte as DCMTK's {@code dcmdump} prints it. */
package org.bitewing.tools.dump;
