/**
 * What the commands share that read and write DICOM files: {@link org.bitewing.tools.files.ReadingOptions} and
 * {@link org.bitewing.tools.files.WritingOptions} are how, {@link org.bitewing.tools.files.OutputFile} is where to, and
 * {@link org.bitewing.tools.files.MetaInformation} what stands before the data set.
 */
package org.bitewing.tools.files;
