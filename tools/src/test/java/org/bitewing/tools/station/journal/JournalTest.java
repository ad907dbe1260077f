package org.bitewing.tools.station.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bitewing.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    /** Keeps the words that were said and not taken back. */
    private static final class Words implements JournalPart {
        private final String name;
        private final Set<String> words = new LinkedHashSet<>();

        Words(String name) {
            this.name = name;
        }

        static JsonObject say(String word) {
            return JsonFields.with("say", word).object();
        }

        static JsonObject unsay(String word) {
            return JsonFields.with("unsay", word).object();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void apply(JsonObject entry) {
            if (entry.members().containsKey("say")) {
                words.add(JsonFields.text(entry, "say"));
            } else {
                words.remove(JsonFields.text(entry, "unsay"));
            }
        }

        @Override
        public List<JsonObject> entries() {
            List<JsonObject> entries = new ArrayList<>();
            words.forEach(word -> entries.add(say(word)));
            return entries;
        }
    }

    private Path file() {
        return folder.resolve("journal");
    }

    private static Set<String> read(Path file) throws IOException {
        Words words = new Words("words");
        Journal.open(file, List.of(words)).close();
        return words.words;
    }

    @Test
    void whatWasAppendedComesBack() throws IOException {
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            assertEquals(CheckedFile.Found.MISSING, journal.found());
            journal.append(words, Words.say("a"), Words.say("b \"\n\u00e9"));
            journal.appendForced(words, Words.unsay("a"));
        }
        Words again = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(again))) {
            assertEquals(CheckedFile.Found.WHOLE, journal.found());
            assertEquals(Set.of("b \"\n\u00e9"), again.words);
        }
    }

    @Test
    void wheneverWritingIsCutOffTheLinesBeforeStayAndMoreCanFollow() throws IOException {
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            journal.append(words, Words.say("first"));
            journal.append(words, Words.say("second"));
        }
        byte[] whole = Files.readAllBytes(file());
        int lastLine = new String(whole, StandardCharsets.UTF_8).indexOf("{\"part\":\"words\",\"say\":\"second");
        for (int length = lastLine; length < whole.length; length++) {
            Path cut = folder.resolve("cut" + length);
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            Words found = new Words("words");
            try (Journal journal = Journal.open(cut, List.of(found))) {
                assertEquals(CheckedFile.Found.WHOLE, journal.found());
                assertEquals(Set.of("first"), found.words);
                journal.append(found, Words.say("third"));
            }
            assertEquals(Set.of("first", "third"), read(cut));
        }
    }

    @Test
    void aLineThatWasChangedIsDamage() throws IOException {
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            journal.append(words, Words.say("first"), Words.say("second"));
        }
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("first", "worst"));
        Words found = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(found))) {
            assertEquals(CheckedFile.Found.DAMAGED, journal.found());
            assertEquals(Set.of("second"), found.words);
            journal.compact();
        }
        try (Journal journal = Journal.open(file(), List.of(new Words("words")))) {
            assertEquals(CheckedFile.Found.WHOLE, journal.found());
        }
    }

    @Test
    void aFileWhoseStartIsGoneIsDamage() throws IOException {
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            journal.append(words, Words.say("first"));
        }
        String text = Files.readString(file());
        Files.writeString(file(), text.substring(text.indexOf('\n') + 1));
        try (Journal journal = Journal.open(file(), List.of(new Words("words")))) {
            assertEquals(CheckedFile.Found.DAMAGED, journal.found());
        }
    }

    @Test
    void whatIsOverIsLeftOutWhenTheFileGrows() throws IOException {
        Words words = new Words("words");
        long largest = 0;
        try (Journal journal = Journal.open(file(), List.of(words))) {
            journal.append(words, Words.say("stays"));
            String filling = "x".repeat(10_000);
            for (int i = 0; i < 1_000; i++) {
                journal.append(words, Words.say(i + filling), Words.unsay(i + filling));
                largest = Math.max(largest, Files.size(file()));
            }
        }
        assertTrue(largest < 2 << 20, "it grew to " + largest);
        assertEquals(Set.of("stays"), read(file()));
    }

    @Test
    void linesOfAPartThatIsNotHereAreKept() throws IOException {
        Words other = new Words("other");
        try (Journal journal = Journal.open(file(), List.of(other))) {
            journal.append(other, Words.say("kept"));
        }
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            journal.append(words, Words.say("mine"));
            journal.compact();
        }
        Words again = new Words("other");
        Journal.open(file(), List.of(again)).close();
        assertEquals(Set.of("kept"), again.words);
    }

    @Test
    void anInterruptedThreadDoesNotSpoilTheJournalForOthers() throws Exception {
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            Thread thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    journal.appendForced(words, Words.say("interrupted"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            thread.start();
            thread.join();
            journal.append(words, Words.say("after"));
        }
        assertEquals(Set.of("interrupted", "after"), read(file()));
    }

    @Test
    void zerosAtTheEndAreNoLine() throws IOException {
        Words words = new Words("words");
        try (Journal journal = Journal.open(file(), List.of(words))) {
            journal.append(words, Words.say("first"));
        }
        Files.write(file(), new byte[4096], StandardOpenOption.APPEND);
        assertEquals(Set.of("first"), read(file()));
    }
}
