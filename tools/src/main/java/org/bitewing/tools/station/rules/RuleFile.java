package org.bitewing.tools.station.rules;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.Uids;
import org.bitewing.json.JsonDocument;

/**
 * The rules by which series get their types: a list of entries in JSON, each a type and conditions that must all hold.
 * Several entries may give one type. Immutable.
 *
 * <p>An entry fits an object if all of its conditions come to true; see {@link Outcome} for what is neither true nor
 * false. A series has the type of each entry that fits one of its objects, or, with {@code "check": "SeriesLevel"}, all
 * of them. Conditions on facts of the series ({@link SummaryKeys#SERIES}) are decided when all objects are known, so
 * that their order does not matter: an entry is decided after those whose types it asks for, and entries that ask for
 * each other's are decided together, in rounds of which each sees the types of the one before.
 */
public final class RuleFile {
    /** How many entries a file may have. */
    public static final int MOST_RULES = 10_000;

    private final List<Rule> rules;
    private final String digest;
    private final RulePlan plan;

    private RuleFile(List<Rule> rules, String digest) {
        this.rules = List.copyOf(rules);
        this.digest = digest;
        this.plan = new RulePlan(this.rules);
    }

    private static final class Standard {
        static final RuleFile RULES = load();

        private static RuleFile load() {
            try (InputStream in = RuleFile.class.getResourceAsStream("standard.json")) {
                return read(in, "standard rules", Limits.defaults());
            } catch (IOException e) {
                throw new UncheckedIOException("the standard rules cannot be read", e);
            }
        }
    }

    /**
     * The rules that come with the toolkit: 62 entries that know the scans of a study of children's brains from
     * scanners of three manufacturers.
     *
     * @return the rules
     */
    public static RuleFile standard() {
        return Standard.RULES;
    }

    /**
     * Reads a rule file.
     *
     * @param file   in UTF-8
     * @param limits what reading may cost
     * @return the rules
     * @throws IOException    where it cannot be read
     * @throws DicomException where it is not JSON or not a rule file; the message names line and column
     */
    public static RuleFile read(Path file, Limits limits) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in, file.toString(), limits);
        }
    }

    /**
     * Reads rules from a text.
     *
     * @param json   the text
     * @param name   what it comes from, for messages
     * @param limits what reading may cost
     * @return the rules
     * @throws DicomException where it is not JSON or no rules; the message names line and column
     */
    public static RuleFile of(String json, String name, Limits limits) {
        return of(JsonDocument.of(json, name, limits));
    }

    private static RuleFile read(InputStream in, String name, Limits limits) throws IOException {
        return of(JsonDocument.read(in, name, limits));
    }

    private static RuleFile of(JsonDocument document) {
        byte[] content = document.root().text(false).getBytes(StandardCharsets.UTF_8);
        // A UID of the content is as good as a digest, and short.
        List<Rule> rules = new RuleFileReader(document).rules();
        try {
            return new RuleFile(rules, Uids.derivedFrom(content));
        } catch (IllegalArgumentException e) {
            throw document.error(document.root(), e.getMessage());
        }
    }

    /**
     * The entries.
     *
     * @return all in the order of the file; the number of each is its place, from 1
     */
    public List<Rule> rules() {
        return rules;
    }

    /**
     * What tells these rules from others: two files with the same have the same entries.
     *
     * @return a short text
     */
    public String digest() {
        return digest;
    }

    /**
     * An entry.
     *
     * @param number from 1
     * @return the entry
     */
    public Rule rule(int number) {
        return rules.get(number - 1);
    }

    RulePlan plan() {
        return plan;
    }
}
