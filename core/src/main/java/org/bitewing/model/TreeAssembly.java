package org.bitewing.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.EncapsulatedValue;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.io.TransferSyntax;
import org.bitewing.text.SpecificCharacterSet;

/**
 * A data set that grows element by element, in any order, without recursion and within {@link Limits#depth()} and
 * {@link Limits#memory()}. All its text is in UTF-8; that Specific Character Set (0008,0005) says so is seen to at the
 * end. For one thread.
 */
public final class TreeAssembly {
    /** What an element, and an item or sequence, take beside the value while the tree grows. */
    private static final int ELEMENT_MEMORY = 120;
    private static final int CONTAINER_MEMORY = 200;
    private static final byte[] UTF_8 = {'I', 'S', 'O', '_', 'I', 'R', ' ', '1', '9', '2'};

    private final TextSource source;
    private final Optional<Spool> spool;
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean extended;
    private long memory;

    /** Tags are numbers without sign. An enum and no lambda, which costs a tool its start. */
    private enum TagOrder implements Comparator<Integer> {
        ASCENDING;

        @Override
        public int compare(Integer one, Integer other) {
            return Integer.compareUnsigned(one, other);
        }
    }

    /** A data set or item that is open, and in it at most one sequence. */
    private static final class Level {
        final TreeMap<Integer, Element> elements = new TreeMap<>(TagOrder.ASCENDING);
        int sequence;
        List<Item> items;
    }

    /**
     * A tree without an element.
     *
     * @param source    for the places of errors, and the limits
     * @param temporary a folder for large values, which are kept in memory where there is none
     */
    public TreeAssembly(TextSource source, Optional<Path> temporary) {
        this.source = source;
        this.spool = temporary.isPresent() ? Optional.of(new Spool(temporary.get())) : Optional.empty();
        levels.push(new Level());
    }

    /** Whether bytes lie in the temporary file. */
    boolean isSpooled(BulkData data) {
        return spool.isPresent() && spool.get().has(data);
    }

    Optional<Spool> spool() {
        return spool;
    }

    /**
     * Whether the open data set or item has an element.
     *
     * @param tag its tag
     * @return true where it has been added
     */
    public boolean has(int tag) {
        return levels.getFirst().elements.containsKey(tag);
    }

    /**
     * The elements of the open data set or item.
     *
     * @return by tag, to be changed with care
     */
    public TreeMap<Integer, Element> elements() {
        return levels.getFirst().elements;
    }

    /**
     * Adds an element.
     *
     * @param element complete
     */
    public void add(Element element) {
        use(ELEMENT_MEMORY);
        levels.getFirst().elements.put(element.tag(), element);
    }

    /** Notes that a text has characters beyond ASCII. */
    public void extended() {
        extended = true;
    }

    /**
     * Begins a sequence.
     *
     * @param tag its tag
     */
    public void startSequence(int tag) {
        use(CONTAINER_MEMORY);
        Level level = levels.getFirst();
        level.sequence = tag;
        level.items = new ArrayList<>();
    }

    /** Begins an item of the open sequence. */
    public void startItem() {
        if (levels.size() > source.limits().depth()) {
            throw error(DicomException.Kind.LIMIT, "sequences are nested deeper than Limits.depth "
                    + source.limits().depth());
        }
        use(CONTAINER_MEMORY);
        levels.push(new Level());
    }

    /** Ends the open item. */
    public void endItem() {
        Element[] elements = levels.pop().elements.values().toArray(new Element[0]);
        levels.getFirst().items.add(Item.over(described(elements), SpecificCharacterSet.UTF_8,
                Element.UNDEFINED_LENGTH, -1));
    }

    /** Ends the open sequence. */
    public void endSequence() {
        Level level = levels.getFirst();
        add(new Sequence(level.sequence, VR.SQ.code(), Element.UNDEFINED_LENGTH, level.items));
        level.items = null;
    }

