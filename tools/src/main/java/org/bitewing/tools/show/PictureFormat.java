package org.bitewing.tools.show;

import java.io.IOException;
import java.io.OutputStream;
import org.bitewing.codec.image.BmpWriter;
import org.bitewing.codec.image.JpegWriter;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.PngWriter;
import org.bitewing.codec.image.PnmWriter;
import org.bitewing.codec.image.TiffWriter;
import org.bitewing.codec.jpeg.Subsampling;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The formats of pictures. */
enum PictureFormat {
    /** Binary PGM and PPM. */
    PNM("--write-raw-pnm"),
    /** PGM and PPM in digits, 8 bits. */
    PNM_TEXT("--write-8-bit-pnm"),
    /** PGM and PPM in digits, 16 bits. */
    PNM_TEXT_16("--write-16-bit-pnm"),
    /** PGM and PPM in digits, any number of bits. */
    PNM_TEXT_BITS("--write-n-bit-pnm"),
    /** BMP, with a palette for gray pictures. */
    BMP("--write-bmp"),
    /** BMP of gray pictures, with a palette. */
    BMP_8("--write-8-bit-bmp"),
    /** BMP of 24 bits. */
    BMP_24("--write-24-bit-bmp"),
    /** BMP of 32 bits. */
    BMP_32("--write-32-bit-bmp"),
    /** TIFF of 8 bits. */
    TIFF("--write-tiff"),
    /** PNG of 8 bits. */
    PNG("--write-png"),
    /** PNG of 16 bits. */
    PNG_16("--write-16-bit-png"),
    /** Baseline JPEG. */
    JPEG("--write-jpeg");

    private final String option;

    PictureFormat(String option) {
        this.option = option;
    }

    /** The format that was asked for, else the one that goes with the output, {@code ""} being standard output. */
    static PictureFormat of(CommandLine line, String output, boolean byName) {
        String[] options = new String[values().length + 1];
        options[0] = "";
        for (PictureFormat format : values()) {
            options[format.ordinal() + 1] = format.option;
        }
        String chosen = line.choice(options);
        for (PictureFormat format : values()) {
            if (format.option.equals(chosen)) {
                return format;
            }
        }
        if (!byName) {
            return output.isEmpty() ? PNM_TEXT : PNM;
        }
        String name = output.toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
            return JPEG;
        }
        if (name.endsWith(".bmp")) {
            return BMP;
        }
        if (name.endsWith(".tif") || name.endsWith(".tiff")) {
            return TIFF;
        }
        return name.endsWith(".pgm") || name.endsWith(".ppm") || name.endsWith(".pnm") ? PNM : PNG;
    }

    /** Bits of a value of the pictures that are written. */
    int bits(CommandLine line) {
        return switch (this) {
            case PNM_TEXT_16, PNG_16 -> 16;
            case PNM_TEXT_BITS -> Integer.parseInt(line.value(option).orElseThrow());
            default -> 8;
        };
    }

    String extension(Picture picture) {
        return switch (this) {
            case PNM, PNM_TEXT, PNM_TEXT_16, PNM_TEXT_BITS -> picture.channels() == 1 ? "pgm" : "ppm";
            case BMP, BMP_8, BMP_24, BMP_32 -> "bmp";
            case TIFF -> "tif";
            case PNG, PNG_16 -> "png";
            case JPEG -> "jpg";
        };
    }

    void write(Picture picture, CommandLine line, OutputStream target) throws IOException {
        switch (this) {
            case PNM -> PnmWriter.writeBinary(picture, target);
            case PNM_TEXT, PNM_TEXT_16, PNM_TEXT_BITS -> PnmWriter.writeText(picture, target);
            case BMP -> BmpWriter.write(picture, picture.channels() == 1 ? 8 : 24, target);
            case BMP_8 -> {
                if (picture.channels() != 1) {
                    throw new UsageException("--write-8-bit-bmp not allowed with color images");
                }
                BmpWriter.write(picture, 8, target);
            }
            case BMP_24 -> BmpWriter.write(picture, 24, target);
            case BMP_32 -> BmpWriter.write(picture, 32, target);
            case TIFF -> TiffWriter.write(picture, compression(line), line.choice("--predictor-default",
                    "--predictor-none", "--predictor-horz").equals("--predictor-horz"),
                    line.value("--rows-per-strip").map(Integer::parseInt).orElse(0), target);
            case PNG, PNG_16 -> PngWriter.write(picture, line.isOn("--interlace", "--nointerlace"),
                    line.isOn("--meta-file", "--meta-none") ? "Converted DICOM Image" : "", target);
            case JPEG -> JpegWriter.write(picture, quality(line), subsampling(line), target);
        }
    }

    private static TiffWriter.Compression compression(CommandLine line) {
        return switch (line.choice("--compr-lzw", "--compr-rle", "--compr-none")) {
            case "--compr-rle" -> TiffWriter.Compression.PACK_BITS;
            case "--compr-none" -> TiffWriter.Compression.NONE;
            default -> TiffWriter.Compression.LZW;
        };
    }

    private static int quality(CommandLine line) {
        return Math.max(1, line.value("--compr-quality").map(Integer::parseInt).orElse(90));
    }

    private static Subsampling subsampling(CommandLine line) {
        return switch (line.choice("--sample-422", "--sample-444", "--sample-411")) {
            case "--sample-444" -> Subsampling.NONE;
            case "--sample-411" -> Subsampling.HALF_BOTH;
            default -> Subsampling.HALF_WIDTH;
        };
    }
}
