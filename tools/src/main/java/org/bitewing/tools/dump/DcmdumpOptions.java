package org.bitewing.tools.dump;

import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.files.OptionTexts;

/** The options of {@code dcmdump}: those of DCMTK's, and a few. */
final class DcmdumpOptions {
    private static final String DETAILS = """
            parameters:
              dcmfile-in                    DICOM input file, directory, zip file or one of its
                                            entries (archive.zip!/path), - for standard input

            input options:
              input file format:
                +f   --read-file            read file format or data set (default)
                +fo  --read-file-only       read file format only
                -f   --read-dataset         read data set without file meta information
            """ + OptionTexts.INPUT_SYNTAX + """
              input files:
                +sd  --scan-directories     scan directories for input files (dcmfile-in)
                +sp  --scan-pattern         [p]attern: string (only with --scan-directories)
                                            pattern for filename matching (wildcards)
                -r   --no-recurse           do not recurse within directories (default)
                +r   --recurse              recurse within specified directories
              long tag values:
                +M   --load-all             load very long tag values (default)
                -M   --load-short           do not load very long values (e.g. pixel data)
                +R   --max-read-length      [k]bytes: integer (4..4194302, default: 4)
                                            set threshold for long values to k kbytes
            """ + OptionTexts.PARSING + """
            processing options:
              specific character set:
                +U8  --convert-to-utf8      convert all element values that are affected
                                            by Specific Character Set (0008,0005) to UTF-8
            output options:
              printing:
                +L   --print-all            print long tag values completely
                -L   --print-short          print long tag values shortened (default)
                +T   --print-tree           print hierarchical structure as a simple tree
                -T   --print-indented       print hierarchical structure indented (default)
                +F   --print-filename       print header with filename for each input file
                +Fs  --print-file-search    print header with filename only for those input
                                            files that contain one of the searched tags
              mapping:
                +Un  --map-uid-names        map well-known UID numbers to names (default)
                -Un  --no-uid-names         do not map well-known UID numbers to names
              quoting:
                +Qn  --quote-nonascii       quote non-ASCII and control chars as XML markup
                +Qo  --quote-as-octal       quote non-ASCII and control ch. as octal numbers
                -Qn  --print-nonascii       print non-ASCII and control chars (default)
              private elements:
                +Pn  --private-names        name private elements that are publicly known
                -Pn  --no-private-names     print no names for private elements (default)
                     --csa                  print the CSA headers of Siemens behind the dump:
                                            their tags with VR and values, and the protocol
              color:
                +C   --print-color          use ANSI escape codes for colored output
                -C   --no-color             do not use any ANSI escape codes (default,
                                            except on a terminal)
              error handling:
                -E   --stop-on-error        do not print if file is damaged (default)
                +E   --ignore-errors        attempt to print even if file is damaged
              searching:
                +P   --search               [t]ag: "gggg,eeee" or dictionary name
                                            print the textual dump of tag t
                                            this option can be specified multiple times
                                            (default: the complete file is printed)
                +s   --search-all           print all instances of searched tags (default)
                -s   --search-first         only print first instance of searched tags
                +p   --prepend              prepend sequence hierarchy to printed tag,
                                            denoted by: (gggg,eeee).(gggg,eeee).*
                                            (only when used with --search)
                -p   --no-prepend           do not prepend hierarchy to tag (default)
              writing:
                +W   --write-pixel          [d]irectory: string
                                            write pixel data to a .raw file stored in d
                                            (little endian, filename created automatically)

            exit codes:
              0    everything was dumped
              n    so many files could not be dumped, 255 at most; 1 also for a command line
                   that makes no sense, an unknown tag, or no file at all

            examples:
              dcmdump image.dcm                         the whole file
              dcmdump +P PatientName +P 0020,000d *.dcm  two elements of many files
              dcmdump +sd +r -q study                   all files of a folder
              dcmdump study.zip!/IMG0001                an entry of a zip file
              dcmdump --csa +P 0008,0070 image.dcm      what a scanner of Siemens knew of an image
            """;

    private DcmdumpOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("dcmdump", "Dump DICOM file and data set", "[options] dcmfile-in...", 1, DETAILS);
    }
}
