package org.bitewing.tools.net;

import org.bitewing.tools.cli.OptionTable;

/** The options of {@code storescu}. */
final class StorescuOptions {
    private static final String DETAILS = """
            parameters:
              peer                         hostname of DICOM peer
              port                         tcp/ip port number of peer
              dcmfile-in                   DICOM file, directory, zip file or one of its
                                           entries (archive.zip!/path) to be transmitted

            """ + NetworkOptions.SAID + """
            input options:
              input file format:
                +f    --read-file          read file format or data set (default)
                +fo   --read-file-only     read file format only
                -f    --read-dataset       read data set without file meta information
                                           (accepted and without effect: both are detected)
              input files:
                +sd   --scan-directories   scan directories for input files (dcmfile-in)
                +sp   --scan-pattern       [p]attern: string (only with --scan-directories)
                                           pattern for filename matching (wildcards)
                -r    --no-recurse         do not recurse within directories (default)
                +r    --recurse            recurse within specified directories
                -rn   --no-rename          do not rename processed files (default)
                +rn   --rename             append .done/.bad to processed files
            network options:
              application entity titles:
                -aet  --aetitle            [a]etitle: string
                                           set my calling AE title (default: STORESCU)
                -aec  --call               [a]etitle: string
                                           set called AE title of peer (default: ANY-SCP)
            """ + NegotiationProfile.TEXT + Proposals.TEXT + IdentityOptions.TEXT + """
              sending:
                      --parallel           [n]umber: integer (1..256, default: 1)
                                           use up to n associations at a time
                      --retries            [n]umber: integer (0..1000, default: 0)
                                           try again, n times at most, after 1 s, 2 s, 4 s
                                           and so on, what an association or the peer's
                                           resources prevented
                      --report             [f]ilename: string
                                           append what became of each object to file f,
                                           one JSON object a line
                      --resume             leave out the objects that the file of --report
                                           has as stored: send what an earlier run did not
                -nh   --no-halt            do not halt if unsuccessful store encountered
                                           (default: do halt)
              other network options:
            """ + NetworkOptions.CONNECT_TIMEOUT + NetworkOptions.TIMEOUTS + NetworkOptions.SENT_PDU + """
                      --repeat             [n]umber: integer (1..1000000000)
                                           repeat n times
                      --abort              abort association instead of releasing it
                -up   --uid-padding        silently correct space-padded UIDs
                                           (accepted and without effect: always so)
            """ + InventedObjects.TEXT + TlsOptions.STACK + TlsOptions.ANONYMOUS + TlsOptions.TRUST
            + RefusedOptions.TLS + """

            exit codes:
              0        everything was stored
              1        something was not stored, and none of the following is why
              10       the peer aborted the association
              high byte of a status
                       the peer refused objects, the last of them with that status (such as
                       167 for A700, out of resources, and 192 for C000, cannot understand)

            examples:
              storescu localhost 11112 image.dcm        one object
              storescu +sd +r -nh -aec ARCHIVE localhost 11112 study
                                                        all of a folder, whatever the peer says of single objects
              storescu --parallel 4 localhost 11112 study.zip
                                                        all of a zip file, over four associations
            """;

    private StorescuOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("storescu", "DICOM storage (C-STORE) SCU", "[options] peer port dcmfile-in...", 3,
                DETAILS);
    }
}
