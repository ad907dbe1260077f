package org.bitewing.tools.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.Commands;
import org.bitewing.tools.Main;
import org.bitewing.tools.cli.Console;

/** What the class-data archive is made from: a run of everything that a short-lived command may load. */
final class Training {
    private Training() {
    }

    /**
     * Runs the tour, dumps a data set of every kind of value in both encodings, converts one there and back, and asks
     * each command for its help.
     *
     * @param arguments none
     * @throws IOException where a temporary file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        run("tour", "--no-browser");
        Path file = Files.createTempFile("bitewing-training", ".dcm");
        try {
            for (TransferSyntax syntax : List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_LITTLE)) {
                Files.write(file, DicomWriter.toBytes(everyKind(), WriteOptions.defaults().with(syntax)));
                run("dcmdump", file.toString());
                run("dcmdump", "+P", "PatientName", file.toString());
                run("dcmdump", "+T", file.toString());
            }
            convert(file);
        } finally {
            Files.delete(file);
        }
        run("dcmdump", "--version");
        for (String command : Commands.NAMES) {
            run(command, "--help");
        }
    }

    private static void convert(Path file) throws IOException {
        Path other = Files.createTempFile("bitewing-training", ".dcm");
        try {
            run("dcmconv", file.toString(), other.toString());
            run("dcmodify", "-nb", "-m", "PatientName=Other", other.toString());
            run("dcm2json", file.toString(), other.toString());
            run("json2dcm", other.toString(), file.toString());
            run("dcm2xml", "-nat", file.toString(), other.toString());
            run("xml2dcm", other.toString(), file.toString());
        } finally {
            Files.delete(other);
        }
    }

    private static void run(String... words) {
        Main.run(Arrays.asList(words), new Console(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream()), false, false));
    }

    private static DataSet everyKind() {
        return DataSet.builder()
                .set(Tag.SpecificCharacterSet, "ISO_IR 100")
                .set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1")
                .set(Tag.PatientName, "Müller")
                .set(Tag.ReferencedSeriesSequence, DataSet.builder().set(Tag.SeriesInstanceUID, "2.25.2"))
                .set(0x00090010, VR.LO, "CREATOR")
                .set(Tag.FrameIncrementPointer, Tag.FrameTime)
                .set(Tag.SmallestImagePixelValue, VR.SS, -1)
                .set(Tag.ReferencePixelX0, -1)
                .set(Tag.ReferencePixelPhysicalValueX, 0.1)
                .set(Tag.RecommendedDisplayFrameRateInFloat, 0.1)
                .set(Tag.PixelData, new byte[256])
                .build();
    }
}
