package org.bitewing.tools.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.codec.transcode.UidRule;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.net.Conversion;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.tools.files.OlderRepresentations;

/**
 * Makes objects fit for a peer with the help of the codecs: decompresses them, and compresses without loss where
 * that is asked for. A frame at a time is decoded; what is compressed is held in memory.
 *
 * @param uncompressed    to be offered, the one that is liked best first
 * @param compressed      lossless ones to be offered as well, after the others
 * @param isOnlyOne       true where objects are sent in the first of the uncompressed ones and in nothing else
 * @param isTogether      true to offer all for an object in one presentation context
 * @param olderVrs        true where newer VRs are to become OB
 * @param deflateLevel    0 to 9
 */
record CodecConversion(List<String> uncompressed, List<String> compressed, boolean isOnlyOne, boolean isTogether,
                       boolean olderVrs, int deflateLevel) implements Conversion {
    private static final FrameCodecs CODECS = FrameCodecs.installed();

    @Override
    public List<String> targets(String transferSyntaxUid) {
        TransferSyntax from = TransferSyntax.of(transferSyntaxUid);
        List<String> targets = new ArrayList<>();
        if (olderVrs && !isOnlyOne) {
            targets.add(transferSyntaxUid);
        }
        if (isOnlyOne && transferSyntaxUid.equals(uncompressed.get(0)) && !olderVrs) {
            return List.of(transferSyntaxUid);
        }
        if (!from.encapsulated() || CODECS.find(transferSyntaxUid).isPresent()) {
            targets.addAll(isOnlyOne ? uncompressed.subList(0, 1) : uncompressed);
            if (!isOnlyOne) {
                compressed.stream().filter(CodecConversion::canBeMade).forEach(targets::add);
            }
        }
        return targets;
    }

    private static boolean canBeMade(String syntax) {
        return syntax.equals(UID.DeflatedExplicitVRLittleEndian)
                || encoder(syntax).filter(FrameEncoder::isLossless).isPresent();
    }

    private static Optional<FrameEncoder> encoder(String syntax) {
        return CODECS.find(syntax).flatMap((FrameCodec codec) -> codec.encoder(syntax));
    }

    @Override
    public boolean isSentAsItIs(String transferSyntaxUid) {
        return !olderVrs && (!isOnlyOne || transferSyntaxUid.equals(uncompressed.get(0)));
    }

    @Override
    public boolean isOfferedTogether() {
        return isTogether;
    }

    @Override
    public void convert(ByteSource file, String transferSyntaxUid, OutputStream target) throws IOException {
        TransferSyntax to = TransferSyntax.of(transferSyntaxUid);
        WriteOptions options = WriteOptions.defaults().with(to).with(WriteOptions.FileMetaForm.NONE)
                .withDeflateLevel(deflateLevel);
        try (DataSetReader reader = DataSetReader.of(file, ReadOptions.defaults());
             DicomWriter writer = DicomWriter.to(target, options)) {
            DataSet original = reader.read();
            String from = reader.transferSyntax().uid();
            DataSet converted = original.contains(Tag.PixelData) && !from.equals(transferSyntaxUid)
                    ? Transcoder.to(transferSyntaxUid, TranscodeOptions.defaults().with(UidRule.NEVER))
                            .apply(original, from) : original;
            writer.write(olderVrs ? OlderRepresentations.of(converted) : converted);
        }
    }
}
