package org.bitewing.tools.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitewing.tools.Called;
import org.bitewing.tools.Commands;
import org.bitewing.tools.Judge;
import org.bitewing.tools.cli.HelpText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shells themselves offer, for every command. */
class CompletionTest {
    private static final Pattern OFFERED = Pattern.compile("<([^<>]*)>");
    private static final String END = "</>";

    @TempDir
    Path folder;

    /** Asks a shell about lines; zsh draws what is typed as well, hence the brackets. */
    private List<Set<String>> offered(String shell, List<String> lines) throws IOException {
        // zsh finds the function by its name.
        Path script = Files.write(Files.createDirectories(folder.resolve("functions")).resolve("_bitewing"),
                Called.with("completion", shell).bytes());
        Path driver = folder.resolve("offered");
        try (InputStream in = CompletionTest.class.getResourceAsStream("offered." + shell)) {
            Files.write(driver, in.readAllBytes());
        }
        Path input = Files.write(folder.resolve("lines"), lines, StandardCharsets.UTF_8);
        String call = shell.equals("fish") ? "fish --no-config" : shell.equals("zsh") ? "zsh -f" : "bash --norc";
        String said = Judge.run("sh", "-c", call + " \"$1\" \"$2\" <\"$3\"", "sh", driver,
                shell.equals("zsh") ? script.getParent() : script, input);
        List<Set<String>> answers = new ArrayList<>();
        for (String answer : said.split(END, -1)) {
            Set<String> words = new TreeSet<>();
            for (Matcher matcher = OFFERED.matcher(answer); matcher.find(); ) {
                words.addAll(Arrays.asList(matcher.group(1).split(" ")));
            }
            words.remove("");
            answers.add(words);
        }
        assertEquals(lines.size() + 1, answers.size(), said);
        return answers;
    }

    private void assertOffered(String shell, Map<String, ? extends Iterable<String>> wanted) throws IOException {
        Judge.run(shell, "-c", "true");
        List<String> lines = List.copyOf(wanted.keySet());
        List<Set<String>> answers = offered(shell, lines);
        for (int i = 0; i < lines.size(); i++) {
            Set<String> words = new TreeSet<>();
            wanted.get(lines.get(i)).forEach(words::add);
            assertEquals(words, answers.get(i), shell + ": " + lines.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void everyLongOptionOfEveryCommandIsOffered(String shell) throws IOException {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (Documented command : Commands.documented()) {
            List<String> names = command.table().text().options().stream().map(HelpText.Described::longName).toList();
            wanted.put(command.typed() + " --", names);
            wanted.put("bitewing " + command.name() + " --", names);
        }
        assertOffered(shell, wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void commandsAndValuesAreOffered(String shell) throws IOException {
        List<String> levels = List.of("fatal", "error", "warn", "info", "debug", "trace");
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        wanted.put("bitewing ", Commands.NAMES);
        wanted.put("bitewing help ", Commands.NAMES);
        wanted.put("bitewing storesc", List.of("storescu", "storescp"));
        wanted.put("bitewing completion ", List.of("bash", "zsh", "fish"));
        wanted.put("dcmdump -ll ", levels);
        wanted.put("bitewing dcmconv +te --log-level ", levels);
        wanted.put("img2dcm --input-format P", List.of("PNM", "PNG"));
        wanted.put("dcmdump --max-read-length ", List.of());
        assertOffered(shell, wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void filesAreOfferedWhereAFileGoesAndFoldersAloneWhereAFolderGoes(String shell) throws IOException {
        Path place = Files.createDirectories(folder.resolve("place"));
        Files.createFile(place.resolve("image.dcm"));
        Files.createDirectory(place.resolve("images"));
        List<String> lines = List.of("dcmdump " + place + "/im", "dcmdump -q --log-config " + place + "/im",
                "storescp --output-directory " + place + "/im", "bitewing view " + place + "/im");
        Judge.run(shell, "-c", "true");
        List<Set<String>> answers = offered(shell, lines);
        for (int i = 0; i < lines.size(); i++) {
            Set<String> names = new TreeSet<>();
            answers.get(i).forEach(name -> names.add(name.replaceFirst("/$", "").replaceFirst(".*/", "")));
            assertEquals(i == 2 ? Set.of("images") : Set.of("image.dcm", "images"), names, shell + ": " + lines.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void theShellFindsNoMistakeInTheScript(String shell) throws IOException {
        Path script = Files.write(folder.resolve("script"), Called.with("completion", shell).bytes());
        assertEquals("0", Judge.run(shell, "-n", script));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash"})
    void shellcheckFindsNothing(String shell) throws IOException {
        Path script = Files.write(folder.resolve("script"), Called.with("completion", shell).bytes());
        String found = Judge.run("shellcheck", "-s", shell, script);
        assertTrue(found.equals("0"), found);
    }
}
