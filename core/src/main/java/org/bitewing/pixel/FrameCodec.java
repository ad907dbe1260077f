package org.bitewing.pixel;

import java.util.Optional;
import java.util.Set;
import org.bitewing.Limits;

/**
 * A compression of frames, found by {@link java.util.ServiceLoader} on the module path ({@code provides}) and on the
 * class path ({@code META-INF/services}): whoever provides one adds its transfer syntaxes to {@link FrameCodecs}, and
 * with them to {@link Frames}. Immutable and safe for threads; its decoders and encoders are for one thread each.
 */
public interface FrameCodec {
    /**
     * What this codec can decode.
     *
     * @return Transfer Syntax UIDs
     */
    Set<String> transferSyntaxes();

    /**
     * A decoder with an empty workspace.
     *
     * @param transferSyntax one of {@link #transferSyntaxes()}
     * @param limits         what a frame may cost
     * @return a new decoder
     */
    FrameDecoder decoder(String transferSyntax, Limits limits);

    /**
     * An encoder that loses nothing where the transfer syntax can, and has usual settings otherwise.
     *
     * @param transferSyntax one of {@link #transferSyntaxes()}
     * @return a new encoder; empty where this codec has none
     */
    Optional<FrameEncoder> encoder(String transferSyntax);
}
