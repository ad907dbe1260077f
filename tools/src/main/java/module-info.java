/** The commands {@code dcmdump} and its family. */
module org.bitewing.tools {
    requires org.bitewing.core;
    requires org.bitewing.net;
    requires org.bitewing.codec;
}
