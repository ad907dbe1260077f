package org.bitewing.codec.jpegls;

/** Run mode (14495-1 A.7): how long a run is, and the sample that ends it. */
final class RunDecoder {
    /** RUNindex; where lines are interleaved, each component has its own. */
    int runIndex;
    private final BitReader in;
    private final CodingParameters parameters;
    private final Contexts contexts;

    RunDecoder(BitReader in, CodingParameters parameters, Contexts contexts) {
        this.in = in;
        this.parameters = parameters;
        this.contexts = contexts;
    }

    /** Reads a run (14495-1 A.7.1), of at most what is left of the line; if it is less, a sample interrupts it. */
    int readLength(int left) {
        int length = 0;
        while (in.readBit() == 1) {
            int segment = 1 << CodingParameters.J[runIndex];
            if (segment > left - length) {
                return left;
            }
            length += segment;
            if (runIndex < CodingParameters.J.length - 1) {
                runIndex++;
            }
            if (length == left) {
                return left;
            }
        }
        length += in.readBits(CodingParameters.J[runIndex]);
        if (length > left) {
            throw in.error("Run of " + length + " samples where the line has " + left);
        }
        return length;
    }

    /** After the interrupting sample. */
    void ended() {
        if (runIndex > 0) {
            runIndex--;
        }
    }

    /** Reads the sample that interrupts a run of a single component (14495-1 A.7.2). */
    int readSample(int ra, int rb) {
        if (Math.abs(ra - rb) <= parameters.near) {
            return parameters.reconstruct(ra, readError(1));
        }
        return readSample(rb, rb >= ra);
    }

    /** As type 0, which is the only one where samples are interleaved. */
    int readSample(int rb, boolean ascends) {
        int error = readError(0);
        return parameters.reconstruct(rb, ascends ? error : -error);
    }

    private int readError(int type) {
        int k = contexts.runGolombParameter(type);
        int mapped = in.readGolomb(k, parameters.limit - CodingParameters.J[runIndex] - 1, parameters.errorBits);
        int twice = mapped + type;
        int odd = twice & 1;
        int magnitude = twice + odd >> 1;
        boolean mostlyNegative = k != 0 || 2 * contexts.runNegative[type] >= contexts.runN[type];
        int error = mostlyNegative == (odd == 1) ? -magnitude : magnitude;
        contexts.updateRun(type, error, mapped, parameters.reset);
        return error;
    }
}
