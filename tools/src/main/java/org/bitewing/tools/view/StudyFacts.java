package org.bitewing.tools.view;

import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

/** What is shown of a study (PS3.3 C.7.2.1); all of it may be empty. */
record StudyFacts(String uid, String date, String time, String description, String accession, String id) {
    static StudyFacts of(Attributes set) {
        return new StudyFacts(Facts.text(set, Tag.StudyInstanceUID), Facts.date(set, Tag.StudyDate),
                Facts.time(set, Tag.StudyTime), Facts.text(set, Tag.StudyDescription),
                Facts.text(set, Tag.AccessionNumber), Facts.text(set, Tag.StudyID));
    }
}
