package org.bitewing.tools.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitewing.dict.UID;
import org.bitewing.tools.cli.CommandLine;

/** The options of {@code storescu} about transfer syntaxes, and what they ask for. */
final class Proposals {
    static final String TEXT = """
              proposed transmission transfer syntaxes: each object's own first, then those to
              which it can be converted without loss, each in a presentation context of its own;
              compressed objects are decompressed for a peer that takes nothing else
                -x=   --propose-uncompr    propose uncompressed TS, explicit VR little
                                           endian first (default)
                -xe   --propose-little     the same
                -xb   --propose-big        propose uncompressed TS, explicit VR big
                                           endian first
                -xi   --propose-implicit   propose implicit VR little endian TS only
                -xs   --propose-lossless   propose default JPEG lossless TS as well
                -xv   --propose-j2k-lossless
                                           propose JPEG 2000 lossless TS as well
                -xt   --propose-jls-lossless
                                           propose JPEG-LS lossless TS as well
                -xr   --propose-rle        propose RLE lossless TS as well
                -xd   --propose-deflated   propose deflated expl. VR little endian TS as well
              accepted and without effect, since objects are proposed in their own TS:
                -xy   --propose-jpeg8      JPEG lossy TS for 8 bit data
                -xx   --propose-jpeg12     JPEG lossy TS for 12 bit data
                -xw   --propose-j2k-lossy  JPEG 2000 lossy TS
                -xu   --propose-jls-lossy  JPEG-LS lossy TS
                -xm   --propose-mpeg2      MPEG2 Main Profile @ Main Level TS
                -xh   --propose-mpeg2-high MPEG2 Main Profile @ High Level TS
                -xn   --propose-mpeg4      MPEG4 AVC/H.264 HP / Level 4.1 TS
                -xl   --propose-mpeg4-bd   MPEG4 AVC/H.264 BD-compatible TS
                -x2   --propose-mpeg4-2-2d MPEG4 AVC/H.264 HP / Level 4.2 TS (2D)
                -x3   --propose-mpeg4-2-3d MPEG4 AVC/H.264 HP / Level 4.2 TS (3D)
                -xo   --propose-mpeg4-2-st MPEG4 AVC/H.264 Stereo / Level 4.2 TS
                -x4   --propose-hevc       HEVC/H.265 Main Profile / Level 5.1 TS
                -x5   --propose-hevc10     HEVC/H.265 Main 10 Profile / Level 5.1 TS
              how contexts are proposed:
                -R    --required           propose only required presentation contexts
                                           (accepted and without effect: always so)
                +C    --combine            combine the TS for objects in one presentation
                                           context (default: separate contexts)
              post-1993 value representations:
                +u    --enable-new-vr      enable support for new VRs (UN/UT) (default)
                -u    --disable-new-vr     disable support for new VRs, convert to OB
              deflate compression level:
                +cl   --compression-level  [l]evel: integer (0..9, default: 6)
                                           0=uncompressed, 1=fastest, 9=best compression
            """;
    private static final List<String> LITTLE_FIRST = List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);
    private static final List<String> BIG_FIRST = List.of(UID.ExplicitVRBigEndian, UID.ExplicitVRLittleEndian,
            UID.ImplicitVRLittleEndian);
    private static final int USUAL_LEVEL = 6;

    private Proposals() {
    }

    private static Map<String, String> lossless() {
        Map<String, String> lossless = new LinkedHashMap<>();
        lossless.put("--propose-uncompr", "");
        lossless.put("--propose-lossless", UID.JPEGLosslessSV1);
        lossless.put("--propose-j2k-lossless", UID.JPEG2000Lossless);
        lossless.put("--propose-jls-lossless", UID.JPEGLSLossless);
        lossless.put("--propose-rle", UID.RLELossless);
        lossless.put("--propose-deflated", UID.DeflatedExplicitVRLittleEndian);
        return lossless;
    }

    static CodecConversion of(CommandLine line) {
        Map<String, String> lossless = lossless();
        String compressed = lossless.get(line.choice(lossless.keySet().toArray(String[]::new)));
        String order = line.choice("--propose-uncompr", "--propose-little", "--propose-big", "--propose-implicit");
        boolean isImplicit = order.equals("--propose-implicit");
        List<String> uncompressed = isImplicit ? List.of(UID.ImplicitVRLittleEndian)
                : order.equals("--propose-big") ? BIG_FIRST : LITTLE_FIRST;
        return new CodecConversion(uncompressed, compressed.isEmpty() ? List.of() : List.of(compressed), isImplicit,
                line.has("--combine"), line.isOn("--disable-new-vr", "--enable-new-vr"),
                NetworkOptions.number(line, "--compression-level", USUAL_LEVEL));
    }
}
