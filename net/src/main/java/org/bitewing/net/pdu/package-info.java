/**
 * The seven protocol data units of the DICOM upper layer (PS3.8 9.3) and their items, those of the user information
 * (PS3.7 Annex D.3) included: immutable records, {@link org.bitewing.net.pdu.PduReader} from a stream of bytes to
 * records, {@link org.bitewing.net.pdu.PduWriter} back to bytes. Nothing here knows sockets or the order in which PDUs
 * may come.
 */
package org.bitewing.net.pdu;
