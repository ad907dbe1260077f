package org.bitewing.tools.modify;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.tools.cli.CommandLine;

/**
 * One change that is asked for.
 *
 * @param kind what to do
 * @param path to what, as it was typed; empty where the kind says it
 * @param value the value or the name of a file, as it was typed; empty where there is none
 */
record Change(Kind kind, String path, String value) {

    /** What a change does, with the option that asks for it and that option's short name. */
    enum Kind {
        INSERT("--insert", "i"),
        INSERT_FROM_FILE("--insert-from-file", "if"),
        MODIFY("--modify", "m"),
        MODIFY_FROM_FILE("--modify-from-file", "mf"),
        MODIFY_ALL("--modify-all", "ma"),
        ERASE("--erase", "e"),
        ERASE_ALL("--erase-all", "ea"),
        ERASE_PRIVATE("--erase-private", "ep"),
        NEW_STUDY("--gen-stud-uid", "gst"),
        NEW_SERIES("--gen-ser-uid", "gse"),
        NEW_INSTANCE("--gen-inst-uid", "gin");

        private final String option;
        private final String shortName;

        Kind(String option, String shortName) {
            this.option = option;
            this.shortName = shortName;
        }

        boolean fromFile() {
            return this == INSERT_FROM_FILE || this == MODIFY_FROM_FILE;
        }

        boolean inserts() {
            return this == INSERT || this == INSERT_FROM_FILE;
        }
    }

    /** The changes of a command line, in order. */
    static List<Change> of(CommandLine line) {
        List<Change> changes = new ArrayList<>();
        for (CommandLine.Occurrence option : line.options()) {
            for (Kind kind : Kind.values()) {
                if (kind.option.equals(option.longName())) {
                    changes.add(of(kind, option.value()));
                }
            }
        }
        return changes;
    }

    /** The value begins behind the first equals sign, and may have more of them. */
    static Change of(Kind kind, String typed) {
        int equals = typed.indexOf('=');
        boolean erases = kind == Kind.ERASE || kind == Kind.ERASE_ALL;
        return equals < 0 || erases ? new Change(kind, typed, "")
                : new Change(kind, typed.substring(0, equals), typed.substring(equals + 1));
    }

    /** As DCMTK announces it. */
    @Override
    public String toString() {
        return kind.shortName + "|" + path + "|" + value;
    }
}
