package org.bitewing.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.io.ByteSource;

/** The folder of the scan for other programs to be measured with: makes it, or scans it in a process of its own. */
public final class SampleFolder {
    private SampleFolder() {
    }

    /**
     * Writes 10,000 CT images, or reads three UIDs of every file of a folder.
     *
     * @param arguments {@code write} or {@code scan}, and the folder
     * @throws IOException where files cannot be written or read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("write or scan, and a folder");
        }
        Path folder = Path.of(arguments[1]);
        if (arguments[0].equals("write")) {
            ScanBars.write(Files.createDirectories(folder));
            return;
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        int found = 0;
        for (Path file : files) {
            found += ScanBars.readUids(ByteSource.of(file));
        }
        System.out.println(found + " UIDs of " + files.size() + " files");
    }
}
