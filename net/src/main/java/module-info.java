/** The DICOM upper layer, DIMSE and the storage service. */
module org.bitewing.net {
    requires transitive org.bitewing.core;
    requires jdk.net;

    exports org.bitewing.net;
    exports org.bitewing.net.dimse;
    exports org.bitewing.net.pdu;
}
