package org.bitewing.tools.tour;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bitewing.Dicom;
import org.bitewing.net.StorageScp;
import org.bitewing.net.Store;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code bitewing tour}: each step is a sentence why, the command as a person types it, and what it prints. */
public final class Tour implements Command {

    /** Made by the table of commands. */
    public Tour() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("tour", "Show what DICOM is, step by step, with what the toolkit makes", "[options]", 0, """
                tour options:
                         --keep                 [d]irectory: string
                                                leave what the tour makes in d

                examples:
                  bitewing tour                             in a folder that is removed at the end
                  bitewing tour --keep lesson               what was made stays in lesson
                """);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        boolean keep = line.has("--keep");
        Path folder = keep ? Files.createDirectories(Path.of(line.value("--keep").orElseThrow()))
                : Files.createTempDirectory("bitewing-tour");
        try {
            Steps steps = new Steps(folder, console);
            read(steps, folder);
            write(steps, folder);
            picture(steps, folder);
            network(steps, folder);
            return steps.end(keep);
        } finally {
            if (!keep) {
                delete(folder);
            }
        }
    }

    private static void read(Steps steps, Path folder) throws IOException {
        steps.say("A DICOM file is a list of elements: a tag, a value representation (VR), a length and a value.\n"
                + "This one was made in memory, with " + SampleImage.elementCount() + " elements, and written as "
                + "sample.dcm.");
        Dicom.write(SampleImage.make(), folder.resolve("sample.dcm"));
        steps.run("dcmdump", "sample.dcm");
        steps.say("Group 0002 is the file meta information (PS3.10): it says how the rest is encoded. Behind it comes\n"
                + "the data set: who was examined (0010), what was done (0008, 0018, 0020), and the image (0028, 7fe0).\n"
                + "A sequence (SQ) holds items, and each item is a small data set of its own (PS3.5 7.5).");
        steps.say("Every element can be asked for by its keyword or its number, wherever it stands.");
        steps.run("dcmdump", "+P", "PatientName", "+P", "0008,0100", "+p", "sample.dcm");
        steps.say("The same file as a tree of names and values, for who does not care for numbers.");
        steps.run("dcmdump", "+T", "sample.dcm");
    }

    /** The first half of the workshop: a file grows out of an empty text. */
    private static void write(Steps steps, Path folder) throws IOException {
        steps.say("A dump can be turned back into a file. Even an empty one gives a valid file: the meta information is "
                + "made\nby the tool.");
        steps.file("one.dump", "");
        steps.run("dump2dcm", "one.dump", "one.dcm");
        steps.run("dcmdump", "one.dcm");
        steps.say("Take that dump, append lines, and turn it into a file again. A VR that does not exist (LN) is taken "
                + "from the\ndictionary, and UIDs can be written by name.");
        steps.runInto("step2.dump", "dcmdump", "one.dcm");
        steps.append("step2.dump", "(0008,0016) UI =SecondaryCaptureImageStorage");
        steps.append("step2.dump", "(0008,0018) UI [2.25.4]");
        steps.append("step2.dump", "(0010,0010) PN [Nobody^Ann]");
        steps.append("step2.dump", "(0010,0020) LN [0815]");
        steps.run("dump2dcm", "step2.dump", "two.dcm");
        steps.run("dcmdump", "two.dcm");
        steps.say("What is in a file can be changed in place; the old file is kept as two.dcm.bak.");
        steps.run("dcmodify", "-m", "PatientName=Nobody^Bob", "-i", "(0008,1110)[0].(0008,1155)=2.25.5", "two.dcm");
        steps.run("dcmdump", "+P", "PatientName", "+P", "ReferencedStudySequence", "two.dcm");
        steps.say("Programs that speak JSON get the same data set as JSON (PS3.18 Annex F).");
        steps.run("dcm2json", "two.dcm");
    }

    /** From a picture to a DICOM image. */
    private static void picture(Steps steps, Path folder) throws IOException {
        steps.say("A JPEG picture becomes a DICOM image without being decoded: its bytes are one fragment of "
                + "encapsulated\npixel data (PS3.5 A.4), and its markers tell the rows, the columns and the transfer syntax.");
        Files.write(folder.resolve("picture.jpg"), SampleImage.jpeg());
        steps.run("img2dcm", "picture.jpg", "image.dcm", "-k", "PatientName=Nobody^Ann", "-k", "PatientID=0815");
        steps.run("dcmdump", "image.dcm");
    }

    /** Sending and receiving, both in this process. */
    private static void network(Steps steps, Path folder) throws IOException {
        Path received = Files.createDirectories(folder.resolve("received"));
        try (StorageScp scp = StorageScp.listen(0, Store.toFolder(received))) {
            String port = Integer.toString(scp.address().getPort());
            steps.say("Two programs agree on what they will talk about before they send anything (PS3.8): that is an "
                    + "association.\nA receiver listens here, at a port of this machine; first we ask whether it is there.");
            steps.run("echoscu", "-v", "localhost", port);
            steps.say("Then the files go over, each in the transfer syntax it has; success means that the object is safe "
                    + "on the disk.");
            steps.run("storescu", "-v", "localhost", port, "sample.dcm", "image.dcm");
        }
        steps.files(received);
    }

    private static void delete(Path folder) throws IOException {
        File[] files = folder.toFile().listFiles();
        if (files != null) {
            Arrays.sort(files);
            for (File file : files) {
                if (file.isDirectory()) {
                    delete(file.toPath());
                } else {
                    Files.deleteIfExists(file.toPath());
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
