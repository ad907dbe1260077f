package org.bitewing.codec.jpeg;

import java.util.ArrayList;
import java.util.List;

/** The scans of a progressive frame: first a rough picture of everything, then finer bits; the order of libjpeg. */
final class ScanScript {
    /** One scan: its components, Ss, Se, Ah and Al (10918-1 B.2.3). */
    record Step(int[] components, int start, int end, int high, int low) {
    }

    private static final List<Step> GRAY = List.of(
            new Step(new int[] {0}, 0, 0, 0, 1),
            new Step(new int[] {0}, 1, 5, 0, 2),
            new Step(new int[] {0}, 6, 63, 0, 2),
            new Step(new int[] {0}, 1, 63, 2, 1),
            new Step(new int[] {0}, 0, 0, 1, 0),
            new Step(new int[] {0}, 1, 63, 1, 0));

    /** G.1.1.1.1: bands of coefficients, one after the other. */
    private static final List<Step> BANDS = List.of(
            new Step(new int[] {0}, 0, 0, 0, 0),
            new Step(new int[] {0}, 1, 5, 0, 0),
            new Step(new int[] {0}, 6, 63, 0, 0));

    /** Luminance is refined before chrominance, which needs less. */
    private static final List<Step> YCBCR = List.of(
            new Step(new int[] {0, 1, 2}, 0, 0, 0, 1),
            new Step(new int[] {0}, 1, 5, 0, 2),
            new Step(new int[] {2}, 1, 63, 0, 1),
            new Step(new int[] {1}, 1, 63, 0, 1),
            new Step(new int[] {0}, 6, 63, 0, 2),
            new Step(new int[] {0}, 1, 63, 2, 1),
            new Step(new int[] {0, 1, 2}, 0, 0, 1, 0),
            new Step(new int[] {2}, 1, 63, 1, 0),
            new Step(new int[] {1}, 1, 63, 1, 0),
            new Step(new int[] {0}, 1, 63, 1, 0));

    private ScanScript() {
    }

    static List<Step> of(EncodeParameters parameters) {
        if (parameters.components() == 1) {
            return parameters.spectral() ? BANDS : GRAY;
        }
        if (parameters.spectral()) {
            return threeAlike(BANDS);
        }
        return parameters.isYcbcr() ? YCBCR : threeAlike(GRAY);
    }

    private static List<Step> threeAlike(List<Step> script) {
        List<Step> steps = new ArrayList<>();
        for (Step step : script) {
            if (step.start() == 0) {
                steps.add(new Step(new int[] {0, 1, 2}, 0, 0, step.high(), step.low()));
            } else {
                for (int i = 0; i < 3; i++) {
                    steps.add(new Step(new int[] {i}, step.start(), step.end(), step.high(), step.low()));
                }
            }
        }
        return steps;
    }
}
