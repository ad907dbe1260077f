package org.bitewing.tools.view;

import org.bitewing.DicomException;
import org.bitewing.data.Attributes;

/** What the catalog keeps of one object, and how a head tells it: what is wrong there is shown as it is. */
record Facts(PatientFacts patient, StudyFacts study, SeriesFacts series, ImageFacts image) {
    private static final int LONGEST = 256;

    static Facts of(Head head) {
        return new Facts(PatientFacts.of(head.set()), StudyFacts.of(head.set()), SeriesFacts.of(head.set()),
                ImageFacts.of(head));
    }

    /** A value as text, never longer than what the catalog can show. */
    static String text(Attributes set, int tag) {
        String text;
        try {
            text = set.text(tag).orElse("");
        } catch (DicomException e) {
            return "";
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "\u2026" : text;
    }

    /** A number from 0; what is none is 0. */
    static int number(Attributes set, int tag) {
        try {
            return Math.max(0, set.integer(tag).orElse(0));
        } catch (DicomException e) {
            return 0;
        }
    }

    /** A date with hyphens, or what is there instead. */
    static String date(Attributes set, int tag) {
        try {
            return set.date(tag).map(Object::toString).orElse("");
        } catch (DicomException e) {
            return text(set, tag);
        }
    }

    /** A time of day with colons, to the second, or what is there instead. */
    static String time(Attributes set, int tag) {
        String text = text(set, tag);
        boolean digits = text.length() >= 4;
        for (int i = 0; i < Math.min(6, text.length()); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (!digits || text.length() == 5) {
            return text;
        }
        return text.substring(0, 2) + ":" + text.substring(2, 4) + (text.length() < 6 ? "" : ":" + text.substring(4, 6));
    }
}
