package org.bitewing.csa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;

/**
 * A CSA header of Siemens: tags by name. Both formats are read, {@link Format#CSA2}, which begins with {@code SV10},
 * and the older {@link Format#CSA1}, which begins with nothing. Every count and length is checked against the bytes
 * that are there before anything is made of it. Immutable.
 *
 * @param format which of the two it is in
 * @param tags   in the order of the header
 */
public record CsaHeader(Format format, List<CsaTag> tags) {
    /** The creator whose block holds the headers (PS3.5 7.8.1). */
    public static final String CREATOR = "SIEMENS CSA HEADER";

    private static final int GROUP = 0x0029_0000;
    private static final int IMAGE = 0x10;
    private static final int SERIES = 0x20;
    /** Where the headers lie in files that lost the creator, the most common block first. */
    private static final int[] BLOCKS = {0x10, 0x12, 0x11};

    /** The two formats. */
    public enum Format {
        /** The older one, without a sign. */
        CSA1,
        /** The one that begins with SV10. */
        CSA2
    }

    /**
     * Keeps a copy of the tags.
     *
     * @param format which of the two it is in
     * @param tags   in the order of the header
     */
    public CsaHeader {
        Objects.requireNonNull(format, "format");
        tags = List.copyOf(tags);
    }

    /**
     * Reads a header.
     *
     * @param bytes  the value of the element
     * @param source what it comes from, for messages
     * @return the header
     * @throws DicomException where the bytes are no CSA header (kind SYNTAX), or it is damaged (END or LENGTH), with the
     *                        offset in the value
     */
    public static CsaHeader parse(byte[] bytes, String source) {
        return new CsaReader(bytes, source).header();
    }

    /**
     * The header about the image, {@code (0029,xx10)}.
     *
     * @param attributes a data set
     * @return the header, if there is one
     * @throws DicomException where it is damaged; never where an element without its creator is something else
     */
    public static Optional<CsaHeader> image(Attributes attributes) {
        return find(attributes, IMAGE);
    }

    /**
     * The header about the series, {@code (0029,xx20)}.
     *
     * @param attributes a data set
     * @return the header, if there is one
     * @throws DicomException where it is damaged; never where an element without its creator is something else
     */
    public static Optional<CsaHeader> series(Attributes attributes) {
        return find(attributes, SERIES);
    }

    private static Optional<CsaHeader> find(Attributes attributes, int number) {
        OptionalInt tag = attributes.privateTag(CREATOR, GROUP | number);
        if (tag.isPresent()) {
            return read(attributes, tag.getAsInt());
        }
        for (int block : BLOCKS) {
            int candidate = GROUP | block << 8 | number;
            if (!attributes.contains(GROUP | block) && attributes.contains(candidate)) {
                try {
                    return read(attributes, candidate);
                } catch (DicomException e) {
                    // Without a creator nothing says that it is one.
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<CsaHeader> read(Attributes attributes, int tag) {
        Element element = attributes.element(tag).orElse(null);
        boolean hasBytes = element != null && element.length() > 0 && !(element instanceof Sequence)
                && !(element instanceof Fragments);
        return hasBytes ? Optional.of(parse(attributes.bytes(tag), "CSA header " + Tag.toString(tag)))
                : Optional.empty();
    }

    /**
     * A tag by its name.
     *
     * @param name such as {@code B_value}
     * @return the first of that name, if there is one
     */
    public Optional<CsaTag> tag(String name) {
        for (CsaTag tag : tags) {
            if (tag.name().equals(name)) {
                return Optional.of(tag);
            }
        }
        return Optional.empty();
    }

    /**
     * The first value of a tag.
     *
     * @param name such as {@code B_value}
     * @return the text; empty where there is none
     */
    public Optional<String> text(String name) {
        return tag(name).flatMap(CsaTag::text);
    }

    /**
     * The values of a tag.
     *
     * @param name such as {@code DiffusionGradientDirection}
     * @return the texts; none where it is not there
     */
    public List<String> texts(String name) {
        return tag(name).map(CsaTag::values).orElse(List.of());
    }

    /**
     * The measurement protocol: that of {@code MrPhoenixProtocol}, or else of {@code MrProtocol}, of a series header.
     *
     * @return the protocol, if one of the two has one
     */
    public Optional<CsaProtocol> protocol() {
        return text("MrPhoenixProtocol").flatMap(CsaProtocol::parse)
                .or(() -> text("MrProtocol").flatMap(CsaProtocol::parse));
    }
}
