/** The commands {@code dcmdump} and its family. */
module org.bitewing.tools {
    requires org.bitewing.core;
    requires org.bitewing.net;
    requires org.bitewing.codec;
    // Only view needs it.
    requires jdk.httpserver;
    // Only img2dcm needs it, to read PNG, BMP and GIF.
    requires java.desktop;
}
