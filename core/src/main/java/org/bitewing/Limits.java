package org.bitewing;

/**
 * What data from outside may cost, as one immutable value that is passed in. Every length, count and depth is checked
 * against the bytes that are there and against these limits before anything is allocated; the error names the limit.
 * {@link #defaults()} suits files of any real size.
 */
public final class Limits {
    private static final long MIB = 1L << 20;
    private static final Limits DEFAULTS = new Limits(128, Math.max(16 * MIB, Runtime.getRuntime().maxMemory() / 2),
            1000, 250, 64 * MIB, 1 << 28, 1 << 20);

    private final int depth;
    private final long memory;
    private final int problems;
    private final int inflateRatio;
    private final long inflateAllowance;
    private final int pixels;
    private final int pdu;

    private Limits(int depth, long memory, int problems, int inflateRatio, long inflateAllowance, int pixels,
                   int pdu) {
        this.depth = depth;
        this.memory = memory;
        this.problems = problems;
        this.inflateRatio = inflateRatio;
        this.inflateAllowance = inflateAllowance;
        this.pixels = pixels;
        this.pdu = pdu;
    }

    /**
     * The limits that are used where none are given: depth 128, memory half of the Java heap, 1,000 problems, an
     * inflate ratio of 250 beyond 64 MiB, 268,435,456 pixels, PDUs of 1 MiB.
     *
     * @return the defaults
     */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /**
     * How deep sequences may be nested: a data set has depth 0, an item of its sequences depth 1.
     *
     * @return levels
     */
    public int depth() {
        return depth;
    }

    /**
     * What one data set may take in memory, its values included; values that stay in their file do not count.
     *
     * @return bytes, as a close estimate
     */
    public long memory() {
        return memory;
    }

    /**
     * How many problems are listed; more are counted by the last one only.
     *
     * @return a count
     */
    public int problems() {
        return problems;
    }

    /**
     * How many bytes one deflated byte may become, once more than {@link #inflateAllowance()} came out.
     *
     * @return a ratio; deflate cannot exceed 1,032
     */
    public int inflateRatio() {
        return inflateRatio;
    }

    /**
     * How many inflated bytes are given before {@link #inflateRatio()} counts.
     *
     * @return bytes
     */
    public long inflateAllowance() {
        return inflateAllowance;
    }

    /**
     * How many pixels a frame may have.
     *
     * @return rows times columns
     */
    public int pixels() {
        return pixels;
    }

    /**
     * How long a PDU may be that opens an association (PS3.8 9.3.2 and 9.3.3), and a command set (PS3.7 6.3). The length
     * of P-DATA-TF PDUs is negotiated instead.
     *
     * @return bytes
     */
    public int pdu() {
        return pdu;
    }

    /**
     * These limits with another depth.
     *
     * @param levels 1 to 1,000: comparing and printing data sets goes down level by level, in any thread's stack
     * @return new limits
     */
    public Limits withDepth(int levels) {
        return new Limits((int) check("depth", levels, 1_000), memory, problems, inflateRatio, inflateAllowance,
                pixels, pdu);
    }

    /**
     * These limits with other memory.
     *
     * @param bytes 1 or more
     * @return new limits
     */
    public Limits withMemory(long bytes) {
        return new Limits(depth, check("memory", bytes, Long.MAX_VALUE), problems, inflateRatio, inflateAllowance,
                pixels, pdu);
    }

    /**
     * These limits with another number of problems.
     *
     * @param count 1 to 1,000,000
     * @return new limits
     */
    public Limits withProblems(int count) {
        return new Limits(depth, memory, (int) check("problems", count, 1_000_000), inflateRatio, inflateAllowance,
                pixels, pdu);
    }

    /**
     * These limits with another inflate ratio and what is free of it.
     *
     * @param ratio     1 or more
     * @param allowance bytes, 1 or more
     * @return new limits
     */
    public Limits withInflate(int ratio, long allowance) {
        return new Limits(depth, memory, problems, (int) check("inflateRatio", ratio, Integer.MAX_VALUE),
                check("inflateAllowance", allowance, Long.MAX_VALUE), pixels, pdu);
    }

    /**
     * These limits with another number of pixels.
     *
     * @param count 1 or more
     * @return new limits
     */
    public Limits withPixels(int count) {
        return new Limits(depth, memory, problems, inflateRatio, inflateAllowance,
                (int) check("pixels", count, Integer.MAX_VALUE), pdu);
    }

    /**
     * These limits with another length of PDUs.
     *
     * @param bytes 1 to 16,777,216
     * @return new limits
     */
    public Limits withPdu(int bytes) {
        return new Limits(depth, memory, problems, inflateRatio, inflateAllowance, pixels,
                (int) check("pdu", bytes, 1 << 24));
    }

    private static long check(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " is 1 to " + most + ", not " + value);
        }
        return value;
    }
}
