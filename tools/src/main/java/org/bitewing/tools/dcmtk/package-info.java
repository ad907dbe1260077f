/**
 * What the tools share to read and print as DCMTK does: {@link org.bitewing.tools.dcmtk.DcmtkNames} is its spelling of
 * the names of the standard, {@link org.bitewing.tools.dcmtk.ValueText} its notation of values.
 */
package org.bitewing.tools.dcmtk;
