package org.bitewing.tools.tour;

import java.io.IOException;

/** The second half of the workshop: a receiver that sorts and calls a hook, a sender, and what is made of what came. */
final class SendingFiles {
    private SendingFiles() {
    }

    static void show(Steps steps) throws IOException {
        send(steps);
        classify(steps);
        station(steps);
        pack(steps);
    }

    /** Sending and receiving, both in this process. */
    private static void send(Steps steps) throws IOException {
        steps.say("A receiver listens at a port of this machine (0: any that is free). It sorts by study, and runs a "
                + "command\nfor each object that is safe on the disk, in place of #p its folder and of #f its name: here "
                + "one that makes\na picture.");
        steps.folder("received");
        steps.folder("pictures");
        Running receiver = steps.start("storescp -v --aetitle STATION --sort-on-study-uid scp --output-directory "
                + "received/ --exec-on-reception 'dcm2pnm +on #p/#f pictures/#f.png' 0", "listening on port ");
        String port = receiver.await("listening on port ");
        steps.say("Two programs agree on what they will talk about before they send anything (PS3.8): that is an "
                + "association.\nFirst we ask whether somebody is there (C-ECHO, PS3.4 Annex A).");
        steps.run("echoscu -v -aec STATION localhost " + port, "Received Echo Response");
        steps.say("Then the files go over, each in the transfer syntax it has (C-STORE, PS3.4 Annex B); success means "
                + "that\nthe object is safe on the disk.");
        steps.run("storescu -v -aet me -aec STATION +sd localhost " + port + " study/", "Success");
        steps.say("The receiver is told to stop: it finishes what it does, and says what it did.");
        steps.stop(receiver, MakingFiles.PICTURES + " objects");
        steps.say("What arrived is sorted, and has its pictures.");
        steps.list("received", MakingFiles.PICTURES, "");
        steps.list("pictures", MakingFiles.PICTURES, ".png");
    }

    private static void classify(Steps steps) throws IOException {
        steps.say("Rules tell what a series is: this one may show who the patient is, as it was made from pictures.");
        steps.run("bitewing station classify received/", "(" + MakingFiles.PICTURES + " objects): CHECKBURNEDINFO");
    }

    /** All of it in one command, and what is done when a study is complete. */
    private static void station(Steps steps) throws IOException {
        steps.say("The station does all of that in one: it receives, sorts by study and series, sums each series up, "
                + "gives it its\ntypes, and runs a command when a study is complete, that is when nothing more came for a "
                + "while: here a second,\nand the command writes the study as one page.");
        Running station = steps.start("bitewing station -v --root data/ --quiet-time 1 "
                + "--on-study 'bitewing view --follow-links --export pages/study.html #p' 0", "listening on port ");
        String port = station.await("listening on port ");
        steps.folder("pages");
        steps.run("storescu -aet me -aec STATION +sd localhost " + port + " study/", "");
        steps.await("pages/study.html");
        steps.stop(station, "1 actions");
        steps.list("data/raw/2.25.1/2.25.2", MakingFiles.PICTURES, "");
        steps.cat("data/raw/2.25.1/2.25.2.json", "\"NumFiles\": \"" + MakingFiles.PICTURES + "\"");
    }

    private static void pack(Steps steps) throws IOException {
        steps.say("Studies travel as zip files, and are read without being unpacked.");
        steps.zip("study.zip", "received");
        steps.run("dcmdump +P InstanceNumber study.zip", "(0020,0013) IS [" + MakingFiles.PICTURES + "]");
    }
}
