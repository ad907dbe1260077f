package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/workshop.md are run by a shell in order, and say what stands there. */
class WorkshopTest {
    @TempDir
    Path folder;
    private String page;

    @BeforeEach
    void readThePage() throws IOException {
        page = Files.readString(DocumentationTest.root().resolve("docs/workshop.md"));
    }

    @Test
    void everyCommandDoesWhatStandsBelowIt() throws IOException, InterruptedException {
        DocumentedCommands.run(page, folder);
    }

    @Test
    void theLessonHasEveryCommandOfTheTour() {
        Called tour = Called.with("tour", "--no-browser");
        Set<String> commands = new TreeSet<>();
        tour.text().lines().filter(line -> line.startsWith("$ ")).forEach(line -> {
            String[] words = line.split(" ");
            commands.add(words[1].equals("bitewing") ? words[1] + " " + words[2] : words[1]);
        });
        commands.removeAll(Set.of(":", "curl", "find"));

        assertTrue(commands.size() > 10, tour.text());
        for (String command : commands) {
            assertTrue(page.contains(command + " "), command);
        }
    }
}
