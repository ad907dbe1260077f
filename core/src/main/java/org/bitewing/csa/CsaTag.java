package org.bitewing.csa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a {@link CsaHeader}. Immutable.
 *
 * @param name      such as {@code B_value}
 * @param vm        how many values it says it has; 0 where that is open
 * @param vr        two letters as in PS3.5 6.2, such as {@code FD}; whatever the VR, values are text
 * @param syngoType the number of the type in Siemens' software
 * @param values    without the spaces and zeros around them, empty ones at the end left off
 */
public record CsaTag(String name, int vm, String vr, int syngoType, List<String> values) {

    /**
     * Keeps a copy of the values.
     *
     * @param name      its name
     * @param vm        how many values it says it has
     * @param vr        two letters
     * @param syngoType the number of the type
     * @param values    as text
     */
    public CsaTag {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vr, "vr");
        values = List.copyOf(values);
    }

    /**
     * The first value.
     *
     * @return the text; empty where there is none
     */
    public Optional<String> text() {
        return values.isEmpty() || values.get(0).isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
