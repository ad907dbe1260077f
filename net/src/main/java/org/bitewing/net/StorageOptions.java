package org.bitewing.net;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a {@link StorageScp} takes, and from whom.
 *
 * @param sopClasses       the SOP classes that are taken; empty for all of the storage service
 * @param takesAnyClass    true to take, where no SOP classes are listed, those that nobody knows as well
 * @param transferSyntaxes those that are taken, the one that is liked best first; empty to take what the peer likes
 *                         best
 * @param ofClass          the same for some SOP classes alone, by their UIDs
 * @param policy           who may associate
 * @param mostAssociations how many there may be at a time
 * @param onStored         hears of each object once it is stored, before the peer does, in the thread of its
 *                         association; must not fail and should not wait
 */
public record StorageOptions(List<String> sopClasses, boolean takesAnyClass, List<String> transferSyntaxes,
                             Map<String, List<String>> ofClass, AccessPolicy policy, int mostAssociations,
                             Consumer<StoredObject> onStored) {
    private static final int DEFAULT_ASSOCIATIONS = 500;

    /**
     * Copies the lists.
     *
     * @param sopClasses       UIDs
     * @param takesAnyClass    true to take unknown ones
     * @param transferSyntaxes UIDs
     * @param ofClass          UIDs by UIDs
     * @param policy           who may associate
     * @param mostAssociations 1 or more
     * @param onStored         hears of each object
     */
    public StorageOptions {
        sopClasses = List.copyOf(sopClasses);
        transferSyntaxes = List.copyOf(transferSyntaxes);
        ofClass = Map.copyOf(ofClass);
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(onStored, "onStored");
        if (mostAssociations < 1) {
            throw new IllegalArgumentException("at least 1 association, not " + mostAssociations);
        }
    }

    /**
     * Every SOP class of the storage service, every transfer syntax, everybody, 500 associations at a time.
     *
     * @return the defaults
     */
    public static StorageOptions defaults() {
        return new StorageOptions(List.of(), false, List.of(), Map.of(), AccessPolicy.open(),
                DEFAULT_ASSOCIATIONS, stored -> {
        });
    }

    /**
     * These with a list of SOP classes.
     *
     * @param uids those that are taken
     * @return a changed copy
     */
    public StorageOptions withSopClasses(List<String> uids) {
        return new StorageOptions(uids, takesAnyClass, transferSyntaxes, ofClass, policy, mostAssociations, onStored);
    }

    /**
     * These, where SOP classes that nobody knows are taken as well.
     *
     * @return a changed copy
     */
    public StorageOptions takingAnyClass() {
        return new StorageOptions(List.of(), true, transferSyntaxes, ofClass, policy, mostAssociations, onStored);
    }

    /**
     * These with a list of transfer syntaxes.
     *
     * @param uids those that are taken, the one that is liked best first
     * @return a changed copy
     */
    public StorageOptions withTransferSyntaxes(List<String> uids) {
        return new StorageOptions(sopClasses, takesAnyClass, uids, ofClass, policy, mostAssociations, onStored);
    }

    /**
     * These with SOP classes alone that are listed, each with transfer syntaxes of its own.
     *
     * @param classes transfer syntaxes by SOP class, the one that is liked best first
     * @return a changed copy
     */
    public StorageOptions withTransferSyntaxesOf(Map<String, List<String>> classes) {
        return new StorageOptions(List.copyOf(classes.keySet()), false, transferSyntaxes, classes, policy,
                mostAssociations, onStored);
    }

    /**
     * These with access control.
     *
     * @param access who may associate
     * @return a changed copy
     */
    public StorageOptions with(AccessPolicy access) {
        return new StorageOptions(sopClasses, takesAnyClass, transferSyntaxes, ofClass, access,
                mostAssociations, onStored);
    }

    /**
     * These with another number of associations.
     *
     * @param count how many there may be at a time
     * @return a changed copy
     */
    public StorageOptions withMostAssociations(int count) {
        return new StorageOptions(sopClasses, takesAnyClass, transferSyntaxes, ofClass, policy, count, onStored);
    }

    /**
     * These with somebody who hears of each stored object.
     *
     * @param listener see {@link #onStored()}
     * @return a changed copy
     */
    public StorageOptions onStored(Consumer<StoredObject> listener) {
        return new StorageOptions(sopClasses, takesAnyClass, transferSyntaxes, ofClass, policy,
                mostAssociations, listener);
    }
}
