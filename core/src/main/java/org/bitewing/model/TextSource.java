package org.bitewing.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/**
 * Characters from a stream, one by one, that know their line and column. Bytes that are not of the encoding are an
 * error at their place, never a replacement character. For one thread.
 */
public final class TextSource implements Closeable {
    /** What {@link #read} and {@link #peek} give at the end. */
    public static final int END = -1;
    private static final int BUFFER = 1 << 13;
    /** One token may have a character for so many bytes of {@link Limits#memory()}, as it is held more than once. */
    private static final int BYTES_OF_A_CHARACTER = 8;

    private final InputStream in;
    private final String name;
    private final Limits limits;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final char[] chars = new char[BUFFER];
    private int position;
    private int limit;
    private boolean bytesEnded;
    private boolean ended;
    private boolean afterReturn;
    private long line = 1;
    private long column = 1;
    private long markLine = 1;
    private long markColumn = 1;

    /**
     * A source.
     *
     * @param in      the bytes; closed with the source
     * @param name    for messages
     * @param charset their encoding
     * @param limits  what reading may cost
     */
    public TextSource(InputStream in, String name, Charset charset, Limits limits) {
        this.in = in;
        this.name = name;
        this.limits = limits;
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * What reading may cost.
     *
     * @return the limits
     */
    public Limits limits() {
        return limits;
    }

    /**
     * The next character, which stays the next.
     *
     * @return a UTF-16 unit, or {@link #END}
     * @throws IOException    where the stream cannot be read
     * @throws DicomException where its bytes are not of the encoding
     */
    public int peek() throws IOException {
        return position < limit || fill() ? chars[position] : END;
    }

    /**
     * The next character.
     *
     * @return a UTF-16 unit, or {@link #END}
     * @throws IOException    where the stream cannot be read
     * @throws DicomException where its bytes are not of the encoding
     */
    public int read() throws IOException {
        if (position == limit && !fill()) {
            return END;
        }
        char c = chars[position++];
        if (c == '\n' || c == '\r') {
            if (c == '\r' || !afterReturn) {
                line++;
            }
            column = 1;
        } else if (!Character.isLowSurrogate(c)) {
            column++;
        }
        afterReturn = c == '\r';
        return c;
    }

    private boolean fill() throws IOException {
        CharBuffer target = CharBuffer.wrap(chars);
        while (!ended) {
            CoderResult result = decoder.decode(bytes, target, bytesEnded);
            if (target.position() == 0 && result.isError()) {
                throw error("bytes that are not " + decoder.charset().name());
            }
            if (target.position() == 0 && bytesEnded) {
                decoder.flush(target);
                ended = true;
            }
            if (target.position() > 0) {
                position = 0;
                limit = target.position();
                return true;
            }
            readBytes();
        }
        return false;
    }

    private void readBytes() throws IOException {
        bytes.compact();
        int count = bytesEnded ? -1 : in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytesEnded = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0));
        bytes.flip();
    }

    // ---- places and errors ---------------------------------------------------------------------------------------

    /** Remembers the place of the next character, for {@link #errorAtMark}. */
    public void mark() {
        markLine = line;
        markColumn = column;
    }

    /**
     * The place that is remembered.
     *
     * @return line and column, both from 1
     */
    public long[] marked() {
        return new long[] {markLine, markColumn};
    }

    /**
     * Remembers a place of before.
     *
     * @param place what {@link #marked} gave
     */
    public void mark(long[] place) {
        markLine = place[0];
        markColumn = place[1];
    }

    /**
     * An error at the next character.
     *
     * @param reason what is wrong with it
     * @return the error
     */
    public DicomException error(String reason) {
        return error(DicomException.Kind.SYNTAX, reason, line, column, TagPath.ROOT);
    }

    /**
     * An error at the last {@link #mark}.
     *
     * @param kind   what is wrong, for a program
     * @param reason what is wrong, for a person
     * @param path   the element concerned, or the root
     * @return the error
     */
    public DicomException errorAtMark(DicomException.Kind kind, String reason, TagPath path) {
        return error(kind, reason, markLine, markColumn, path);
    }

    private DicomException error(DicomException.Kind kind, String reason, long atLine, long atColumn, TagPath path) {
        Location location = new Location(name + ", line " + atLine + ", column " + atColumn, -1, path);
        return new DicomException(kind, reason, location, -1, -1);
    }

    /**
     * Refuses what does not fit the memory.
     *
     * @param length of a token so far, in characters
     */
    public void checkLength(int length) {
        if (length >= Math.min(limits.memory() / BYTES_OF_A_CHARACTER, Integer.MAX_VALUE / 4)) {
            throw errorAtMark(DicomException.Kind.LIMIT, "a text of more than " + length
                    + " characters exceeds Limits.memory " + limits.memory() + " bytes", TagPath.ROOT);
        }
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
