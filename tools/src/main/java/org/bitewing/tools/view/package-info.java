/**
 * {@code bitewing view}: lists what is in zip files, folders and DICOMDIRs, and shows it as a web page on loopback. The
 * server reads, never writes, and answers nobody who does not know its address.
 */
package org.bitewing.tools.view;
