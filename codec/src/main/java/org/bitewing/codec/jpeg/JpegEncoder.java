package org.bitewing.codec.jpeg;

import java.util.List;

/**
 * Encodes frames as ISO 10918-1 streams in the interchange format: baseline, extended sequential, progressive (8 and
 * 12 bits) and lossless (2 to 16 bits), with Huffman coding, one or three components, as {@link EncodeParameters} say.
 * An encoder keeps its workspace for the next frame, and is not thread-safe.
 */
public final class JpegEncoder {
    /** So that a plane, padded to whole MCUs, fits in an array. */
    private static final int MOST_SAMPLES = 1 << 30;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};
    /** Version 100, no flags, transform 0: red, green and blue. */
    private static final byte[] ADOBE_RGB = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};

    private final EncoderInput input = new EncoderInput();
    private final EntropyWriter writer = new EntropyWriter();
    private final ForwardDct dct = new ForwardDct();
    private final LosslessEncoder lossless = new LosslessEncoder();
    private final ProgressiveEncoder progressive = new ProgressiveEncoder();
    private final EncodedComponent[] allComponents = {new EncodedComponent(0), new EncodedComponent(1),
        new EncodedComponent(2)};
    private final HuffmanCode[] direct = {new HuffmanCode(), new HuffmanCode()};
    private final HuffmanCode[] alternating = {new HuffmanCode(), new HuffmanCode()};

    /** An encoder with an empty workspace. */
    public JpegEncoder() {
        // The workspace grows with the first frame.
    }

    /**
     * Encodes a frame of at most 8 bits.
     *
     * @param parameters what to make of which samples
     * @param source     the samples, one byte each, unsigned
     * @param offset     index of the first sample
     * @return the stream, from SOI to EOI
     * @throws IllegalArgumentException where the samples are more than 8 bits, not all there, or more than
     *                                  2<sup>30</sup>
     */
    public byte[] encode(EncodeParameters parameters, byte[] source, int offset) {
        if (parameters.precision() > 8) {
            throw new IllegalArgumentException("samples of " + parameters.precision() + " bits in bytes");
        }
        return encode(parameters, source, null, offset, source.length);
    }

    /**
     * Encodes a frame of 2 to 16 bits.
     *
     * @param parameters what to make of which samples
     * @param source     the samples, 16 bits each, of which those beyond the precision are dropped
     * @param offset     index of the first sample
     * @return the stream, from SOI to EOI
     * @throws IllegalArgumentException where the samples are not all there, or more than 2<sup>30</sup>
     */
    public byte[] encode(EncodeParameters parameters, short[] source, int offset) {
        return encode(parameters, null, source, offset, source.length);
    }

    private byte[] encode(EncodeParameters parameters, byte[] bytes, short[] shorts, int offset, int length) {
        long samples = (long) parameters.width() * parameters.height() * parameters.components();
        if (offset < 0 || samples > length - offset) {
            throw new IllegalArgumentException("a frame of " + samples + " samples at offset " + offset
                    + " of an array of " + length);
        }
        if (samples > MOST_SAMPLES) {
            throw new IllegalArgumentException("a frame of " + samples + " samples; " + MOST_SAMPLES + " are the most");
        }
        writer.reset();
        writer.marker(Marker.SOI);
        writeColour(parameters);
        input.open(parameters, bytes, shorts, offset);
        try {
            if (parameters.process() == JpegProcess.LOSSLESS) {
                encodeLossless(parameters);
            } else {
                encodeDct(parameters);
            }
        } finally {
            input.close();
        }
        writer.marker(Marker.EOI);
        return writer.toByteArray();
    }

    private void writeColour(EncodeParameters parameters) {
        if (parameters.isYcbcr() || parameters.colour() == ComponentColour.RGB) {
            byte[] segment = parameters.isYcbcr() ? JFIF : ADOBE_RGB;
            writer.marker(parameters.isYcbcr() ? Marker.APP0 : Marker.APP14);
            writer.write16(segment.length + 2);
            writer.write(segment, segment.length);
        }
    }

    private void encodeLossless(EncodeParameters parameters) {
        lossless.predict(parameters, input);
        lossless.count(parameters, direct[0]);
        direct[0].optimise();
        writeFrameHeader(parameters);
        writeHuffman(direct[0], 0, 0);
        writeRestartInterval(parameters.restartInterval(), parameters.width());
        ScanScript.Step scan = new ScanScript.Step(all(parameters), parameters.predictor(), 0, 0,
                parameters.pointTransform());
        writeScanHeader(parameters, scan, false);
        lossless.write(parameters, direct[0], writer);
    }

    private void encodeDct(EncodeParameters parameters) {
        EncodedComponent[] components = java.util.Arrays.copyOf(allComponents, parameters.components());
        int[][] quantisation = {StandardTables.quantisation(0, parameters.quality()),
            StandardTables.quantisation(1, parameters.quality())};
        for (EncodedComponent component : components) {
            component.layOut(parameters);
        }
        input.read(parameters, components);
        for (EncodedComponent component : components) {
            component.transform(dct, parameters.precision(), quantisation[tableOf(parameters, component.index)]);
        }
        for (int table = 0; table < tableCount(parameters); table++) {
            writeQuantisation(quantisation[table], table);
        }
        writeFrameHeader(parameters);
        if (parameters.process() == JpegProcess.PROGRESSIVE) {
            encodeProgressive(parameters, components);
        } else {
            encodeSequential(parameters, components);
        }
    }

    private void encodeSequential(EncodeParameters parameters, EncodedComponent[] components) {
        int tables = tableCount(parameters);
        for (int table = 0; table < tables; table++) {
            direct[table].clear();
            alternating[table].clear();
            if (!parameters.needsOwnTables()) {
                StandardTables.define(direct[table], 0, table);
                StandardTables.define(alternating[table], 1, table);
            }
        }
        if (parameters.needsOwnTables()) {
            writer.counting(true);
            SequentialEncoder.encode(parameters, components, direct, alternating, writer);
            writer.counting(false);
        }
        for (int table = 0; table < tables; table++) {
            if (parameters.needsOwnTables()) {
                direct[table].optimise();
                alternating[table].optimise();
            }
            writeHuffman(direct[table], 0, table);
            writeHuffman(alternating[table], 1, table);
        }
        writeRestartInterval(parameters.restartInterval(), components[0].paddedAcross / components[0].horizontal);
        writeScanHeader(parameters, new ScanScript.Step(all(parameters), 0, 63, 0, 0), true);
        SequentialEncoder.encode(parameters, components, direct, alternating, writer);
    }

    private void encodeProgressive(EncodeParameters parameters, EncodedComponent[] components) {
        List<ScanScript.Step> script = ScanScript.of(parameters);
        for (ScanScript.Step step : script) {
            int tableClass = step.start() == 0 ? 0 : 1;
            HuffmanCode[] codes = tableClass == 0 ? direct : alternating;
            EncodedComponent first = components[step.components()[0]];
            // The lower bits of DC coefficients come without a code (G.1.2.1).
            if (tableClass == 1 || step.high() == 0) {
                codes[0].clear();
                codes[1].clear();
                writer.counting(true);
                progressive.encode(parameters, components, step, codes, writer);
                writer.counting(false);
                for (int table = 0; table < tableCount(parameters); table++) {
                    if (tableClass == 0 || table == tableOf(parameters, first.index)) {
                        codes[table].optimise();
                        writeHuffman(codes[table], tableClass, table);
                    }
                }
            }
            writeRestartInterval(parameters.restartInterval(),
                    tableClass == 0 ? first.paddedAcross / first.horizontal : first.blocksAcross);
            writeScanHeader(parameters, step, true);
            progressive.encode(parameters, components, step, codes, writer);
        }
    }

    private static int tableOf(EncodeParameters parameters, int component) {
        return parameters.isYcbcr() && component > 0 ? 1 : 0;
    }

    private static int tableCount(EncodeParameters parameters) {
        return parameters.isYcbcr() ? 2 : 1;
    }

    private static int[] all(EncodeParameters parameters) {
        return parameters.components() == 1 ? new int[] {0} : new int[] {0, 1, 2};
    }

    private void writeFrameHeader(EncodeParameters parameters) {
        writer.marker(parameters.process().code());
        writer.write16(8 + 3 * parameters.components());
        writer.write8(parameters.precision());
        writer.write16(parameters.height());
        writer.write16(parameters.width());
        writer.write8(parameters.components());
        boolean isDct = parameters.process() != JpegProcess.LOSSLESS;
        for (int i = 0; i < parameters.components(); i++) {
            writer.write8(i + 1);
            boolean larger = isDct && i == 0;
            writer.write8(larger ? parameters.subsampling().horizontal() << 4 | parameters.subsampling().vertical()
                    : 0x11);
            writer.write8(isDct ? tableOf(parameters, i) : 0);
        }
    }

    private void writeQuantisation(int[] table, int destination) {
        writer.marker(Marker.DQT);
        writer.write16(67);
        writer.write8(destination);
        for (int k = 0; k < 64; k++) {
            writer.write8(table[DecodingTables.NATURAL[k]]);
        }
    }

    private void writeHuffman(HuffmanCode code, int tableClass, int destination) {
        writer.marker(Marker.DHT);
        writer.write16(19 + code.symbolCount);
        writer.write8(tableClass << 4 | destination);
        writer.write(code.counts, 16);
        writer.write(code.symbols, code.symbolCount);
    }

    private void writeRestartInterval(int lines, int mcusAcross) {
        if (lines == 0) {
            return;
        }
        if (lines * (long) mcusAcross > 65535) {
            throw new IllegalArgumentException("restart interval of " + lines + " lines of " + mcusAcross
                    + " MCUs; 65535 MCUs are the most");
        }
        writer.marker(Marker.DRI);
        writer.write16(4);
        writer.write16(lines * mcusAcross);
    }

    private void writeScanHeader(EncodeParameters parameters, ScanScript.Step scan, boolean isDct) {
        writer.marker(Marker.SOS);
        writer.write16(6 + 2 * scan.components().length);
        writer.write8(scan.components().length);
        for (int i : scan.components()) {
            writer.write8(i + 1);
            writer.write8(isDct ? tableOf(parameters, i) * 0x11 : 0);
        }
        writer.write8(scan.start());
        writer.write8(scan.end());
        writer.write8(scan.high() << 4 | scan.low());
    }
}
