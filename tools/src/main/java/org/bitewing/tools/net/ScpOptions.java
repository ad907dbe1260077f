package org.bitewing.tools.net;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitewing.dict.UID;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.UsageException;

/** The options that commands have which are a storage SCP; see {@link ListeningScp} for what they mean. */
public final class ScpOptions {
    /** The transfer syntaxes that an option puts before the uncompressed ones. */
    private static final Map<String, List<String>> PREFERRED = preferred();
    /** Which transfer syntaxes are taken, and from whom. */
    static final String ACCEPTING = """
              preferred network transfer syntaxes (default: all, as the peer likes best):
                +x=   --prefer-uncompr     accept uncompressed TS only, explicit VR first
                +xe   --prefer-little      the same, explicit VR little endian first
                +xb   --prefer-big         the same, explicit VR big endian first
                +xs   --prefer-lossless    prefer default JPEG lossless TS
                +xy   --prefer-jpeg8       prefer default JPEG lossy TS for 8 bit data
                +xx   --prefer-jpeg12      prefer default JPEG lossy TS for 12 bit data
                +xv   --prefer-j2k-lossless
                                           prefer JPEG 2000 lossless TS
                +xw   --prefer-j2k-lossy   prefer JPEG 2000 lossy TS
                +xt   --prefer-jls-lossless
                                           prefer JPEG-LS lossless TS
                +xu   --prefer-jls-lossy   prefer JPEG-LS lossy TS
                +xm   --prefer-mpeg2       prefer MPEG2 Main Profile @ Main Level TS
                +xh   --prefer-mpeg2-high  prefer MPEG2 Main Profile @ High Level TS
                +xn   --prefer-mpeg4       prefer MPEG4 AVC/H.264 HP / Level 4.1 TS
                +xl   --prefer-mpeg4-bd    prefer MPEG4 AVC/H.264 BD-compatible TS
                +x2   --prefer-mpeg4-2-2d  prefer MPEG4 AVC/H.264 HP / Level 4.2 TS (2D)
                +x3   --prefer-mpeg4-2-3d  prefer MPEG4 AVC/H.264 HP / Level 4.2 TS (3D)
                +xo   --prefer-mpeg4-2-st  prefer MPEG4 AVC/H.264 Stereo HP / Level 4.2 TS
                +x4   --prefer-hevc        prefer HEVC/H.265 Main Profile / Level 5.1 TS
                +x5   --prefer-hevc10      prefer HEVC/H.265 Main 10 Profile / Level 5.1 TS
                +xr   --prefer-rle         prefer RLE lossless TS
                +xd   --prefer-deflated    prefer deflated expl. VR little endian TS
                +xi   --implicit           accept implicit VR little endian TS only
                +xa   --accept-all         accept all transfer syntaxes (default)
              access control:
                -ac   --access-full        accept connections from any host (default)
                      --accept-called      [a]etitle: string (may be repeated)
                                           reject peers that call another AE title
                      --accept-calling     [a]etitle: string (may be repeated)
                                           reject peers of another AE title
                      --max-associations   [n]umber: integer (1..100000, default: 500)
                                           reject more associations at a time for now
            """;
    /** All of them, for a command that has further ones. */
    public static final String TEXT = NetworkOptions.SAID + """
            network options:
            """ + NegotiationProfile.TEXT + ACCEPTING + """
              other network options:
            """ + NetworkOptions.TIMEOUTS + """
                -aet  --aetitle            [a]etitle: string
                                           set my AE title (default: STATION)
                -pm   --promiscuous        promiscuous mode, accept unknown SOP classes
                                           (not with --config-file)
            """ + TlsOptions.STACK + TlsOptions.TRUST + """
                -vc   --verify-peer-cert   verify peer certificate if present
            """;

    private ScpOptions() {
    }

    /**
     * A port that was typed.
     *
     * @param typed a parameter
     * @return 1 to 65535, or 0 for any that is free
     * @throws UsageException where it is none
     */
    public static int port(String typed) {
        return NetworkOptions.port(typed, 0);
    }

    /**
     * Shows the cipher suites where that is asked for, instead of anything else.
     *
     * @param line    the options
     * @param console where to show them
     * @return false where it is not asked for
     * @throws IOException where they cannot be written
     */
    public static boolean showsSuites(CommandLine line, Console console) throws IOException {
        return TlsOptions.showsSuites(line, console);
    }

    /**
     * Refuses options that do not go together.
     *
     * @param line the options
     * @throws UsageException where there are such
     */
    public static void check(CommandLine line) {
        if (line.has("--config-file") && line.has("--promiscuous")) {
            throw new UsageException("--promiscuous not allowed with --config-file");
        }
    }

    private static Map<String, List<String>> preferred() {
        Map<String, List<String>> preferred = new LinkedHashMap<>();
        preferred.put("--accept-all", List.of());
        preferred.put("--prefer-uncompr", List.of(UID.ExplicitVRLittleEndian));
        preferred.put("--prefer-little", List.of(UID.ExplicitVRLittleEndian));
        preferred.put("--prefer-big", List.of(UID.ExplicitVRBigEndian));
        preferred.put("--prefer-lossless", List.of(UID.JPEGLosslessSV1));
        preferred.put("--prefer-jpeg8", List.of(UID.JPEGBaseline8Bit));
        preferred.put("--prefer-jpeg12", List.of(UID.JPEGExtended12Bit));
        preferred.put("--prefer-j2k-lossless", List.of(UID.JPEG2000Lossless));
        preferred.put("--prefer-j2k-lossy", List.of(UID.JPEG2000));
        preferred.put("--prefer-jls-lossless", List.of(UID.JPEGLSLossless));
        preferred.put("--prefer-jls-lossy", List.of(UID.JPEGLSNearLossless));
        preferred.put("--prefer-rle", List.of(UID.RLELossless));
        preferred.put("--prefer-deflated", List.of(UID.DeflatedExplicitVRLittleEndian));
        preferred.put("--prefer-mpeg2", List.of(UID.MPEG2MPML));
        preferred.put("--prefer-mpeg2-high", List.of(UID.MPEG2MPHL));
        preferred.put("--prefer-mpeg4", List.of(UID.MPEG4HP41));
        preferred.put("--prefer-mpeg4-bd", List.of(UID.MPEG4HP41BD));
        preferred.put("--prefer-mpeg4-2-2d", List.of(UID.MPEG4HP422D));
        preferred.put("--prefer-mpeg4-2-3d", List.of(UID.MPEG4HP423D));
        preferred.put("--prefer-mpeg4-2-st", List.of(UID.MPEG4HP42STEREO));
        preferred.put("--prefer-hevc", List.of(UID.HEVCMP51));
        preferred.put("--prefer-hevc10", List.of(UID.HEVCM10P51));
        preferred.put("--implicit", List.of(UID.ImplicitVRLittleEndian));
        return preferred;
    }

    /** The transfer syntaxes that are taken, the best first; empty for all. */
    static List<String> transferSyntaxes(CommandLine line) {
        String choice = line.choice(PREFERRED.keySet().toArray(String[]::new));
        List<String> first = PREFERRED.get(choice);
        if (first.isEmpty() || choice.equals("--implicit")) {
            return first;
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        first.forEach(syntax -> ordered.put(syntax, syntax));
        List.of(UID.ExplicitVRLittleEndian, UID.ExplicitVRBigEndian, UID.ImplicitVRLittleEndian)
                .forEach(syntax -> ordered.put(syntax, syntax));
        return List.copyOf(ordered.keySet());
    }
}
