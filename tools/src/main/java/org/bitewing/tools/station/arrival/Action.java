package org.bitewing.tools.station.arrival;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.net.ArgumentVector;

/**
 * A command that is run for each completion of a study or of a series.
 *
 * @param ofStudies whether for studies; else for series
 * @param vector    its words
 * @param called    the called AE titles for which it is run; empty for all
 * @param calling   the same for calling ones
 */
record Action(boolean ofStudies, ArgumentVector vector, Set<String> called, Set<String> calling) {
    static final String ON_STUDY = "--on-study";
    static final String ON_SERIES = "--on-series";
    private static final String CALLED = "--for-called";
    private static final String CALLING = "--for-calling";

    /** The actions of a command line; what they are restricted to stands before each. */
    static List<Action> of(CommandLine line) {
        Map<String, Action> actions = new LinkedHashMap<>();
        List<String> called = new ArrayList<>();
        List<String> calling = new ArrayList<>();
        for (CommandLine.Occurrence option : line.options()) {
            switch (option.longName()) {
                case CALLED -> called.add(option.value());
                case CALLING -> calling.add(option.value());
                case ON_STUDY, ON_SERIES -> {
                    Action action = new Action(option.longName().equals(ON_STUDY),
                            ArgumentVector.parse(option.longName(), option.value()), Set.copyOf(called),
                            Set.copyOf(calling));
                    actions.put(action.name(), action);
                    called.clear();
                    calling.clear();
                }
                default -> {
                    // None of an action.
                }
            }
        }
        if (!called.isEmpty() || !calling.isEmpty()) {
            throw new UsageException(CALLED + " and " + CALLING + " stand before an action");
        }
        return List.copyOf(actions.values());
    }

    /**
     * What the journal calls it. The same command has the same name after the next start, wherever it then stands on
     * the command line.
     */
    String name() {
        CRC32 crc = new CRC32();
        crc.update((ofStudies + " " + vector.words() + " " + new TreeSet<>(called) + " " + new TreeSet<>(calling))
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Whether it is run for a completion: one of the senders is one that it is restricted to. */
    boolean fits(Completion completion) {
        return ofStudies == completion.subject().isStudy() && (called.isEmpty() && calling.isEmpty()
                || completion.peers().stream().anyMatch(peer -> (called.isEmpty() || called.contains(peer.called()))
                        && (calling.isEmpty() || calling.contains(peer.caller()))));
    }

    String program() {
        return vector.words().get(0);
    }
}
