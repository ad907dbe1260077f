package org.bitewing.codec.jpeg;

/** Decodes the data units of DCT scans: one implementation for each mode and entropy coding. */
interface BlockCoder {
    /** Prepares for a scan, and checks that its tables are there. */
    void begin(Frame frame, Scan scan, DecodingTables tables, EntropySegment segment);

    /** Starts the first or the next restart interval, whose segment is loaded (10918-1 F.2.1.3.1). */
    void restart();

    /**
     * Decodes the next data unit.
     *
     * @param component that it is of
     * @param row       of data units in the component
     * @param column    of data units
     */
    void decode(Component component, int row, int column);
}
