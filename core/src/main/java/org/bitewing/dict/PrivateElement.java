package org.bitewing.dict;

import java.util.List;
import java.util.Objects;

/**
 * What is publicly known of a private element (PS3.5 7.8). Manufacturers do not vouch for it. Immutable.
 *
 * @param creator the private creator
 * @param tag     the tag as it was asked for
 * @param vrs     its VRs, nearly always one
 * @param vm      the value multiplicity, such as {@code 1} or {@code 1-n}
 * @param name    the name; {@code Unknown} or empty where only the VR is known
 */
public record PrivateElement(String creator, int tag, List<VR> vrs, String vm, String name) {

    /**
     * Keeps a copy of the VRs.
     *
     * @param creator the private creator
     * @param tag     the tag
     * @param vrs     its VRs
     * @param vm      the value multiplicity
     * @param name    the name
     */
    public PrivateElement {
        Objects.requireNonNull(creator, "creator");
        vrs = List.copyOf(vrs);
        Objects.requireNonNull(vm, "vm");
        Objects.requireNonNull(name, "name");
    }
}
