package org.bitewing.tools.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.net.StorageScp;
import org.bitewing.net.Store;
import org.bitewing.tools.Commands;
import org.bitewing.tools.Main;
import org.bitewing.tools.cli.Console;

/**
 * What the class-data archive is made from: a run of everything that a short-lived command may load, and no more. The JVM
 * moves the archive to another address at each start, and each class in it takes its time for that.
 */
final class Training {
    /** Bytes of a value that stays in its file. */
    private static final int LARGE = 1 << 17;

    private Training() {
    }

    /**
     * Dumps a data set of every kind of value in both encodings, converts one there and back, makes one and sends it, and
     * asks each command for its help.
     *
     * @param arguments none
     * @throws IOException where a temporary file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Files.createTempFile("bitewing-training", ".dcm");
        try {
            dump(encapsulated(), TransferSyntax.of(UID.JPEGBaseline8Bit), file);
            dump(everyKind(), TransferSyntax.IMPLICIT_LITTLE, file);
            dump(everyKind(), TransferSyntax.EXPLICIT_LITTLE, file);
            convert(file);
            makeAndSend(file);
        } finally {
            Files.delete(file);
        }
        run("dcmdump", "--version");
        for (String command : Commands.NAMES) {
            run(command, "--help");
        }
    }

    private static void dump(DataSet set, TransferSyntax syntax, Path file) throws IOException {
        Files.write(file, DicomWriter.toBytes(set, WriteOptions.defaults().with(syntax)));
        run("dcmdump", file.toString());
        run("dcmdump", "+P", "PatientName", file.toString());
        run("dcmdump", "+T", file.toString());
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

    private static void makeAndSend(Path file) throws IOException {
        Path text = Files.createTempFile("bitewing-training", ".dump");
        try (StorageScp scp = StorageScp.listen(0, Store.discarding())) {
            Files.writeString(text, "(0008,0016) UI =RawDataStorage\n(0008,0018) UI [2.25.1]\n(0010,0020) LO [1]\n");
            run("dump2dcm", text.toString(), file.toString());
            String port = Integer.toString(scp.address().getPort());
            run("echoscu", "localhost", port);
            run("storescu", "localhost", port, file.toString());
        } finally {
            Files.delete(text);
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
                .set(Tag.PixelData, new byte[LARGE])
                .build();
    }

    private static DataSet encapsulated() {
        return everyKind().toBuilder().set(new Fragments(Tag.PixelData, VR.OB.code(),
                List.of(BulkData.of(new byte[0]), BulkData.of(new byte[64])))).build();
    }
}
