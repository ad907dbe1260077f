package org.bitewing.tools.show;

import java.util.Map;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.pixels.WindowOptions;

/** The options of the commands that show frames: those of DCMTK's. */
final class ShowOptions {
    private static final String DETAILS = """
            parameters:
              dcmfile-in  DICOM input filename to be converted, - for standard input
              bitmap-out  output filename to be written (default: stdout)

            input options:
              input file format:
                +f    --read-file           read file format or data set (default)
                +fo   --read-file-only      read file format only
                -f    --read-dataset        read data set without file meta information
              input transfer syntax:
                -t=   --read-xfer-auto      use TS recognition (default)
                -td   --read-xfer-detect    ignore TS specified in the file meta header
                -te   --read-xfer-little    read with explicit VR little endian TS
                -tb   --read-xfer-big       read with explicit VR big endian TS
                -ti   --read-xfer-implicit  read with implicit VR little endian TS
            image processing options:
              frame selection:
                +F    --frame               [n]umber: integer (1..2147483647)
                                            select specified frame (default: 1)
                +Fr   --frame-range         [n]umber [c]ount: integer (1..2147483647)
                                            select c frames beginning with frame n
                +Fa   --all-frames          select all frames
              rotation:
                +Rl   --rotate-left         rotate image left (-90 degrees)
                +Rr   --rotate-right        rotate image right (+90 degrees)
                +Rtd  --rotate-top-down     rotate image top-down (180 degrees)
              flipping:
                +Lh   --flip-horizontally   flip image horizontally
                +Lv   --flip-vertically     flip image vertically
                +Lhv  --flip-both-axes      flip image horizontally and vertically
              scaling:
                +a    --recognize-aspect    recognize pixel aspect ratio when scaling (def.)
                -a    --ignore-aspect       ignore pixel aspect ratio when scaling
                +i    --interpolate         [n]umber of algorithm: integer (1..4)
                                            use interpolation when scaling: the mean of the
                                            area (1 and 2, default), linear (3), cubic (4)
                -i    --no-interpolation    no interpolation when scaling
                -S    --no-scaling          no scaling, ignore pixel aspect ratio (default)
                +Sxf  --scale-x-factor      [f]actor: float
                                            scale x axis by factor, auto-compute y axis
                +Syf  --scale-y-factor      [f]actor: float
                                            scale y axis by factor, auto-compute x axis
                +Sxv  --scale-x-size        [n]umber: integer (1..65535)
                                            scale x axis to n pixels, auto-compute y axis
                +Syv  --scale-y-size        [n]umber: integer (1..65535)
                                            scale y axis to n pixels, auto-compute x axis
            """;
    private static final String PROCESSING = """
              modality LUT transformation:
                -M    --no-modality         ignore stored modality LUT transformation
                +M    --use-modality        use modality LUT transformation (default)
              VOI LUT transformation:
            """ + WindowOptions.HELP + """
                +Wfl  --linear-function     set VOI LUT function to LINEAR
                +Wfs  --sigmoid-function    set VOI LUT function to SIGMOID
              presentation LUT transformation:
                +Pid  --identity-shape      set presentation LUT shape to IDENTITY
                +Piv  --inverse-shape       set presentation LUT shape to INVERSE
              overlay:
                -O    --no-overlays         do not display overlays
                +O    --display-overlay     [n]umber: integer (0..16)
                                            display overlay n (0=all, default: +O 0)
                +Omr  --ovl-replace         use overlay mode "Replace"
                                            (default for Graphic overlays)
                +Omt  --ovl-threshold       use overlay mode "Threshold Replace"
                +Omc  --ovl-complement      use overlay mode "Complement"
                +Omv  --ovl-invert          use overlay mode "Invert Bitmap"
                +Omi  --ovl-roi             use overlay mode "Region of Interest"
                                            (default for ROI overlays)
                +Osf  --set-foreground      [d]ensity: float
                                            set overlay foreground density (0..1, def: 1)
                +Ost  --set-threshold       [d]ensity: float
                                            set overlay threshold density (0..1, def: 0.5)
              JPEG format:
                +Jq   --compr-quality       [q]uality: integer (0..100, default: 90)
                                            quality value for compression (in percent)
                +Js4  --sample-444          4:4:4 sampling (no subsampling)
                +Js2  --sample-422          4:2:2 subsampling (horizontal subsampling of
                                            chroma components, default)
                +Js1  --sample-411          4:1:1 subsampling (horizontal and vertical
                                            subsampling of chroma components)
              compatibility:
                +Ma   --accept-acr-nema     accept ACR-NEMA images without photometric
                                            interpretation (always on)
                +Mp   --accept-palettes     accept incorrect palette attribute tags
                                            (0028,111x) and (0028,121x) (always on)
                +Mc   --check-lut-depth     entries that need more bits than the LUT descriptor
                                            tells get them (always on)
              TIFF format:
                +Tl   --compr-lzw           LZW compression (default)
                +Tr   --compr-rle           RLE compression
                +Tn   --compr-none          uncompressed
                +Pd   --predictor-default   no LZW predictor (default)
                +Pn   --predictor-none      LZW predictor 1 (no prediction)
                +Ph   --predictor-horz      LZW predictor 2 (horizontal differencing)
                +Rs   --rows-per-strip      [r]ows: integer (0..65535)
                                            rows per strip, default 8K per strip
              PNG format:
                -il   --nointerlace         create non-interlaced file (default)
                +il   --interlace           create interlaced file
                -mf   --meta-none           no PNG file meta information (default)
                +mf   --meta-file           create PNG file meta information
              other transformations:
                +G    --grayscale           convert color image to grayscale (monochrome)
                +P    --change-polarity     change polarity (invert pixel output)
                +C    --clip-region         [l]eft [t]op [w]idth [h]eight: integer
                                            clip image region (l, t, w, h)
              options of DCMTK that are refused:
                +Pod  --lin-od-shape        optical densities are a printer's
                +Dm   --monitor-file        [f]ilename: string
                                            displays are calibrated by their own software
                +Dp   --printer-file        [f]ilename: string
                                            printers are calibrated by their own software
                +Da   --ambient-light       [a]mbient light: float
                                            only with a monitor or printer file
                +Di   --illumination        [i]llumination: float
                                            only with a printer file
                +Dn   --min-density         [m]inimum optical density: float
                                            only with a printer file
                +Dx   --max-density         [m]aximum optical density: float
                                            only with a printer file
                +Dg   --gsd-function        only with a monitor or printer file
                +Dc   --cielab-function     only with a monitor or printer file
                +Mm   --ignore-mlut-depth   the bits of the LUT descriptor count
                +Mv   --ignore-vlut-depth   the bits of the LUT descriptor count
            output options:
              general:
                -im   --image-info          print image details (requires verbose mode)
                -o    --no-output           do not create any output (useful with -im)
              filename generation (only with --frame-range or --all-frames):
                +Fc   --use-frame-counter   use 0-based counter for filenames (default)
                +Fn   --use-frame-number    use absolute frame number for filenames
              image format:
                +op   --write-raw-pnm       write 8-bit binary PGM/PPM (default for files)
                +opb  --write-8-bit-pnm     write 8-bit ASCII PGM/PPM (default for stdout)
                +opw  --write-16-bit-pnm    write 16-bit ASCII PGM/PPM
                +opn  --write-n-bit-pnm     [n]umber: integer (1..16)
                                            write n-bit ASCII PGM/PPM
                +ob   --write-bmp           write 8-bit (monochrome) or 24-bit (color) BMP
                +obp  --write-8-bit-bmp     write 8-bit palette BMP (monochrome only)
                +obt  --write-24-bit-bmp    write 24-bit truecolor BMP
                +obr  --write-32-bit-bmp    write 32-bit truecolor BMP
                +ot   --write-tiff          write 8-bit (monochrome) or 24-bit (color) TIFF
                +on   --write-png           write 8-bit (monochrome) or 24-bit (color) PNG
                +on2  --write-16-bit-png    write 16-bit (monochrome) or 48-bit (color) PNG
                +oj   --write-jpeg          write 8-bit lossy JPEG (baseline)
            """;

