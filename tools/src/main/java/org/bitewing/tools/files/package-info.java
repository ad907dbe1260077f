/**
 * What the commands that write DICOM files share: {@link org.bitewing.tools.files.WritingOptions} is how,
 * {@link org.bitewing.tools.files.OutputFile} where to, {@link org.bitewing.tools.files.MetaInformation} with what before
 * the data set.
 */
package org.bitewing.tools.files;
