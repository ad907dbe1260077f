package org.bitewing.tools.markup;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkReferences;
import org.bitewing.data.BulkResolver;
import org.bitewing.data.BulkSource;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.EncapsulatedValue;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.io.AtomicFile;
import org.bitewing.tools.cli.CommandLine;

/**
 * A folder with bulk data: a file for each value, named by SOP Instance UID and path, so that the same instance gives
 * the same files. Its references are URIs of these files, or a prefix and their names. Nothing outside the folder is
 * ever read, whatever a document says.
 */
final class BulkFolder implements BulkReferences, BulkResolver {
    /** The options of the commands that write. */
    static final String WRITING = """
              bulk data:
                -b   --bulk-disabled       write all values into the document (default)
                +b   --bulk-enabled        write large values into files, refer to them
                +bz  --bulk-size           [s]ize in kbytes: integer (0..4194302, default: 1)
                                           values with more bytes are large
                +bd  --bulk-dir            [d]irectory: string (default: .)
                                           write bulk data into files of d
                +bp  --bulk-uri-prefix     [u]ri: string (default: that of the directory)
                                           refer to a file by u and its name
                +be  --bulk-inline-frames  write compressed pixel data into the document
                                           (not conforming to the DICOM standard)
            """;
    /** The options of the commands that read. */
    static final String READING = """
              bulk data (without --bulk-dir a reference is an error):
                +bd  --bulk-dir            [d]irectory: string
                                           read bulk data from files of d, and none else
                +bp  --bulk-uri-prefix     [u]ri: string
                                           what stands before the name of a file in a reference
            """;
    private static final String ANONYMOUS = "dataset";
    private static final String END = ".bulk";

    private final Path folder;
    private final Optional<String> prefix;
    private final String instance;
    private final List<Path> written = new ArrayList<>();
    private final boolean isNamed;
    private boolean refused;

    private BulkFolder(CommandLine line, String instance) {
        this.folder = Path.of(line.value("--bulk-dir").orElse("."));
        this.prefix = line.value("--bulk-uri-prefix");
        this.instance = instance;
        this.isNamed = line.has("--bulk-dir");
    }

    // ---- writing -------------------------------------------------------------------------------------------------

    static boolean isWritten(CommandLine line) {
        return line.isOn("--bulk-enabled", "--bulk-disabled");
    }

    static long threshold(CommandLine line) {
        return 1024 * Long.parseLong(line.value("--bulk-size").orElse("1"));
    }

    /** A folder for the values of a data set. */
    static BulkFolder of(CommandLine line, DataSet dataSet) {
        String uid = dataSet.uid(Tag.SOPInstanceUID).orElse(ANONYMOUS);
        return new BulkFolder(line, isName(uid) ? uid : ANONYMOUS);
    }

    /** Digits and dots are no way out of a folder unless they are dots alone. */
    private static boolean isName(String uid) {
        for (int i = 0; i < uid.length(); i++) {
            char c = uid.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return uid.length() <= 64 && !uid.startsWith(".");
    }

    @Override
    public Optional<String> reference(TagPath path, Element element) throws IOException {
        String name = instance + "_" + digits(path) + END;
        Path file = folder.resolve(name);
        boolean isNew = !Files.exists(file);
        try (AtomicFile target = AtomicFile.create(file)) {
            data(element).transferTo(target.stream());
            target.commit();
        }
        if (isNew) {
            written.add(file);
        }
        return Optional.of(prefix.isPresent() ? prefix.get() + name : file.toRealPath().toUri().toString());
    }

    private static BulkData data(Element element) {
        if (element instanceof Fragments fragments) {
            return EncapsulatedValue.join(fragments);
        }
        return element instanceof BulkValue bulk ? bulk.data() : BulkData.of(((Value) element).bytes());
    }

    /** The path without what file names do not like: {@code 00081199-0-7FE00010}. */
    private static String digits(TagPath path) {
        StringBuilder text = new StringBuilder();
        String written = path.toString();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '[' || c == '.') {
                text.append('-');
            } else if (Character.isLetterOrDigit(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Removes what was written, after a failure. */
    void discard() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
    }

    // ---- reading -------------------------------------------------------------------------------------------------

    /** A folder that references may lead to, or none at all. */
    static BulkFolder forReading(CommandLine line) {
        return new BulkFolder(line, ANONYMOUS);
    }

    @Override
    public BulkData resolve(String reference) throws IOException {
        if (!isNamed) {
            throw refuse("bulk data is in another place; name its directory with --bulk-dir");
        }
        Path file = file(reference);
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
            throw refuse("a reference to bulk data that is not in --bulk-dir");
        }
        long length = Files.size(file);
        return BulkData.of(BulkSource.of(file, length), 0, length);
    }

    private Path file(String reference) {
        try {
            if (prefix.isPresent() && reference.startsWith(prefix.get())) {
                return folder.resolve(reference.substring(prefix.get().length()));
            }
            URI uri = URI.create(reference);
            if (uri.getScheme() == null) {
                return folder.resolve(reference);
            }
            if (uri.getScheme().equals("file")) {
                return new File(uri).toPath();
            }
        } catch (IllegalArgumentException e) {
            throw refuse("a reference to bulk data that is no URI of a file");
        }
        throw refuse("a reference to bulk data that is no file");
    }

    private DicomException refuse(String reason) {
        refused = true;
        return new DicomException(DicomException.Kind.VALUE, reason, Location.of("bulk data"), -1, -1);
    }

    /** Whether a reference was not followed. */
    boolean hasRefused() {
        return refused;
    }
}
