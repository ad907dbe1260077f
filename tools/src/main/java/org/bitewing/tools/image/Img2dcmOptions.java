package org.bitewing.tools.image;

import java.util.Map;
import org.bitewing.tools.cli.OptionTable;

/** The options of {@code img2dcm}: those of DCMTK's, and a few. */
final class Img2dcmOptions {
    private static final String DETAILS = """
            parameters:
              imgfile-in                     image input filename: JPEG, JPEG-LS, BMP, PNM, PNG, GIF
              dcmfile-out                    DICOM output filename

            input options:
              general:
                -i    --input-format         [i]nput file format: string constant
                                             (JPEG, BMP, PNM, PNG, GIF)
                                             format of the input (default: what the file
                                             begins with says it)
                -df   --dataset-from         [f]ilename: string
                                             use dataset from DICOM file f
                -dx   --dataset-from-xml     [f]ilename: string
                                             use dataset from XML file f
                -stf  --study-from           [f]ilename: string
                                             read patient/study from DICOM file f
                -sef  --series-from          [f]ilename: string
                                             read patient/study/series from DICOM file f
                -ii   --instance-inc         increase instance number read from DICOM file
              JPEG format:
                -dp   --disable-progr        disable support for progressive JPEG
                -de   --disable-ext          disable support for extended sequential JPEG
                -jf   --insist-on-jfif       insist on JFIF header
                -ka   --keep-appn            keep APPn sections (except JFIF)
                -rc   --remove-com           remove COM segment
              XML validation:
                +Vd   --validate-document    accepted: the structure is always checked
                +Vn   --check-namespace      check XML namespace in document root
            processing options:
              attribute checking:
                      --do-checks            enable attribute validity checking (default)
                      --no-checks            disable attribute validity checking
                +i2   --insert-type2         insert missing type 2 attributes (default)
                                             (only with --do-checks)
                -i2   --no-type2-insert      do not insert missing type 2 attributes
                                             (only with --do-checks)
                +i1   --invent-type1         invent missing type 1 attributes (default)
                                             (only with --do-checks)
                -i1   --no-type1-invent      do not invent missing type 1 attributes
                                             (only with --do-checks)
              other processing options:
                -k    --key                  [k]ey: gggg,eeee="str", path or dict. name="str"
                                             add further attribute
              more than one picture, in several files or in one (animated GIF, PNM):
                      --one-image            the frames of one image (default)
                      --series               a series, a file for each: dcmfile-out gets a
                                             number before its extension (out-0001.dcm)
                      --all-pictures         all of a file (default)
                      --first-picture        the first of each file
            options of DCMTK that are refused:
                -Ct   --transliterate        text keeps the character set it has
                -Cd   --discard-illegal      text keeps the character set it has
            output options:
              target SOP class:
                -sc   --sec-capture          write Secondary Capture SOP class (default)
                -nsc  --new-sc               write new Secondary Capture SOP classes
                -vlp  --vl-photo             write Visible Light Photographic SOP class
                -oph  --oph-photo            write Ophthalmic Photography SOP classes
              output file format:
                +F    --write-file           write file format (default)
                -F    --write-dataset        write data set without file meta information
              group length encoding:
                +g=   --group-length-recalc  recalculate group lengths if present (default)
                +g    --group-length-create  always write with group length elements
                -g    --group-length-remove  always write without group length elements
              length encoding in sequences and items:
                +e    --length-explicit      write with explicit lengths (default)
                -e    --length-undefined     write with undefined lengths
              data set trailing padding (not with --write-dataset):
                -p    --padding-off          no padding (implicit if --write-dataset)
                +p    --padding-create       [f]ile-pad [i]tem-pad: integer
                                             align file on multiple of f bytes
                                             and items on multiple of i bytes

            examples:
              img2dcm photo.jpg photo.dcm               the JPEG data goes into the file as it is
              img2dcm -k PatientID=0815 -k "PatientName=Doe^Jane" scan.png scan.dcm
                                                        with values of one's own
              img2dcm --series-from ct.dcm report.bmp report.dcm
                                                        into the series of ct.dcm
            """;

    private static final String KEPT = "text is copied with its character set, so that nothing is lost";
    static final Map<String, String> REFUSED = Map.of("--transliterate", KEPT, "--discard-illegal", KEPT);

    private Img2dcmOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("img2dcm", "Convert standard image formats into DICOM format",
                "[options] imgfile-in... dcmfile-out", 2, DETAILS);
    }
}
