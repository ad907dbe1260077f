/** The commands {@code dcmdump} and its family. */
module org.bitewing.tools {
    // The station as a library.
    exports org.bitewing.tools.station.folder;
    exports org.bitewing.tools.station.journal;
    exports org.bitewing.tools.station.rules;
    exports org.bitewing.tools.station.series;

    // Types of these are in what is exported.
    requires transitive org.bitewing.core;
    requires org.bitewing.net;
    requires org.bitewing.codec;
    // Only view needs it.
    requires jdk.httpserver;
    // Only img2dcm needs it, to read PNG, BMP and GIF.
    requires java.desktop;
}
