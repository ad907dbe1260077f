package org.bitewing.tools.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;

/** Files with pictures, told apart by how they begin. */
final class ImageFiles {
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private final JpegSettings jpeg;
    /** What is insisted on, in upper case; empty for any. */
    private final String format;
    private final Console console;

    ImageFiles(String format, JpegSettings jpeg, Console console) {
        this.format = format.toUpperCase(Locale.ROOT);
        this.jpeg = jpeg;
        this.console = console;
        if (!List.of("", "JPEG", "BMP", "PNM", "PNG", "GIF").contains(this.format)) {
            throw new ImageException("No plugin for selected input format available");
        }
    }

    /** The pictures of a file: one, and several where it is PNM or GIF and holds them. */
    List<Picture> read(String name) {
        byte[] file = bytes(name);
        String found = format.isEmpty() ? formatOf(file) : format;
        return switch (found) {
            case "PNM" -> NetpbmReader.read(file);
            case "BMP" -> raster(file, "BMP", "Not a BMP file - invalid header");
            case "PNG" -> raster(file, "PNG", "Not a PNG file - invalid header");
            case "GIF" -> raster(file, "GIF", "Not a GIF file - invalid header");
            default -> List.of(JpegStream.read(file, jpeg));
        };
    }

    private List<Picture> raster(byte[] file, String expected, String error) {
        if (!formatOf(file).equals(expected)) {
            throw new ImageException(error);
        }
        return RasterReader.read(file, expected.toLowerCase(Locale.ROOT), console);
    }

    private byte[] bytes(String name) {
        try {
            Path path = Path.of(name);
            if (Files.size(path) > LARGEST) {
                throw new ImageException(name + " has 2 GiB or more");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ImageException("Unable to open " + (format.isEmpty() ? "JPEG" : format) + " file: " + name + ": "
                    + Failures.reason(e));
        }
    }

    private static String formatOf(byte[] file) {
        if (startsWith(file, 0x42, 0x4d)) {
            return "BMP";
        }
        if (startsWith(file, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
            return "PNG";
        }
        if (startsWith(file, 0x47, 0x49, 0x46, 0x38)) {
            return "GIF";
        }
        return NetpbmReader.isOne(file) ? "PNM" : "JPEG";
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
