/** The DICOM upper layer, DIMSE and the storage service. */
module org.bitewing.net {
    requires transitive org.bitewing.core;
}
