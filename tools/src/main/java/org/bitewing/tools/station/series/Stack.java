package org.bitewing.tools.station.series;

import java.util.Arrays;

/**
 * Slices of one orientation: where they lie along its normal, in whole micrometres, ascending and each once. Immutable;
 * the array is never handed out.
 */
final class Stack {
    /** How many positions are kept, the least first. */
    static final int MOST = 4096;
    /** A gap is where the distance is that much more than the least one. */
    private static final double GAP = 1.5;

    private final long[] positions;

    private Stack(long[] positions) {
        this.positions = positions;
    }

    static Stack of(long... positions) {
        long[] sorted = positions.clone();
        Arrays.sort(sorted);
        return new Stack(distinct(sorted));
    }

    private static long[] distinct(long[] sorted) {
        long[] target = new long[Math.min(sorted.length, MOST)];
        int count = 0;
        for (int i = 0; i < sorted.length && count < target.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                target[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(target, count);
    }

    Stack merge(Stack other) {
        if (other.positions.length == 1 && Arrays.binarySearch(positions, other.positions[0]) >= 0) {
            return this;
        }
        long[] all = Arrays.copyOf(positions, positions.length + other.positions.length);
        System.arraycopy(other.positions, 0, all, positions.length, other.positions.length);
        Arrays.sort(all);
        return new Stack(distinct(all));
    }

    int size() {
        return positions.length;
    }

    long[] toArray() {
        return positions.clone();
    }

    long first() {
        return positions[0];
    }

    long last() {
        return positions[positions.length - 1];
    }

    /** The least distance between neighbours; 0 for one slice alone. */
    long least() {
        long least = Long.MAX_VALUE;
        for (int i = 1; i < positions.length; i++) {
            least = Math.min(least, positions[i] - positions[i - 1]);
        }
        return positions.length < 2 ? 0 : least;
    }

    /** The greatest distance between neighbours; 0 for one slice alone. */
    long greatest() {
        long greatest = 0;
        for (int i = 1; i < positions.length; i++) {
            greatest = Math.max(greatest, positions[i] - positions[i - 1]);
        }
        return greatest;
    }

    /** How many times the distance between neighbours leaves room for more. */
    int gaps() {
        int gaps = 0;
        double most = least() * GAP;
        for (int i = 1; i < positions.length; i++) {
            gaps += positions[i] - positions[i - 1] > most ? 1 : 0;
        }
        return gaps;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stack stack && Arrays.equals(positions, stack.positions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(positions);
    }
}
