package org.bitewing.dict;

/** Unique identifiers (PS3.6 Annex A): replaced by the generated class. */
public final class UID {
    private UID() {
    }
}
