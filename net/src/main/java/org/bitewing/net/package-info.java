/** The DICOM upper layer (PS3.8), DIMSE (PS3.7) and the storage service (PS3.4 Annex B). */
package org.bitewing.net;
