package org.bitewing.tools.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The catalog at one moment, without its images: what {@code api/catalog} answers. */
record Listing(String title, long version, boolean complete, long scanned, OptionalLong total,
               List<PatientEntry> patients, List<Catalog.Trouble> problems, long problemCount, long skipped) {

    record PatientEntry(String key, PatientFacts facts, List<StudyEntry> studies) {
    }

    record StudyEntry(String key, StudyFacts facts, List<SeriesEntry> series) {
    }

    record SeriesEntry(String key, SeriesFacts facts, int images, long frames, boolean picture, String cover) {
        /** What is no number comes last. */
        long order() {
            try {
                return Long.parseLong(facts.number());
            } catch (NumberFormatException e) {
                return Long.MAX_VALUE;
            }
        }
    }

    void write(Json json) throws IOException {
        json.open('{').member("title", title).member("version", version).member("complete", complete)
                .member("scanned", scanned).name("total");
        if (total.isPresent()) {
            json.number(total.getAsLong());
        } else {
            json.nothing();
        }
        json.name("patients").open('[');
        List<PatientEntry> sorted = new ArrayList<>(patients);
        sorted.sort(Comparator.<PatientEntry, String>comparing(entry -> entry.facts().name())
                .thenComparing(entry -> entry.facts().id()));
        for (PatientEntry patient : sorted) {
            write(patient, json);
        }
        json.close(']').name("problems").open('[');
        for (Catalog.Trouble problem : problems) {
            json.open('{').member("name", problem.name()).member("message", problem.message()).close('}');
        }
        json.close(']').member("problemCount", problemCount).member("skipped", skipped).close('}');
    }

    private static void write(PatientEntry patient, Json json) throws IOException {
        PatientFacts facts = patient.facts();
        json.open('{').member("key", patient.key()).member("id", facts.id()).member("name", facts.name())
                .member("birthDate", facts.birthDate()).member("sex", facts.sex()).name("studies").open('[');
        List<StudyEntry> sorted = new ArrayList<>(patient.studies());
        sorted.sort(Comparator.<StudyEntry, String>comparing(entry -> entry.facts().date()).reversed()
                .thenComparing(Comparator.<StudyEntry, String>comparing(entry -> entry.facts().time()).reversed())
                .thenComparing(entry -> entry.facts().uid()));
        for (StudyEntry study : sorted) {
            write(study, json);
        }
        json.close(']').close('}');
    }

    private static void write(StudyEntry study, Json json) throws IOException {
        StudyFacts facts = study.facts();
        json.open('{').member("key", study.key()).member("uid", facts.uid()).member("date", facts.date())
                .member("time", facts.time()).member("description", facts.description())
                .member("accession", facts.accession()).member("id", facts.id()).name("series").open('[');
        List<SeriesEntry> sorted = new ArrayList<>(study.series());
        sorted.sort(Comparator.comparingLong(SeriesEntry::order)
                .thenComparing(entry -> entry.facts().description()).thenComparing(entry -> entry.facts().uid()));
        for (SeriesEntry series : sorted) {
            write(series, json);
        }
        json.close(']').close('}');
    }

    private static void write(SeriesEntry series, Json json) throws IOException {
        SeriesFacts facts = series.facts();
        json.open('{').member("key", series.key()).member("uid", facts.uid()).member("number", facts.number())
                .member("modality", facts.modality()).member("description", facts.description())
                .member("bodyPart", facts.bodyPart()).member("images", series.images())
                .member("frames", series.frames()).member("picture", series.picture())
                .member("cover", series.cover()).close('}');
    }
}
