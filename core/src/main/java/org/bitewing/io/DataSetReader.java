package org.bitewing.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Problem;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.dict.VR;

/**
 * Reads a whole data set into a tree. Values over {@link ReadOptions#withBulkThreshold} stay where they are if the
 * source is a file or an array. Elements out of order are sorted, and of those that are there twice the first one
 * counts, each a problem (PS3.5 7.1).
 */
public final class DataSetReader implements Closeable {
    /** What an element, and an item or sequence, take beside the value, objects included that are made of them later. */
    static final int ELEMENT_MEMORY = 40;
    static final int CONTAINER_MEMORY = 120;
    private static final int FRAGMENT_MEMORY = 100;
    /** What it takes to leave a value in its file: a window for what comes behind it. */
    private static final int BULK_MEMORY = Window.FIRST;
    /** Once this part of the memory is used, values from 1 KiB on stay in their file. */
    private static final int SCARCE = 4;
    private static final int SCARCE_THRESHOLD = 1 << 10;
    /** What is kept of a value that is not. */
    private static final int HEAD = 512;
    private static final int FRAGMENT_HEAD = 64;

    private final EventReader events;
    private final ReadOptions options;
    private final TreeStack tree;
    private final RegularHeaders regular;
    private final BulkPlace bulk;
    private long memory;
    /** Of the options, as every element asks. */
    private final long mostMemory;
    private final int bulkThreshold;

    private DataSetReader(ByteSource source, ReadOptions options) {
        this.events = new EventReader(source, options, true);
        this.options = options;
        this.tree = new TreeStack(events, options.characterSet());
        this.regular = new RegularHeaders(events, tree, options.bulkThreshold());
        this.bulk = new BulkPlace(events);
        this.mostMemory = options.limits().memory();
        this.bulkThreshold = options.bulkThreshold();
    }

    /**
     * A reader, for who wants to know more than the data set.
     *
     * @param source  the bytes; closed with the reader
     * @param options how to read
     * @return a reader that has read nothing yet
     */
    public static DataSetReader of(ByteSource source, ReadOptions options) {
        return new DataSetReader(source, options);
    }

    /**
     * Reads a file.
     *
     * @param path    the file
     * @param options how to read
     * @return the data set, with the file meta information as its first elements
     * @throws IOException    where the file cannot be read
     * @throws DicomException where it is not DICOM, is damaged, or exceeds the limits
     */
    public static DataSet read(Path path, ReadOptions options) throws IOException {
        return read(ByteSource.of(path), options);
    }

    /**
     * Reads a source to its end and closes it.
     *
     * @param source  the bytes
     * @param options how to read
     * @return the data set, with the file meta information as its first elements
     * @throws IOException    where the source cannot be read
     * @throws DicomException where it is not DICOM, is damaged, or exceeds the limits
     */
    public static DataSet read(ByteSource source, ReadOptions options) throws IOException {
        try (DataSetReader reader = of(source, options)) {
            return reader.read();
        }
    }

    /**
     * Reads everything; to be called once.
     *
     * @return the data set, with the file meta information as its first elements
     * @throws IOException    where the source cannot be read
     * @throws DicomException where it is not DICOM, is damaged, or exceeds the limits
     */
    public DataSet read() throws IOException {
        try {
            readAll();
        } catch (DicomException e) {
            if (!options.keepsDamaged()) {
                throw e;
            }
            tree.closeAll();
            events.problems.addDamage(new Problem(Problem.Kind.DAMAGED, e.location(), e.reason()));
        }
        return tree.dataSet();
    }

    /**
     * The transfer syntax of the data set that was read: named, forced or detected.
     *
     * @return the transfer syntax
     */
    public TransferSyntax transferSyntax() {
        return events.syntax;
    }

    /**
     * How the file meta information is encoded: explicit VR little endian, where PS3.10 7.1 is obeyed.
     *
     * @return its encoding; empty before reading, and where the file has none
     */
    public Optional<TransferSyntax> fileMetaSyntax() {
        return events.fileHead().metaSyntax();
    }

    /**
     * The element of the data set itself before or behind which reading stopped, as {@link ReadOptions#stopBefore} or
     * {@link ReadOptions#stopAfter} asked for.
     *
     * @return its tag; empty where reading came to the end
     */
    public OptionalInt stoppedAt() {
        return events.stoppedAt();
    }

    /**
     * What was found wrong so far, also where reading ended with an exception.
     *
     * @return the problems in the order found
     */
    public List<Problem> problems() {
        return events.problems.list();
    }

    /** Closes the source. */
    @Override
    public void close() throws IOException {
        events.close();
    }

    private void readAll() throws IOException {
        for (Event event = next(); event != Event.END; event = next()) {
            switch (event) {
                case ELEMENT -> element();
                case SEQUENCE_START -> {
                    use(CONTAINER_MEMORY);
                    tree.startSequence(events.tag, events.vrCode, events.length);
                }
                case ITEM_START -> {
                    use(CONTAINER_MEMORY);
                    tree.startItem(events.length, events.headerOffset);
                }
                case ITEM_END -> tree.endItem();
                case SEQUENCE_END -> tree.endSequence();
                case FRAGMENTS_START -> {
                    use(CONTAINER_MEMORY);
                    tree.startFragments();
                }
                case FRAGMENT -> tree.addFragment(fragment());
                case FRAGMENTS_END -> tree.endFragments();
                case END -> throw new AssertionError("the loop ends at the end");
            }
        }
        tree.closeAll();
    }

    /** The next event that is not part of something regular. */
    private Event next() throws IOException {
        memory = regular.read(memory, mostMemory / SCARCE);
        return events.next();
    }

    private void element() throws IOException {
        use(ELEMENT_MEMORY);
        int tag = events.tag;
        int vrCode = events.vrCode;
        long length = events.length;
        if (length > threshold()) {
            int unit = events.bigEndian ? VR.of(vrCode).unit() : 1;
            if (bulk.isKept()) {
                use(BULK_MEMORY);
                tree.add(new BulkValue(tag, vrCode, bulk.data(unit)));
                return;
            }
            if (!options.keepsBulk()) {
                use(HEAD);
                tree.add(new BulkValue(tag, vrCode, bulk.head(HEAD)));
                return;
            }
        }
        use(length);
        Window window = events.window;
        if (!events.bigEndian && events.value.takeFromWindow()) {
            tree.add(tag, vrCode, window.bytes, window.position - (int) length, (int) length);
        } else {
            byte[] bytes = events.value.readAll();
            tree.add(tag, vrCode, bytes, 0, bytes.length);
        }
    }

    private BulkData fragment() throws IOException {
        use(FRAGMENT_MEMORY);
        long length = events.length;
        boolean large = length > threshold() || tree.fragmentBytes() + length > bulkThreshold;
        if (large && bulk.isKept()) {
            return bulk.data(1);
        }
        if (large && !options.keepsBulk()) {
            use(FRAGMENT_HEAD);
            return bulk.head(FRAGMENT_HEAD);
        }
        use(length);
        return BulkData.of(events.value.readAll());
    }

    private int threshold() {
        boolean scarce = memory > mostMemory / SCARCE;
        return scarce ? Math.min(SCARCE_THRESHOLD, bulkThreshold) : bulkThreshold;
    }

    private void use(long bytes) {
        memory += bytes;
        if (memory > mostMemory) {
            throw events.error(DicomException.Kind.LIMIT, "the data set exceeds Limits.memory " + mostMemory + " bytes");
        }
    }
}
