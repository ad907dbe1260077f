package org.bitewing.codec.jpeg;

/**
 * Codes a lossless frame in one scan (10918-1 H.1): predicts, then codes the differences with a table made for them.
 */
final class LosslessEncoder {
    /** Differences modulo 2^16, in the order of coding. */
    private short[] differences = new short[0];
    /** For each component the line above and the current one, after the point transform. */
    private final short[][] above = new short[3][0];
    private final short[][] current = new short[3][0];

    /** Reads the samples and finds all differences. */
    void predict(EncodeParameters parameters, EncoderInput input) {
        int components = parameters.components();
        int width = parameters.width();
        if (differences.length < width * parameters.height() * components) {
            differences = new short[width * parameters.height() * components];
        }
        for (int i = 0; i < components; i++) {
            if (current[i].length < width) {
                current[i] = new short[width];
                above[i] = new short[width];
            }
        }
        for (int line = 0; line < parameters.height(); line++) {
            boolean first = line == 0 || parameters.restartInterval() != 0 && line % parameters.restartInterval() == 0;
            for (int i = 0; i < components; i++) {
                short[] swap = above[i];
                above[i] = current[i];
                current[i] = swap;
                input.readLine(i, line, width, swap, 0);
                for (int x = 0; parameters.pointTransform() > 0 && x < width; x++) {
                    swap[x] = (short) ((swap[x] & 0xFFFF) >> parameters.pointTransform());
                }
                predictLine(parameters, swap, above[i], first, line * width * components + i);
            }
        }
    }

    private void predictLine(EncodeParameters parameters, short[] line, short[] lineAbove, boolean first, int at) {
        int step = parameters.components();
        int width = parameters.width();
        int initial = 1 << parameters.precision() - parameters.pointTransform() - 1;
        differences[at] = (short) (line[0] - (first ? initial : lineAbove[0]));
        int predictor = first ? 1 : parameters.predictor();
        for (int x = 1, to = at + step; x < width; x++, to += step) {
            int left = line[x - 1] & 0xFFFF;
            int up = lineAbove[x] & 0xFFFF;
            int corner = lineAbove[x - 1] & 0xFFFF;
            differences[to] = (short) (line[x] - predict(predictor, left, up, corner));
        }
    }

    /** Table H.1. */
    private static int predict(int predictor, int left, int above, int corner) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> corner;
            case 4 -> left + above - corner;
            case 5 -> left + (above - corner >> 1);
            case 6 -> above + (left - corner >> 1);
            default -> left + above >> 1;
        };
    }

    void count(EncodeParameters parameters, HuffmanCode code) {
        code.clear();
        int end = parameters.width() * parameters.height() * parameters.components();
        for (int i = 0; i < end; i++) {
            code.frequency[SequentialEncoder.category(differences[i])]++;
        }
    }

    void write(EncodeParameters parameters, HuffmanCode code, EntropyWriter writer) {
        int lineLength = parameters.width() * parameters.components();
        for (int line = 0; line < parameters.height(); line++) {
            if (line > 0 && parameters.restartInterval() != 0 && line % parameters.restartInterval() == 0) {
                writer.restart(line / parameters.restartInterval() - 1);
            }
            for (int i = line * lineLength; i < (line + 1) * lineLength; i++) {
                int difference = differences[i];
                int category = SequentialEncoder.category(difference);
                // Category 16, which is -32768, has no bits behind its code (H.1.2.2).
                writer.code(code, category, difference < 0 ? difference - 1 : difference, category & 15);
            }
        }
        writer.align();
    }
}
