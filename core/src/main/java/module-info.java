/** Bytes, data sets, dictionary, character sets and the layout of pixels. Needs {@code java.base} alone. */
module org.bitewing.core {
    exports org.bitewing;
    exports org.bitewing.csa;
    exports org.bitewing.data;
    exports org.bitewing.dict;
    exports org.bitewing.io;
    exports org.bitewing.json;
    exports org.bitewing.pixel;
    exports org.bitewing.text;
    exports org.bitewing.xml;

    uses org.bitewing.pixel.FrameCodec;
}
