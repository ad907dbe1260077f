package org.bitewing.tools.station.series;

import org.bitewing.dict.Tag;

/**
 * The order of the objects of a series: by Instance Number, then by SOP Instance UID.
 *
 * @param number the Instance Number; objects without one come last
 * @param uid    the SOP Instance UID
 */
record ObjectKey(long number, String uid) implements Comparable<ObjectKey> {

    static ObjectKey of(ObjectFacts facts) {
        return new ObjectKey(Completeness.whole(facts.attributes(), Tag.InstanceNumber).orElse(Long.MAX_VALUE),
                facts.sopInstanceUid());
    }

    @Override
    public int compareTo(ObjectKey other) {
        int order = Long.compare(number, other.number);
        return order != 0 ? order : uid.compareTo(other.uid);
    }
}
