package org.bitewing.codec.jpegls;

import java.util.Arrays;

/** Encodes a scan line by line, restart intervals and all; the counterpart of {@link ScanDecoder}. */
final class ScanEncoder {
    private static final int MOST = FrameReader.MOST_COMPONENTS;

    private final FrameSource source;
    private final BitWriter out;
    private final CodingParameters parameters = new CodingParameters();
    private final Contexts contexts = new Contexts();
    private final RunEncoder run;
    private final LineEncoder encoder;
    private final int[][] lines = new int[MOST][0];
    private final int[][] above = new int[MOST][0];
    private final int[] runIndexes = new int[MOST];

    ScanEncoder(FrameSource source, BitWriter out) {
        this.source = source;
        this.out = out;
        run = new RunEncoder(out, parameters, contexts);
        encoder = new LineEncoder(parameters, new RegularEncoder(out, parameters, contexts), run);
    }

    /** Encodes {@code count} components from {@code first} on, until the target is full. */
    void encode(JpegLsHeader header, int first, int count) {
        parameters.set(header.preset(), header.near());
        for (int i = 0; i < count; i++) {
            if (lines[i].length < header.width() + 2) {
                lines[i] = new int[header.width() + 2];
                above[i] = new int[header.width() + 2];
            }
        }
        startInterval(count);
        int inInterval = 0;
        int restarts = 0;
        for (int row = 0; row < header.height() && !out.isFull(); row++) {
            if (header.restartInterval() != 0 && inInterval == header.restartInterval()) {
                out.endBits();
                out.putMarker(Marker.RST0 + (restarts++ & 7));
                startInterval(count);
                inInterval = 0;
            }
            encodeRow(header, row, first, count);
            inInterval++;
        }
        out.endBits();
    }

    private void startInterval(int count) {
        contexts.reset(parameters.range);
        Arrays.fill(runIndexes, 0);
        run.runIndex = 0;
        for (int i = 0; i < count; i++) {
            Arrays.fill(above[i], 0);
        }
    }

    private void encodeRow(JpegLsHeader header, int row, int first, int count) {
        for (int i = 0; i < count; i++) {
            source.read(first + i, row, lines[i]);
        }
        if (count > 1 && header.interleave() == InterleaveMode.SAMPLE) {
            encoder.encode(above, lines, count, header.width());
        } else {
            for (int i = 0; i < count; i++) {
                run.runIndex = runIndexes[i];
                encoder.encode(above[i], lines[i], header.width());
                runIndexes[i] = run.runIndex;
            }
        }
        for (int i = 0; i < count; i++) {
            int[] line = lines[i];
            lines[i] = above[i];
            above[i] = line;
        }
    }
}
