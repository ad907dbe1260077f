package org.bitewing.dict;

import java.util.List;
import java.util.Objects;

/**
 * What PS3.6 or PS3.7 says of an element. Immutable.
 *
 * @param tag     the tag as it was asked for, so {@code 0x60023000} for the second overlay
 * @param vrs     its VRs in the order of the standard, several where the context decides; none for items and
 *                delimiters (PS3.5 7.5)
 * @param vm      the value multiplicity as the standard writes it, such as {@code 1}, {@code 1-n} or {@code 2-2n}
 * @param keyword the keyword; empty for a few retired elements whose number alone is kept
 * @param name    the name
 * @param retired whether new objects shall not use it
 */
public record ElementDefinition(int tag, List<VR> vrs, String vm, String keyword, String name, boolean retired) {

    /**
     * Keeps a copy of the VRs.
     *
     * @param tag     the tag
     * @param vrs     its VRs
     * @param vm      the value multiplicity
     * @param keyword the keyword
     * @param name    the name
     * @param retired whether new objects shall not use it
     */
    public ElementDefinition {
        vrs = List.copyOf(vrs);
        Objects.requireNonNull(vm, "vm");
        Objects.requireNonNull(keyword, "keyword");
        Objects.requireNonNull(name, "name");
    }
}
