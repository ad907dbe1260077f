package org.bitewing.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.bitewing.Dicom;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.ImageLayout;

/**
 * What other libraries take for a frame. Those in C are small programs that decode in memory and print their time. Those
 * that only have commands convert a file of many frames; what they take to convert the same frames uncompressed, which
 * is their start, reading and writing, is taken off.
 */
final class CodecJudges {
    private static final int FRAMES = 60;
    private static final int TRIES = 3;

    private final Path folder;

    CodecJudges(Path folder) {
        this.folder = folder;
    }

    /** Nanoseconds of a frame that a program in the folder prints; empty where it is not there. */
    OptionalDouble library(String name, Path stream, int room, boolean withoutSimd) throws IOException {
        Path program = folder.resolve(name);
        if (!Files.isExecutable(program)) {
            return OptionalDouble.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(program.toString(), stream.toString(), Integer.toString(room));
        if (withoutSimd) {
            builder.environment().put("JSIMD_FORCENONE", "1");
        }
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return OptionalDouble.of(Double.parseDouble(printed));
    }

    OptionalDouble gdcm(Compression compression) throws IOException {
        return command(compression, "gdcmconv", "--raw");
    }

    OptionalDouble dcmtk(Compression compression) throws IOException {
        return switch (compression.transferSyntax()) {
            case UID.RLELossless -> command(compression, "dcmdrle");
            case UID.JPEGLSLossless, UID.JPEGLSNearLossless -> command(compression, "dcmdjpls");
            default -> command(compression, "dcmdjpeg");
        };
    }

    private OptionalDouble command(Compression compression, String... command) throws IOException {
        if (!isInstalled(command[0])) {
            return OptionalDouble.empty();
        }
        Path plain = folder.resolve("native.dcm");
        Path compressed = folder.resolve("compressed.dcm");
        DataSet set = image(compression);
        Dicom.write(set, plain);
        TranscodeOptions options = TranscodeOptions.defaults().with(FrameCodecs.of(compression.codec()));
        Dicom.write(Transcoder.to(compression.transferSyntax(), options).apply(set, UID.ExplicitVRLittleEndian),
                compressed);
        double with = seconds(command, compressed);
        double without = seconds(command, plain);
        return OptionalDouble.of((with - without) * 1e9 / FRAMES);
    }

    private static boolean isInstalled(String command) {
        for (String each : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(each, command))) {
                return true;
            }
        }
        return false;
    }

    /** Processor time of the best try. */
    private double seconds(String[] command, Path file) throws IOException {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" > /dev/null 2>&1",
                "bash"));
        words.addAll(List.of(command));
        words.add(file.toString());
        words.add(folder.resolve("out.dcm").toString());
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String[] times = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip()
                    .split(" ");
            best = Math.min(best, Double.parseDouble(times[0]) + Double.parseDouble(times[1]));
        }
        return best;
    }

    private static DataSet image(Compression compression) {
        ImageLayout layout = compression.phantom().layout();
        byte[] frame = compression.phantom().pixels();
        byte[] pixels = new byte[frame.length * FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            System.arraycopy(frame, 0, pixels, i * frame.length, frame.length);
        }
        DataSetBuilder builder = DataSet.builder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.StudyInstanceUID, "2.25.2")
                .set(Tag.SeriesInstanceUID, "2.25.3").set(Tag.NumberOfFrames, FRAMES)
                .set(Tag.Rows, layout.rows()).set(Tag.Columns, layout.columns())
                .set(Tag.SamplesPerPixel, layout.samplesPerPixel())
                .set(Tag.PhotometricInterpretation, layout.photometric().name())
                .set(Tag.BitsAllocated, layout.bitsAllocated()).set(Tag.BitsStored, layout.bitsStored())
                .set(Tag.HighBit, layout.highBit()).set(Tag.PixelRepresentation, 0).set(Tag.PixelData, pixels);
        return (layout.samplesPerPixel() == 1 ? builder : builder.set(Tag.PlanarConfiguration, 0)).build();
    }
}
