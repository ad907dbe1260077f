package org.bitewing.tools.net;

import org.bitewing.tools.cli.OptionTable;

/** The options of {@code storescp}. */
final class StorescpOptions {
    private static final String DETAILS = """
            parameters:
              port                         tcp/ip port number to listen on, 0 for any

            """ + NetworkOptions.SAID + """
            multi-process options:
                      --single-process     accepted and without effect: associations are
                      --fork               served at the same time, by threads
            network options:
            """ + NegotiationProfile.TEXT + ScpOptions.ACCEPTING + """
              other network options:
            """ + NetworkOptions.TIMEOUTS + """
                -aet  --aetitle            [a]etitle: string
                                           set my AE title (default: STORESCP)
                -dhl  --disable-host-lookup
                                           disable hostname lookup (for #r)
                      --refuse             refuse association
                      --reject             reject association if no implement. class UID
                      --ignore             ignore store data, receive but do not store
            """ + Misbehaviour.TEXT + """
                -pm   --promiscuous        promiscuous mode, accept unknown SOP classes
                                           (not with --config-file)
                -up   --uid-padding        silently correct space-padded UIDs
                                           (accepted and without effect: always so)
            """ + TlsOptions.STACK + TlsOptions.TRUST + """
                -vc   --verify-peer-cert   verify peer certificate if present
            """ + RefusedOptions.TLS + RefusedOptions.SCP + """
            output options:
              general:
                -od   --output-directory   [d]irectory: string (default: ".")
                                           write received objects to existing directory d
                      --no-sync            leave it to the system when objects go to the
                                           disk (default: before the peer hears of success)
              output file format:
                +F    --write-file         write file format (default)
                -F    --write-dataset      write data set without file meta information
            """ + StorageForm.TEXT + """
              another object of the same name:
                      --keep-both          write the new one beside it, as name.2 (default)
                      --replace            overwrite it
                      --keep-first         refuse the new one with status 0111H
              sorting into subdirectories:
                -ss   --sort-conc-studies  [p]refix: string
                                           sort studies using prefix p and a timestamp
                -su   --sort-on-study-uid  [p]refix: string
                                           sort studies using prefix p and the Study
                                           Instance UID
                -sp   --sort-on-patientname
                                           sort studies using the Patient's Name and
                                           a timestamp
              filename generation:
                -uf   --default-filenames  generate filename from instance UID (default)
                +uf   --unique-filenames   generate unique filenames
                -tn   --timenames          generate filename from creation time
                -fe   --filename-extension [e]xtension: string
                                           append e to all filenames
            event options:
              -xcr    --exec-on-reception  [c]ommand: string
                                           execute command c after an object was stored
              -xcs    --exec-on-eostudy    [c]ommand: string
                                           execute command c after the end of a study, once
                                           for each study; only with sorting
              -rns    --rename-on-eostudy  rename the objects of a study at its end to
                                           CT000001, CT000002 and so on; only with sorting
              -tos    --eostudy-timeout    [t]imeout: integer (1..1000000, default: 10)
                                           a study is at its end when no object of it was
                                           stored for t seconds, or storescp stops
              -xs     --exec-sync          execute commands of -xcr before the peer hears
                                           of success, not in the background
                      --exec-parallel      [n]umber: integer (1..64, default: 1)
                                           run up to n commands at a time in the
                                           background, in any order (default: in order)

            A command is split into words as a shell does it, quotes and backslashes heeded, and
            run without a shell. In its words #p is the directory of the object or study, #f the
            file name (-xcr only), #a the calling and #c the called AE title, #r the peer's host.
            The same is in the environment: DICOM_EVENT (object or study), DICOM_DIRECTORY,
            DICOM_FILE, DICOM_CALLING_AE_TITLE, DICOM_CALLED_AE_TITLE, DICOM_PEER,
            DICOM_SOP_CLASS_UID, DICOM_SOP_INSTANCE_UID, DICOM_TRANSFER_SYNTAX_UID and, where
            objects are sorted, DICOM_STUDY_INSTANCE_UID.

            Studies that had not ended when storescp was killed end after the next start.
            On SIGTERM storescp takes no new objects, gives those that are under way 10 seconds,
            ends all studies and runs the commands that wait, for a minute at most.

            examples:
              storescp -v -od received 11112            everything from everyone, into one folder
              storescp -od received -su study -xcs "notify #p" 11112
                                                        a folder for each study, and a command for each that is complete
            """;

    private StorescpOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("storescp", "DICOM storage (C-STORE) SCP", "[options] port", 1, DETAILS);
    }
}
