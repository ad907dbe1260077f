package org.bitewing.tools.station.arrival;

/**
 * What can be complete.
 *
 * @param study  the Study Instance UID
 * @param series the Series Instance UID; empty for the study itself
 */
record Subject(String study, String series) {

    static Subject ofStudy(String study) {
        return new Subject(study, "");
    }

    boolean isStudy() {
        return series.isEmpty();
    }

    /** {@code study} or {@code series}. */
    String kind() {
        return isStudy() ? "study" : "series";
    }

    /** For people and logs. */
    @Override
    public String toString() {
        return isStudy() ? "study " + study : "series " + series + " of study " + study;
    }
}
