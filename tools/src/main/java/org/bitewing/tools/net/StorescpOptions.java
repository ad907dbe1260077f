package org.bitewing.tools.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitewing.dict.UID;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.OptionTable;

/** The options of {@code storescp}. */
final class StorescpOptions {
    /** The transfer syntaxes that an option puts before the uncompressed ones. */
    private static final Map<String, List<String>> PREFERRED = preferred();
    private static final String DETAILS = """
            parameters:
              port                         tcp/ip port number to listen on, 0 for any

            """ + NetworkOptions.SAID + """
            multi-process options:
                      --single-process     accepted and without effect: associations are
                      --fork               served at the same time, by threads
            network options:
            """ + NegotiationProfile.TEXT + """
              preferred network transfer syntaxes (default: all, as the peer likes best):
                +x=   --prefer-uncompr     accept uncompressed TS only, explicit VR first
                +xe   --prefer-little      the same, explicit VR little endian first
                +xb   --prefer-big         the same, explicit VR big endian first
                +xs   --prefer-lossless    prefer default JPEG lossless TS
                +xy   --prefer-jpeg8       prefer default JPEG lossy TS for 8 bit data
                +xx   --prefer-jpeg12      prefer default JPEG lossy TS for 12 bit data
                +xv   --prefer-j2k-lossless
                                           prefer JPEG 2000 lossless TS
                +xw   --prefer-j2k-lossy   prefer JPEG 2000 lossy TS
                +xt   --prefer-jls-lossless
                                           prefer JPEG-LS lossless TS
                +xu   --prefer-jls-lossy   prefer JPEG-LS lossy TS
                +xm   --prefer-mpeg2       prefer MPEG2 Main Profile @ Main Level TS
                +xh   --prefer-mpeg2-high  prefer MPEG2 Main Profile @ High Level TS
                +xn   --prefer-mpeg4       prefer MPEG4 AVC/H.264 HP / Level 4.1 TS
                +xl   --prefer-mpeg4-bd    prefer MPEG4 AVC/H.264 BD-compatible TS
                +x2   --prefer-mpeg4-2-2d  prefer MPEG4 AVC/H.264 HP / Level 4.2 TS (2D)
                +x3   --prefer-mpeg4-2-3d  prefer MPEG4 AVC/H.264 HP / Level 4.2 TS (3D)
                +xo   --prefer-mpeg4-2-st  prefer MPEG4 AVC/H.264 Stereo HP / Level 4.2 TS
                +x4   --prefer-hevc        prefer HEVC/H.265 Main Profile / Level 5.1 TS
                +x5   --prefer-hevc10      prefer HEVC/H.265 Main 10 Profile / Level 5.1 TS
                +xr   --prefer-rle         prefer RLE lossless TS
                +xd   --prefer-deflated    prefer deflated expl. VR little endian TS
                +xi   --implicit           accept implicit VR little endian TS only
                +xa   --accept-all         accept all transfer syntaxes (default)
              access control:
                -ac   --access-full        accept connections from any host (default)
                      --accept-called      [a]etitle: string (may be repeated)
                                           reject peers that call another AE title
                      --accept-calling     [a]etitle: string (may be repeated)
                                           reject peers of another AE title
                      --max-associations   [n]umber: integer (1..100000, default: 500)
                                           reject more associations at a time for now
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

    private static Map<String, List<String>> preferred() {
        Map<String, List<String>> preferred = new LinkedHashMap<>();
        preferred.put("--accept-all", List.of());
        preferred.put("--prefer-uncompr", List.of(UID.ExplicitVRLittleEndian));
        preferred.put("--prefer-little", List.of(UID.ExplicitVRLittleEndian));
        preferred.put("--prefer-big", List.of(UID.ExplicitVRBigEndian));
        preferred.put("--prefer-lossless", List.of(UID.JPEGLosslessSV1));
        preferred.put("--prefer-jpeg8", List.of(UID.JPEGBaseline8Bit));
        preferred.put("--prefer-jpeg12", List.of(UID.JPEGExtended12Bit));
        preferred.put("--prefer-j2k-lossless", List.of(UID.JPEG2000Lossless));
        preferred.put("--prefer-j2k-lossy", List.of(UID.JPEG2000));
        preferred.put("--prefer-jls-lossless", List.of(UID.JPEGLSLossless));
        preferred.put("--prefer-jls-lossy", List.of(UID.JPEGLSNearLossless));
        preferred.put("--prefer-rle", List.of(UID.RLELossless));
        preferred.put("--prefer-deflated", List.of(UID.DeflatedExplicitVRLittleEndian));
        preferred.put("--prefer-mpeg2", List.of(UID.MPEG2MPML));
        preferred.put("--prefer-mpeg2-high", List.of(UID.MPEG2MPHL));
        preferred.put("--prefer-mpeg4", List.of(UID.MPEG4HP41));
        preferred.put("--prefer-mpeg4-bd", List.of(UID.MPEG4HP41BD));
        preferred.put("--prefer-mpeg4-2-2d", List.of(UID.MPEG4HP422D));
        preferred.put("--prefer-mpeg4-2-3d", List.of(UID.MPEG4HP423D));
        preferred.put("--prefer-mpeg4-2-st", List.of(UID.MPEG4HP42STEREO));
        preferred.put("--prefer-hevc", List.of(UID.HEVCMP51));
        preferred.put("--prefer-hevc10", List.of(UID.HEVCM10P51));
        preferred.put("--implicit", List.of(UID.ImplicitVRLittleEndian));
        return preferred;
    }

    /** The transfer syntaxes that are taken, the best first; empty for all. */
    static List<String> transferSyntaxes(CommandLine line) {
        String choice = line.choice(PREFERRED.keySet().toArray(String[]::new));
        List<String> first = PREFERRED.get(choice);
        if (first.isEmpty() || choice.equals("--implicit")) {
            return first;
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        first.forEach(syntax -> ordered.put(syntax, syntax));
        List.of(UID.ExplicitVRLittleEndian, UID.ExplicitVRBigEndian, UID.ImplicitVRLittleEndian)
                .forEach(syntax -> ordered.put(syntax, syntax));
        return List.copyOf(ordered.keySet());
    }

    static OptionTable table() {
        return OptionTable.of("storescp", "DICOM storage (C-STORE) SCP", "[options] port", 1, DETAILS);
    }
}
