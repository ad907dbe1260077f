package org.bitewing.tools.modify;

/**
 * What changes are allowed to ignore.
 *
 * @param ignoreMissing     true where nothing to modify or erase is no error
 * @param ignoreUnknown     true where elements of VR UN get no values
 * @param ignoreReservation true where private elements need no private creator
 */
record ModificationSettings(boolean ignoreMissing, boolean ignoreUnknown, boolean ignoreReservation) {
}
