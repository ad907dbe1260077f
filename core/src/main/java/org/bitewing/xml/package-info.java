/**
 * Data sets in XML: the Native DICOM Model (PS3.19 A.1) and the format of DCMTK's tools, both ways, streaming.
 * {@link org.bitewing.xml.XmlWriter} writes a data set, {@link org.bitewing.xml.XmlReader} reads one of either form.
 *
 * <p>XML is read by a small pull parser of this package, so that reading DICOM needs nothing but {@code java.base},
 * and so that there are no document types, no entities and nothing external that a hostile document could use: such
 * things are not switched off, they do not exist. Each error names line and column.
 */
package org.bitewing.xml;
