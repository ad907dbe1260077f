package org.bitewing.codec.jpegls;

/** Run mode (14495-1 A.7): the counterpart of {@link RunDecoder}. */
final class RunEncoder {
    /** RUNindex; where lines are interleaved, each component has its own. */
    int runIndex;
    private final BitWriter out;
    private final CodingParameters parameters;
    private final Contexts contexts;

    RunEncoder(BitWriter out, CodingParameters parameters, Contexts contexts) {
        this.out = out;
        this.parameters = parameters;
        this.contexts = contexts;
    }

    /** Writes a run (14495-1 A.7.1), which a sample interrupts unless it ends the line. */
    void writeLength(int length, boolean interrupted) {
        int left = length;
        while (left >= 1 << CodingParameters.J[runIndex]) {
            out.write(1, 1);
            left -= 1 << CodingParameters.J[runIndex];
            if (runIndex < CodingParameters.J.length - 1) {
                runIndex++;
            }
        }
        if (interrupted) {
            out.write(left, CodingParameters.J[runIndex] + 1);
        } else if (left > 0) {
            out.write(1, 1);
        }
    }

    /** After the interrupting sample. */
    void ended() {
        if (runIndex > 0) {
            runIndex--;
        }
    }

    /** Writes the sample that interrupts a run of a single component (14495-1 A.7.2); returns what decoding gives. */
    int writeSample(int sample, int ra, int rb) {
        if (Math.abs(ra - rb) <= parameters.near) {
            return writeSample(sample, ra, true, 1);
        }
        return writeSample(sample, rb, rb >= ra, 0);
    }

    /** As a type of run interruption; 0 is the only one where samples are interleaved. */
    int writeSample(int sample, int predicted, boolean ascends, int type) {
        int sign = ascends ? 0 : -1;
        int error = Contexts.negate(sample - predicted, sign);
        int decoded = sample;
        if (parameters.near != 0) {
            error = parameters.quantize(error);
            decoded = parameters.reconstruct(predicted, Contexts.negate(error, sign));
        }
        writeError(parameters.reduce(error), type);
        return decoded;
    }

    private void writeError(int error, int type) {
        int k = contexts.runGolombParameter(type);
        boolean mostlyNegative = k != 0 || 2 * contexts.runNegative[type] >= contexts.runN[type];
        // The likelier sign has the odd code; zero is even in any case.
        int odd = error != 0 && error < 0 == mostlyNegative ? 1 : 0;
        int mapped = 2 * Math.abs(error) - type - odd;
        out.writeGolomb(mapped, k, parameters.limit - CodingParameters.J[runIndex] - 1, parameters.errorBits);
        contexts.updateRun(type, error, mapped, parameters.reset);
    }
}
