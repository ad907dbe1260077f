package org.bitewing.tools.tour;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bitewing.tools.Commands;
import org.bitewing.tools.Main;
import org.bitewing.tools.cli.Words;

/**
 * The folder of the tour. Commands are typed as if it were the current one and the toolkit on the path; as a process
 * cannot change its folder, names are resolved before a command runs, and cut from what it says.
 *
 * @param folder its real path
 */
record Place(Path folder) {
    /** Names with a slash, or with one of the endings that files of the tour have. */
    private static final Pattern NAME = Pattern.compile("\\w[\\w.*#-]*/[\\w.*#/-]*"
            + "|\\w[\\w.*-]*\\.(dcm|dump|jpg|png|json|zip)");

    Path path(String name) {
        return folder.resolve(name);
    }

    /** {@code bitewing NAME} and {@code NAME} are the same command. */
    private static String withoutLauncher(String line) {
        return line.startsWith("bitewing ") ? line.substring("bitewing ".length()) : line;
    }

    /** The words of a line, as a shell in this folder would hand them to the toolkit. */
    List<String> words(String line) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : Words.of(withoutLauncher(line), true).list()) {
            if (isOwnCommand(word)) {
                words.add(ownCommand(word));
            } else if (word.indexOf('*') >= 0 && NAME.matcher(word).matches()) {
                words.addAll(matches(word));
            } else {
                words.add(located(word));
            }
        }
        return words;
    }

    /** Whether a word is a command line itself, such as that of a hook. */
    private static boolean isOwnCommand(String word) {
        int end = word.indexOf(' ');
        return end > 0 && (word.startsWith("bitewing ") || Commands.NAMES.contains(word.substring(0, end)));
    }

    private String located(String word) {
        return NAME.matcher(word).matches() ? folder + File.separator + word : word;
    }

    private List<String> matches(String word) throws IOException {
        List<String> found = new ArrayList<>();
        Path pattern = path(word);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pattern.getParent(),
                pattern.getFileName().toString())) {
            files.forEach(file -> found.add(file.toString()));
        }
        found.sort(null);
        return found;
    }

    /** A command of the toolkit for another process to run, which looks for no launcher. */
    private String ownCommand(String line) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:TieredStopAtLevel=1");
        Module module = Main.class.getModule();
        words.addAll(module.isNamed() ? List.of("-m", module.getName() + "/" + Main.class.getName())
                : List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (String word : Words.of(withoutLauncher(line), true).list()) {
            words.add(located(word));
        }
        StringBuilder quoted = new StringBuilder();
        for (String word : words) {
            quoted.append('\'').append(word.replace("'", "'\\''")).append("' ");
        }
        return quoted.toString().strip();
    }

    /** What a command said, with names as they were typed. */
    String said(byte[] output) {
        return new String(output, StandardCharsets.UTF_8).replace(folder + File.separator, "")
                .replace(folder.toString(), ".");
    }
}
