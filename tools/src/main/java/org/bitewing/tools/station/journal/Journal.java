package org.bitewing.tools.station.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * The journal of a station: what is under way, so that it is known after a crash. Each line is an entry of one of its
 * {@link JournalPart parts}. When most of the file tells of what is over, it is replaced by a short one that comes to the
 * same. Thread-safe.
 */
public final class Journal implements Closeable {
    private static final String PART = "part";
    private static final String HEADER = "{\"part\":\"journal\",\"version\":\"1\"}";
    private static final long SHORT = 1 << 20;
    private static final int GROWTH = 4;

    private final Map<String, JournalPart> parts = new LinkedHashMap<>();
    /** Entries of parts that are not here now: they are kept as they are. */
    private final List<String> others = new ArrayList<>();
    private final CheckedFile file;
    private boolean hasHeader;
    private long compactedSize;

    private Journal(Path path, List<? extends JournalPart> parts) throws IOException {
        for (JournalPart part : parts) {
            this.parts.put(part.name(), part);
        }
        this.file = CheckedFile.open(path, this::load);
        try {
            if (file.found() == CheckedFile.Found.MISSING) {
                file.append(List.of(HEADER), true);
            }
        } catch (IOException e) {
            file.close();
            throw e;
        }
        this.compactedSize = file.size();
    }

    /**
     * Opens a journal, or begins one.
     *
     * @param path  its file
     * @param parts who writes into it; each is given its entries before this returns
     * @return the journal
     * @throws IOException where it cannot be read or written
     */
    public static Journal open(Path path, List<? extends JournalPart> parts) throws IOException {
        return new Journal(path, parts);
    }

    private void load(String line) {
        if (line.equals(HEADER)) {
            hasHeader = true;
            return;
        }
        try {
            if (!(JsonDocument.of(line, "journal", Limits.defaults()).root() instanceof JsonObject entry)) {
                throw new IllegalArgumentException("an entry is an object");
            }
            JournalPart part = parts.get(JsonFields.text(entry, PART));
            if (part == null) {
                others.add(line);
            } else {
                part.apply(entry);
            }
        } catch (DicomException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * How it was found.
     *
     * @return where it is not whole, what was under way is not known
     */
    public CheckedFile.Found found() {
        return file.found() == CheckedFile.Found.WHOLE && !hasHeader ? CheckedFile.Found.DAMAGED : file.found();
    }

    /**
     * Appends entries that may be lost with the machine, though not with the process.
     *
     * @param part    whose entries they are
     * @param entries with one member at least, none of which is named part
     * @throws IOException where there is no place for them; then nothing has changed
     */
    public void append(JournalPart part, JsonObject... entries) throws IOException {
        append(part, false, entries);
    }

    /**
     * Appends entries that are on the disk when this returns.
     *
     * @param part    whose entries they are
     * @param entries as above
     * @throws IOException where there is no place for them; then nothing has changed
     */
    public void appendForced(JournalPart part, JsonObject... entries) throws IOException {
        append(part, true, entries);
    }

    private synchronized void append(JournalPart part, boolean force, JsonObject... entries) throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonObject entry : entries) {
            lines.add(line(part, entry));
        }
        file.append(lines, force);
        for (JsonObject entry : entries) {
            part.apply(entry);
        }
        if (file.size() > SHORT && file.size() > GROWTH * compactedSize) {
            try {
                compact();
            } catch (IOException e) {
                // The entries are in the file; a shorter one is tried again when it has grown by as much again.
                compactedSize = file.size();
            }
        }
    }

    private static String line(JournalPart part, JsonObject entry) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(PART, new JsonString(part.name()));
        members.putAll(entry.members());
        return new JsonObject(members).text(false);
    }

    /**
     * Asks a part while nobody appends.
     *
     * @param <T>      what is asked for
     * @param question asked once
     * @return the answer
     */
    public synchronized <T> T read(Supplier<T> question) {
        return question.get();
    }

    /**
     * Leaves out what is over. It is done by itself when the journal grows; after damage, it makes the journal whole.
     *
     * @throws IOException where that fails; then nothing has changed
     */
    public synchronized void compact() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        lines.addAll(others);
        for (JournalPart part : parts.values()) {
            for (JsonObject entry : part.entries()) {
                lines.add(line(part, entry));
            }
        }
        file.replace(lines, true);
        compactedSize = file.size();
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
