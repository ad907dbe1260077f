package org.bitewing.tools.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.zip.ZipException;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.zip.ZipArchive;
import org.bitewing.tools.zip.ZipDirectory;
import org.bitewing.tools.zip.ZipEntryFile;

/** The inputs that parameters name: files, folders, standard input, and the entries of zip files. */
public final class InputFiles {
    private static final String IN_ZIP = "!/";

    private final Console console;
    private final boolean scan;
    private final boolean recurse;
    private final Optional<PathMatcher> pattern;
    private final List<Input> inputs = new ArrayList<>();

    /** One input: its name as it is printed, and a way to open it. */
    public interface Input {
        /**
         * As it was typed or found.
         *
         * @return the name
         */
        String name();

        /**
         * The file's own name, without folders.
         *
         * @return the last part of the name
         */
        default String fileName() {
            String name = name();
            return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar)) + 1);
        }

        /**
         * The file that it is.
         *
         * @return empty where it is none of its own, as an entry of a zip file
         */
        default Optional<Path> path() {
            return Optional.empty();
        }

        /**
         * Opens it; closing the source closes all that was opened for it.
         *
         * @return the bytes
         * @throws IOException where it cannot be opened
         */
        ByteSource open() throws IOException;
    }

    private record FileInput(String name) implements Input {
        @Override
        public Optional<Path> path() {
            try {
                return Optional.of(Path.of(name));
            } catch (InvalidPathException e) {
                // Characters that the locale's file names cannot have, so that there is no such file.
                return Optional.empty();
            }
        }

        @Override
        public ByteSource open() throws IOException {
            Optional<Path> path = path();
            if (path.isEmpty()) {
                throw new NoSuchFileException(name);
            }
            return ByteSource.of(path.get());
        }
    }

    private record StandardInput(InputStream in) implements Input {
        @Override
        public String name() {
            return "-";
        }

        @Override
        public ByteSource open() {
            return ByteSource.of(in, "-");
        }
    }

    /** An entry of a zip file, which stays open for all its entries: the JDK closes it with the last of them. */
    private record ZipInput(String zip, ZipArchive archive, ZipDirectory.Entry entry) implements Input {
        @Override
        public String name() {
            // A stranger's text, which shall end no line of a log.
            return zip + IN_ZIP + Console.printable(entry.name());
        }

        @Override
        public ByteSource open() throws IOException {
            Optional<String> trouble = entry.trouble();
            if (trouble.isPresent()) {
                throw new ZipException(trouble.get());
            }
            return new ZipEntryFile(archive, entry, name()).open();
        }
    }

    /** What cannot be opened, which is said when it is tried. */
    private record Unreadable(String name, IOException reason) implements Input {
        @Override
        public ByteSource open() throws IOException {
            throw reason;
        }
    }

    /**
     * A way to find inputs.
     *
     * @param console where to say what is left out; gives standard input
     * @param scan    whether folders are looked into
     * @param recurse whether folders in them are, too
     * @param pattern the names that count in folders, such as {@code *.dcm}
     */
    public InputFiles(Console console, boolean scan, boolean recurse, Optional<String> pattern) {
        this.console = console;
        this.scan = scan;
        this.recurse = recurse;
        this.pattern = pattern.isEmpty() ? Optional.empty() : Optional.of(matcher(pattern.get()));
    }

    private static PathMatcher matcher(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new UsageException("Invalid value for option --scan-pattern (" + glob + ")");
        }
    }

    /**
     * All inputs of the parameters, in their order; folders sorted by name.
     *
     * @param parameters files, folders, zip files, {@code archive.zip!/entry}, or {@code -}
     * @return the inputs
     */
    public List<Input> of(List<String> parameters) {
        for (String parameter : parameters) {
            add(parameter);
        }
        return inputs;
    }

    private void add(String parameter) {
        if (parameter.equals("-")) {
            inputs.add(new StandardInput(console.in()));
            return;
        }
        File file = new File(parameter);
        if (file.isDirectory()) {
            if (scan) {
                addFolder(file.toPath());
            } else {
                console.log(Level.WARN,
                        "ignoring directory because option --scan-directories is not set: " + parameter);
            }
            return;
        }
        int inZip = parameter.indexOf(IN_ZIP);
        if (inZip > 0 && !file.exists()) {
            addEntry(parameter, parameter.substring(0, inZip), parameter.substring(inZip + IN_ZIP.length()));
        } else if (isZip(file)) {
            addEntries(parameter);
        } else {
            inputs.add(new FileInput(parameter));
        }
    }

    /** A name is enough to look closer; a DICOM file may be named like a zip file, too. */
    private static boolean isZip(File file) {
        String name = file.getName();
        if (name.length() < 4 || !name.regionMatches(true, name.length() - 4, ".zip", 0, 4) || !file.isFile()) {
            return false;
        }
        try {
            return FileStart.isZip(ByteSource.of(file.toPath()));
        } catch (IOException e) {
            // Said when it is opened.
            return false;
        }
    }

    private void addEntry(String parameter, String zip, String name) {
        try {
            ZipArchive archive = ZipArchive.open(new File(zip).toPath());
            for (ZipDirectory directory = ZipDirectory.of(archive); directory.hasNext(); ) {
                ZipDirectory.Entry entry = directory.next();
                if (entry.name().equals(name)) {
                    inputs.add(new ZipInput(zip, archive, entry));
                    return;
                }
            }
            inputs.add(new Unreadable(parameter, new ZipException("there is no such entry in the zip file")));
        } catch (IOException e) {
            inputs.add(new Unreadable(parameter, e));
        } catch (InvalidPathException e) {
            inputs.add(new Unreadable(parameter, new NoSuchFileException(parameter)));
        }
    }

    private void addEntries(String zip) {
        try {
            ZipArchive archive = ZipArchive.open(new File(zip).toPath());
            for (ZipDirectory directory = ZipDirectory.of(archive); directory.hasNext(); ) {
                ZipDirectory.Entry entry = directory.next();
                if (!entry.isFolder()) {
                    inputs.add(new ZipInput(zip, archive, entry));
                }
            }
        } catch (IOException e) {
            inputs.add(new Unreadable(zip, e));
        }
    }

    private void addFolder(Path folder) {
        File[] children = folder.toFile().listFiles();
        if (children == null) {
            console.log(Level.WARN, "cannot read directory: " + folder);
            return;
        }
        Arrays.sort(children);
        for (File child : children) {
            if (child.isDirectory()) {
                // A link to a folder may lead back to where it lies.
                if (recurse && !Files.isSymbolicLink(child.toPath())) {
                    addFolder(child.toPath());
                }
            } else if (pattern.isEmpty() || pattern.get().matches(child.toPath().getFileName())) {
                addChild(child);
            }
        }
    }

    private void addChild(File child) {
        if (child.isFile() || !child.exists()) {
            inputs.add(new FileInput(child.getPath()));
        } else {
            // A pipe would be waited for.
            console.log(Level.WARN, "ignoring what is neither file nor directory: " + child);
        }
    }
}
