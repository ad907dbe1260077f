package org.bitewing.dict;

import java.util.Objects;

/**
 * What PS3.6 Annex A says of a unique identifier. Immutable.
 *
 * @param uid     the identifier
 * @param type    its type, such as {@code SOP Class} or {@code Transfer Syntax}
 * @param keyword the keyword; empty for two retired ones whose number alone is kept
 * @param name    the name; empty for the same two
 * @param retired whether new objects shall not use it
 */
public record UidDefinition(String uid, String type, String keyword, String name, boolean retired) {

    /**
     * Checks that nothing is missing.
     *
     * @param uid     the identifier
     * @param type    its type
     * @param keyword the keyword
     * @param name    the name
     * @param retired whether new objects shall not use it
     */
    public UidDefinition {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(keyword, "keyword");
        Objects.requireNonNull(name, "name");
    }
}
