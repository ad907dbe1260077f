package org.bitewing.tools.view;

import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** The options of {@code bitewing view}. */
final class ViewOptions {
    private ViewOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("view", "Show zip files, folders and DICOMDIRs in the browser", "[options] path...", 1, """
                parameters:
                  path                          zip file (read without unpacking it), folder with all that is in it,
                                                DICOMDIR, or DICOM file

                input options:
                         --follow-links         follow links in folders, wherever they lead
                                                (otherwise nothing outside of the folder is read)

                server options:
                         --port                 [n]umber: integer (0..65535, default: 0, one that is free)
                                                the port on this machine (127.0.0.1)
                         --no-browser           print the address and open no browser
                         --idle                 [s]econds: integer (1..2147483647)
                                                end when nobody asked for anything for so long

                export options:
                         --export               [f]ilename: string
                                                write one page that needs no server, and end
                         --no-thumbnails        leave pictures out of that page
                         --max-images           [n]umber: integer (default: 1000)
                                                how many images have their elements in that page

                examples:
                  bitewing view study.zip                     look at it in the browser; Ctrl-C ends
                  bitewing view /media/cdrom/DICOMDIR         a disc, from its directory
                  bitewing view --no-browser --port 8042 in/  print an address to open by hand
                  bitewing view --export study.html study.zip  one page for a USB stick

                The address that is printed holds a secret: who knows it, on this machine, may look until the command
                ends. Nothing is written, nothing is sent anywhere, and no other machine can connect.
                """);
    }

    /** The value of an option as a number. */
    static int number(CommandLine line, String option, int otherwise, int least, int most) {
        String value = line.value(option).orElse(Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most || line.value(option).isEmpty()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("invalid value for option " + option + ": " + value);
    }
}
