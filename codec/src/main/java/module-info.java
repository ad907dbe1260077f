/** Codecs for the compressed transfer syntaxes, and rendering of frames. */
module org.bitewing.codec {
    requires transitive org.bitewing.core;

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
