/** {@code bitewing tour}: what DICOM is, shown by the toolkit itself. */
package org.bitewing.tools.tour;
