package org.bitewing.tools.view;

import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

/** What is shown of a series (PS3.3 C.7.3.1); all of it may be empty. */
record SeriesFacts(String uid, String number, String modality, String description, String bodyPart) {
    static SeriesFacts of(Attributes set) {
        return new SeriesFacts(Facts.text(set, Tag.SeriesInstanceUID), Facts.text(set, Tag.SeriesNumber),
                Facts.text(set, Tag.Modality), Facts.text(set, Tag.SeriesDescription),
                Facts.text(set, Tag.BodyPartExamined));
    }
}
