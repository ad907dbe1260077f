package org.bitewing.tools.tour;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitewing.tools.Main;
import org.bitewing.tools.cli.Console;

/** The steps of the tour: it shows the command as typed, and runs it in this process on the files of the tour. */
final class Steps {
    private static final Pattern FILE = Pattern.compile("[\\w-]+\\.(dcm|dump|jpg|json)");

    private final Path folder;
    private final Console console;
    private int count;
    private int failures;

    Steps(Path folder, Console console) {
        this.folder = folder;
        this.console = console;
    }

    /** A sentence or two before a command. */
    void say(String text) throws IOException {
        console.print("\n" + text + "\n");
        console.flush();
    }

    /** Runs a command whose words name files of the tour without their folder; it must succeed. */
    void run(String... words) throws IOException {
        runInto("", words);
    }

    /** The same, with the output in a file of the tour instead. */
    void runInto(String file, String... words) throws IOException {
        count++;
        console.print("\n$ " + String.join(" ", words) + (file.isEmpty() ? "" : " > " + file) + "\n");
        console.flush();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(located(words), new Console(InputStream.nullInputStream(), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false));
        if (file.isEmpty()) {
            console.out().write(shown(out));
        } else {
            Files.write(folder.resolve(file), out.toByteArray());
        }
        console.out().write(shown(err));
        if (code != 0) {
            failures++;
            console.print("(ended with " + code + ")\n");
        }
        console.flush();
    }

    /** Makes a file of the tour. */
    void file(String name, String text) throws IOException {
        console.print("\n$ : > " + name + "\n");
        Files.writeString(folder.resolve(name), text);
    }

    /** Appends a line to a file of the tour. */
    void append(String name, String line) throws IOException {
        console.print("$ echo '" + line + "' >> " + name + "\n");
        Files.writeString(folder.resolve(name), line + "\n", StandardOpenOption.APPEND);
    }

    /** What lies in a folder of the tour, and below it; there must be something. */
    void files(Path of) throws IOException {
        console.print("\n$ ls " + folder.relativize(of) + "\n");
        List<String> names = new ArrayList<>();
        try (Stream<Path> found = Files.walk(of)) {
            found.filter(Files::isRegularFile).forEach(file -> names.add(of.relativize(file).toString()));
        }
        names.sort(null);
        for (String name : names) {
            console.print(name + "\n");
        }
        if (names.isEmpty()) {
            failures++;
        }
    }

    /** The words with the tour's folder before each name of a file in it, or of one that is to be made there. */
    private List<String> located(String[] words) {
        List<String> located = new ArrayList<>();
        for (String word : words) {
            boolean isFile = !located.isEmpty() && FILE.matcher(word).matches();
            located.add(isFile ? folder.resolve(word).toString() : word);
        }
        return located;
    }

    private byte[] shown(ByteArrayOutputStream output) {
        return output.toString(StandardCharsets.ISO_8859_1).replace(folder + File.separator, "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The last words; the exit code of the tour. */
    int end(boolean kept) throws IOException {
        console.print("\n" + (failures == 0 ? "All " + count + " commands did what they say."
                : failures + " of " + count + " commands failed.")
                + (kept ? " What they made is in " + folder + "." : "") + "\n");
        return failures == 0 ? 0 : 1;
    }
}
