package org.bitewing.tools.station.folder;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.bitewing.Limits;
import org.bitewing.tools.station.rules.RuleFile;

/**
 * How a station works. Immutable.
 *
 * @param rules   give types to series
 * @param limits  what reading an object may cost
 * @param archive how a file from elsewhere gets its name in the archive
 * @param layout  of one's own, beside that of the station
 * @param sync    whether what was taken is on the disk when {@link StationFolder#add} returns
 * @param refresh how long summaries may be behind while objects arrive; longer where writing them takes a tenth of it
 * @param problem hears, in one line, of what goes wrong while nobody waits for it
 */
public record StationOptions(RuleFile rules, Limits limits, LinkKind archive, Optional<LayoutTemplate> layout,
                             boolean sync, Duration refresh, Consumer<String> problem) {
    private static final Duration REFRESH = Duration.ofSeconds(2);

    /**
     * Checks that nothing is missing.
     *
     * @param rules   give types to series
     * @param limits  what reading an object may cost
     * @param archive how a file from elsewhere gets its name in the archive
     * @param layout  of one's own
     * @param sync    whether what was taken is on the disk
     * @param refresh how long summaries may be behind
     * @param problem hears of what goes wrong
     */
    public StationOptions {
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(archive, "archive");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(refresh, "refresh");
        Objects.requireNonNull(problem, "problem");
    }

    /**
     * Symbolic links, no layout but the station's, everything forced to the disk, summaries at most 2 s behind, silent.
     *
     * @param rules give types to series
     * @return the defaults
     */
    public static StationOptions of(RuleFile rules) {
        return new StationOptions(rules, Limits.defaults(), LinkKind.SYMBOLIC, Optional.empty(), true, REFRESH,
                message -> {
                });
    }

    /**
     * These with another way into the archive.
     *
     * @param kind how a file from elsewhere gets its name there
     * @return a changed copy
     */
    public StationOptions withArchive(LinkKind kind) {
        return new StationOptions(rules, limits, kind, layout, sync, refresh, problem);
    }

    /**
     * These with a layout.
     *
     * @param template says where objects go
     * @return a changed copy
     */
    public StationOptions withLayout(LayoutTemplate template) {
        return new StationOptions(rules, limits, archive, Optional.of(template), sync, refresh, problem);
    }

    /**
     * These, where the operating system decides when something goes to the disk: for what can be done again.
     *
     * @return a changed copy
     */
    public StationOptions withoutSync() {
        return new StationOptions(rules, limits, archive, layout, false, refresh, problem);
    }

    /**
     * These with somebody who hears of problems.
     *
     * @param listener used by several threads
     * @return a changed copy
     */
    public StationOptions onProblem(Consumer<String> listener) {
        return new StationOptions(rules, limits, archive, layout, sync, refresh, listener);
    }
}
