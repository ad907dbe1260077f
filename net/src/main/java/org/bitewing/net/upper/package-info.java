/**
 * The state machine of the DICOM upper layer (PS3.8 9.2) without any input or output:
 * {@link org.bitewing.net.upper.StateTable} is Table 9-10, {@link org.bitewing.net.upper.UpperLayer} steps through it.
 * Whoever owns a connection carries out the commands that a step gives.
 */
package org.bitewing.net.upper;
