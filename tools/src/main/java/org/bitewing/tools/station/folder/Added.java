package org.bitewing.tools.station.folder;

import java.nio.file.Path;
import java.util.Objects;
import org.bitewing.tools.station.series.ObjectRefusal;

/** What became of an object that was to be added. */
public sealed interface Added {

    /** Whether an object was there. */
    enum Outcome {
        /** It was not there, and counts now. */
        NEW,
        /** The same data set in the same encoding was there. */
        KNOWN,
        /** Another data set of the same instance was there; both are kept, and both count. */
        BESIDE
    }

    /**
     * It has its places.
     *
     * @param study    the Study Instance UID
     * @param series   the Series Instance UID
     * @param object   the SOP Instance UID
     * @param outcome  whether it was there
     * @param archived its file in the archive
     * @param raw      its name in its series
     */
    record Filed(String study, String series, String object, Outcome outcome, Path archived, Path raw)
            implements Added {
        /**
         * Checks that nothing is missing.
         *
         * @param study    the Study Instance UID
         * @param series   the Series Instance UID
         * @param object   the SOP Instance UID
         * @param outcome  whether it was there
         * @param archived its file in the archive
         * @param raw      its name in its series
         */
        public Filed {
            Objects.requireNonNull(study, "study");
            Objects.requireNonNull(series, "series");
            Objects.requireNonNull(object, "object");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(archived, "archived");
            Objects.requireNonNull(raw, "raw");
        }

        /**
         * Whether the summaries count one object more.
         *
         * @return false where it was there
         */
        public boolean isNew() {
            return outcome != Outcome.KNOWN;
        }
    }

    /**
     * It has no place.
     *
     * @param refusal why
     */
    record Refused(ObjectRefusal refusal) implements Added {
        /**
         * Checks that nothing is missing.
         *
         * @param refusal why
         */
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }
}
