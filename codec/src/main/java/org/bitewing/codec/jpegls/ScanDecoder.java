package org.bitewing.codec.jpegls;

import java.util.Arrays;

/** Decodes a scan line by line, restart intervals and all (14495-1 A.8, C.2.5). */
final class ScanDecoder {
    private static final int MOST = FrameReader.MOST_COMPONENTS;

    private final FrameReader frame;
    private final FrameTarget target;
    private final BitReader in = new BitReader();
    private final CodingParameters parameters = new CodingParameters();
    private final Contexts contexts = new Contexts();
    private final RunDecoder run = new RunDecoder(in, parameters, contexts);
    private final RegularDecoder regular = new RegularDecoder(in, parameters, contexts);
    private final LineDecoder lineDecoder = new LineDecoder(in, parameters, contexts, regular, run);
    private final PixelDecoder pixelDecoder = new PixelDecoder(in, parameters, regular, run);
    /** The lines in work and those above, by the place of a component in the scan. */
    private final int[][] lines = new int[MOST][0];
    private final int[][] above = new int[MOST][0];
    private final int[] runIndexes = new int[MOST];
    /** Lines that are complete, by the place of a component in the frame. */
    private final int[] done = new int[MOST];

    ScanDecoder(FrameReader frame, FrameTarget target) {
        this.frame = frame;
        this.target = target;
    }

    /** Before the first scan of a frame. */
    void reset() {
        Arrays.fill(done, 0);
    }

    /** After the last scan of a frame. */
    void close() {
        in.close();
    }

    /** Lines of the frame that are complete in all components. */
    int completeLines() {
        int least = frame.height;
        for (int c = 0; c < frame.components; c++) {
            least = Math.min(least, done[c] * frame.lineRatio[c]);
        }
        return least;
    }

    /** The first byte after what was decoded. */
    int position() {
        return in.position();
    }

    /** Decodes the scan whose header the frame has read. */
    void decode() {
        int units = units();
        parameters.set(frame.preset, frame.near);
        in.start(frame.source(), frame.origin(), frame.position(), frame.end());
        for (int i = 0; i < frame.scanComponents; i++) {
            int length = frame.width / frame.columnRatio[frame.scan[i]] + 2;
            if (lines[i].length < length) {
                lines[i] = new int[length];
                above[i] = new int[length];
            }
        }
        startInterval();
        int inInterval = 0;
        int restarts = 0;
        for (int unit = 0; unit < units; unit++) {
            if (frame.restartInterval != 0 && inInterval == frame.restartInterval) {
                passRestartMarker(restarts++ & 7);
                startInterval();
                inInterval = 0;
            }
            decodeUnit();
            inInterval++;
        }
    }

    /** How many MCU the scan has: a line, or some of each component where their number differs (14495-1 annex B). */
    private int units() {
        int first = frame.scan[0];
        for (int i = 0; i < frame.scanComponents; i++) {
            int c = frame.scan[i];
            if (done[c] != 0) {
                throw BitReader.error("A component is in two scans", frame.position() - frame.origin());
            }
            boolean sameSize = frame.columnRatio[c] == frame.columnRatio[first]
                    && frame.lineRatio[c] == frame.lineRatio[first];
            if (frame.interleave == InterleaveMode.SAMPLE && !sameSize) {
                throw BitReader.error("Samples of components of different size cannot be interleaved",
                        frame.position() - frame.origin());
            }
        }
        int lines = frame.height / frame.lineRatio[first];
        if (frame.interleave != InterleaveMode.LINE) {
            return lines;
        }
        if (lines % frame.linesPerUnit[first] != 0) {
            throw BitReader.error("Subsampling that does not divide the frame evenly: refused",
                    frame.position() - frame.origin());
        }
        return lines / frame.linesPerUnit[first];
    }

    private void startInterval() {
        contexts.reset(parameters.range);
        Arrays.fill(runIndexes, 0);
        for (int i = 0; i < frame.scanComponents; i++) {
            Arrays.fill(above[i], 0);
        }
        run.runIndex = 0;
    }

    private void decodeUnit() {
        if (frame.interleave == InterleaveMode.SAMPLE) {
            pixelDecoder.decode(above, lines, frame.scanComponents, frame.width / frame.columnRatio[frame.scan[0]]);
            for (int i = 0; i < frame.scanComponents; i++) {
                finish(i);
            }
            return;
        }
        for (int i = 0; i < frame.scanComponents; i++) {
            int c = frame.scan[i];
            int count = frame.interleave == InterleaveMode.NONE ? 1 : frame.linesPerUnit[c];
            for (int line = 0; line < count; line++) {
                run.runIndex = runIndexes[i];
                lineDecoder.decode(above[i], lines[i], frame.width / frame.columnRatio[c]);
                runIndexes[i] = run.runIndex;
                finish(i);
            }
        }
    }

    /** Hands a line over; it is the one above the next. */
    private void finish(int i) {
        int c = frame.scan[i];
        target.write(c, done[c]++, lines[i], frame.columnRatio[c], frame.lineRatio[c]);
        int[] line = lines[i];
        lines[i] = above[i];
        above[i] = line;
    }

    private void passRestartMarker(int number) {
        int at = frame.findMarker(in.position());
        int code = at < 0 ? 0 : frame.source()[at + 1] & 0xFF;
        if (code != Marker.RST0 + number) {
            throw BitReader.error("Restart marker RST" + number + " is missing",
                    (at < 0 ? frame.end() : at) - frame.origin());
        }
        in.start(frame.source(), frame.origin(), at + 2, frame.end());
    }
}
