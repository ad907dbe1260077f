package org.bitewing.pixel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The codecs that there are. Immutable and safe for threads. */
public final class FrameCodecs {
    private final List<FrameCodec> codecs;

    private FrameCodecs(List<FrameCodec> codecs) {
        this.codecs = List.copyOf(codecs);
    }

    /**
     * The codecs on the module path and the class path. They are looked for at each call, so keep the answer.
     *
     * @return all that {@link ServiceLoader} finds
     */
    public static FrameCodecs installed() {
        List<FrameCodec> found = new ArrayList<>();
        for (FrameCodec codec : ServiceLoader.load(FrameCodec.class, FrameCodec.class.getClassLoader())) {
            found.add(codec);
        }
        return new FrameCodecs(found);
    }

    /**
     * Codecs that were chosen by hand.
     *
     * @param codecs the first that knows a transfer syntax decodes it
     * @return the codecs
     */
    public static FrameCodecs of(FrameCodec... codecs) {
        return new FrameCodecs(List.of(codecs));
    }

    /**
     * The codec of a transfer syntax.
     *
     * @param transferSyntax a Transfer Syntax UID
     * @return the first codec that knows it
     */
    public Optional<FrameCodec> find(String transferSyntax) {
        for (FrameCodec codec : codecs) {
            if (codec.transferSyntaxes().contains(transferSyntax)) {
                return Optional.of(codec);
            }
        }
        return Optional.empty();
    }
}
