package org.bitewing.tools.view;

import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;

/** What tells one patient from another (PS3.3 C.7.1.1); all of it may be empty. */
record PatientFacts(String id, String name, String birthDate, String sex) {
    static PatientFacts of(Attributes set) {
        return new PatientFacts(Facts.text(set, Tag.PatientID), Facts.text(set, Tag.PatientName),
                Facts.date(set, Tag.PatientBirthDate), Facts.text(set, Tag.PatientSex));
    }
}