    /**
     * The way to the open data set or item.
     *
     * @return the path
     */
    public TagPath path() {
        TagPath path = TagPath.ROOT;
        Level[] open = levels.toArray(new Level[0]);
        for (int i = open.length - 1; i > 0; i--) {
            path = path.item(open[i].sequence, open[i].items.size());
        }
        return path;
    }

    /**
     * Counts memory.
     *
     * @param bytes that are about to be taken; negative for what is given back
     */
    public void use(long bytes) {
        memory += bytes;
        if (memory > source.limits().memory()) {
            throw error(DicomException.Kind.LIMIT, "the data set exceeds Limits.memory " + source.limits().memory()
                    + " bytes");
        }
    }

    /**
     * An error in the open data set or item, at the mark of the source.
     *
     * @param kind   what is wrong, for a program
     * @param reason what is wrong, for a person
     * @return the error
     */
    public DicomException error(DicomException.Kind kind, String reason) {
        return source.errorAtMark(kind, reason, path());
    }

    /**
     * What {@link #error} and {@link #wrong} take the place from.
     *
     * @return the source of the text
     */
    public TextSource source() {
        return source;
    }

    /**
     * An error in an element of the open data set or item, at the mark of the source.
     *
     * @param tag    its tag
     * @param reason what is wrong, for a person
     * @return the error, of kind VALUE
     */
    public DicomException wrong(int tag, String reason) {
        return source.errorAtMark(DicomException.Kind.VALUE, reason, path().element(tag));
    }

    /**
     * What Specific Character Set (0008,0005) of the data set itself says, before it says UTF-8.
     *
     * @return the whole value; empty where there is none
     */
    public String characterSetTold() {
        Element told = levels.getLast().elements.get(Tag.SpecificCharacterSet);
        return told instanceof Value value ? new String(value.bytes(), StandardCharsets.ISO_8859_1).trim() : "";
    }

    /**
     * The data set, once every item has ended. Pixel data is in fragments if the transfer syntax wants it so, and its
     * value is items (PS3.5 A.4).
     *
     * @return the tree
     * @throws IOException where pixel data that lies elsewhere cannot be read
     */
    public DataSet dataSet() throws IOException {
        splitPixelData();
        TreeMap<Integer, Element> elements = levels.getFirst().elements;
        if (extended && !elements.containsKey(Tag.SpecificCharacterSet)) {
            elements.put(Tag.SpecificCharacterSet, utf8());
        }
        Element[] all = described(elements.values().toArray(new Element[0]));
        boolean named = elements.containsKey(Tag.SpecificCharacterSet);
        return DataSet.over(all, named ? SpecificCharacterSet.UTF_8 : SpecificCharacterSet.ASCII, new byte[0],
                List.of());
    }

    private void splitPixelData() throws IOException {
        TreeMap<Integer, Element> elements = levels.getFirst().elements;
        Element pixels = elements.get(Tag.PixelData);
        if (!(elements.get(Tag.TransferSyntaxUID) instanceof Value uid) || pixels == null
                || !TransferSyntax.of(new String(uid.bytes(), StandardCharsets.ISO_8859_1).trim()).encapsulated()) {
            return;
        }
        BulkData value = pixels instanceof Value small ? BulkData.of(small.bytes())
                : pixels instanceof BulkValue bulk ? bulk.data() : BulkData.of(new byte[0]);
        if (EncapsulatedValue.isOne(value)) {
            try {
                elements.put(Tag.PixelData, EncapsulatedValue.split(Tag.PixelData, pixels.vrCode(), value,
                        source.limits()));
            } catch (DicomException e) {
                throw wrong(Tag.PixelData, e.reason());
            }
        }
    }

    /** Where a character set is named, it is the one that the text is in now. */
    private static Element[] described(Element[] elements) {
        for (int i = 0; i < elements.length; i++) {
            if (elements[i].tag() == Tag.SpecificCharacterSet) {
                elements[i] = utf8();
            }
        }
        return elements;
    }

    private static Value utf8() {
        return Value.of(Tag.SpecificCharacterSet, VR.CS, UTF_8);
    }
}