    private static final String CALIBRATION = "pictures are not calibrated for a display or printer";
    private static final String DESCRIPTOR = "the bits of the LUT descriptor count, unless entries need more";
    private static final Map<String, String> REFUSED = Map.ofEntries(Map.entry("--lin-od-shape", CALIBRATION),
            Map.entry("--monitor-file", CALIBRATION), Map.entry("--printer-file", CALIBRATION),
            Map.entry("--ambient-light", CALIBRATION), Map.entry("--illumination", CALIBRATION),
            Map.entry("--min-density", CALIBRATION), Map.entry("--max-density", CALIBRATION),
            Map.entry("--gsd-function", CALIBRATION), Map.entry("--cielab-function", CALIBRATION),
            Map.entry("--ignore-mlut-depth", DESCRIPTOR), Map.entry("--ignore-vlut-depth", DESCRIPTOR));

    private ShowOptions() {
    }

    static OptionTable table(String name, String colours) {
        return OptionTable.of(name, "Convert DICOM images to PGM/PPM, PNG, TIFF, JPEG or BMP",
                "[options] dcmfile-in [bitmap-out]", 1, DETAILS + colours + PROCESSING
                + "\nexamples:\n"
                + "  " + name + " +Wi 1 +on ct.dcm ct.png           the first window of the file, as PNG\n"
                + "  " + name + " +Fa +Wm +oj us.dcm us             all frames: us.0.jpg, us.1.jpg ...\n");
    }

    /** Refuses what is known and not done. */
    static void check(CommandLine line) {
        line.refuse(REFUSED);
    }
}
