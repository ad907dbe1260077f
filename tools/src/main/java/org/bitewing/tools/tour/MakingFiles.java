package org.bitewing.tools.tour;

import java.io.IOException;
import java.nio.file.Files;
import org.bitewing.Dicom;

/** The first half of the workshop: what a file is, how it grows out of an empty text, and how a picture becomes one. */
final class MakingFiles {
    /** As many pictures as the series has; each a slice of a ball. */
    static final int PICTURES = 5;

    private MakingFiles() {
    }

    static void show(Steps steps, Place place) throws IOException {
        read(steps, place);
        write(steps);
        pictures(steps, place);
        change(steps);
        convert(steps);
    }

    private static void read(Steps steps, Place place) throws IOException {
        steps.say("A DICOM file is a list of elements: a tag, a value representation (VR), a length and a value.\n"
                + "This one was made in memory, with " + SampleImage.elementCount() + " elements, and written as "
                + "sample.dcm.");
        Dicom.write(SampleImage.make(), place.path("sample.dcm"));
        steps.run("dcmdump sample.dcm", "(0010,0010) PN [Nobody^Ann=山田^太郎]");
        steps.say("Group 0002 is the file meta information (PS3.10): it says how the rest is encoded. Behind it comes\n"
                + "the data set: who was examined (0010), what was done (0008, 0018, 0020), and the image (0028, 7fe0).\n"
                + "A sequence (SQ) holds items, and each item is a small data set of its own (PS3.5 7.5).");
        steps.say("Every element can be asked for by its keyword or its number, wherever it stands.");
        steps.run("dcmdump +P PatientName +P 0008,0100 +p sample.dcm", "(0008,2218).(0008,0100) SH [T-D1100]");
    }

    /** A file grows out of an empty text. */
    private static void write(Steps steps) throws IOException {
        steps.say("A dump can be turned back into a file. Even an empty one gives a valid file: the meta information is "
                + "made\nby the tool.");
        steps.file("one.dump");
        steps.run("dump2dcm one.dump one.dcm", "");
        steps.run("dcmdump one.dcm", "(0002,0010) UI =LittleEndianExplicit");
        steps.say("Take that dump, append lines, and turn it into a file again. A VR that does not exist (LN) is taken "
                + "from the\ndictionary, and UIDs can be written by name. The warnings say that the meta information still "
                + "names the empty\nobject.");
        steps.run("dcmdump one.dcm > two.dump", "");
        steps.append("two.dump", "(0008,0016) UI =SecondaryCaptureImageStorage");
        steps.append("two.dump", "(0008,0018) UI [2.25.4]");
        steps.append("two.dump", "(0008,0020) DA [20260102]");
        steps.append("two.dump", "(0008,0030) TM [030405]");
        steps.append("two.dump", "(0010,0010) PN [Nobody^Ann]");
        steps.append("two.dump", "(0010,0020) LN [0815]");
        steps.append("two.dump", "(0020,000d) UI [2.25.1]");
        steps.append("two.dump", "(0020,000e) UI [2.25.2]");
        steps.append("two.dump", "(0020,0010) SH [1]");
        steps.append("two.dump", "(0020,0011) IS [1]");
        steps.run("dump2dcm two.dump two.dcm", "");
        steps.run("dcmdump two.dcm", "(0010,0020) LO [0815]");
        steps.say("Programs that speak JSON get the same data set as JSON (PS3.18 Annex F).");
        steps.run("dcm2json -fc two.dcm", "{\"Alphabetic\":\"Nobody^Ann\"}");
    }

    /** From pictures to DICOM images, and back. */
    private static void pictures(Steps steps, Place place) throws IOException {
        for (int i = 1; i <= PICTURES; i++) {
            Files.write(place.path("ball-" + i + ".jpg"), SampleImage.jpeg(i, PICTURES));
        }
        steps.say("JPEG pictures become DICOM images without being decoded: the bytes of each are a fragment of "
                + "encapsulated\npixel data (PS3.5 A.4), and its markers tell the rows, the columns and the transfer "
                + "syntax. Patient, study\nand series are those of the file that was made before.");
        steps.folder("study");
        steps.run("img2dcm --series --series-from two.dcm -k Modality=OT -k StudyDescription=Pictures "
                + "ball-*.jpg study/ball.dcm", "");
        steps.list("study", PICTURES, ".dcm");
        steps.run("dcmdump study/ball-0003.dcm", "(0002,0010) UI =JPEGBaseline");
        steps.say("And an image becomes a picture, with the window that it asks for.");
        steps.run("dcm2pnm +on study/ball-0003.dcm picture.png", "");
    }

    private static void change(Steps steps) throws IOException {
        steps.say("What is in files can be changed in place, and elements can be put in, also into items of sequences; "
                + "without\n-nb the old file is kept as .bak.");
        steps.run("dcmodify -nb -m 'StudyDescription=DICOM is complete' "
                + "-i '(0008,1110)[0].(0008,1155)=2.25.5' study/*.dcm", "");
        steps.run("dcmdump +P StudyDescription +P ReferencedStudySequence study/ball-0001.dcm",
                "LO [DICOM is complete]");
    }

    private static void convert(Steps steps) throws IOException {
        steps.say("The transfer syntax says how a data set is written. Here one is decoded, and then written without its "
                + "VRs\n(implicit VR, the default of PS3.5 10.1), which readers take from the dictionary.");
        steps.run("dcmdjpeg study/ball-0003.dcm pixels.dcm", "");
        steps.run("dcmconv +ti pixels.dcm implicit.dcm", "");
        steps.run("dcmdump +P TransferSyntaxUID +P PatientName implicit.dcm", "=LittleEndianImplicit");
    }
}
