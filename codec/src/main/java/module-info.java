/** Codecs for the compressed transfer syntaxes, and rendering of frames. */
module org.bitewing.codec {
    requires transitive org.bitewing.core;

    exports org.bitewing.codec.jpeg;
    exports org.bitewing.codec.jpegls;
    exports org.bitewing.codec.rle;
}
