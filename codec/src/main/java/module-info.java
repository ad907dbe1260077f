/** Codecs for the compressed transfer syntaxes, and rendering of frames. */
module org.bitewing.codec {
    requires transitive org.bitewing.core;
    // For the package awt alone; everything else works without.
    requires static transitive java.desktop;

    exports org.bitewing.codec.awt;
    exports org.bitewing.codec.image;
    exports org.bitewing.codec.jpeg;
    exports org.bitewing.codec.jpegls;
    exports org.bitewing.codec.rle;
    exports org.bitewing.codec.transcode;

    provides org.bitewing.pixel.FrameCodec with
            org.bitewing.codec.jpeg.JpegCodec,
            org.bitewing.codec.jpegls.JpegLsCodec,
            org.bitewing.codec.rle.RleCodec;
}
