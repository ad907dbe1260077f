package org.bitewing.pixel;

import java.io.IOException;
import org.bitewing.DicomException;

/**
 * Reads frames of one {@link Frames}, any of them in any order, into the caller's arrays, and keeps what it needs for
 * the next one. For one thread.
 */
public interface FrameReader {
    /**
     * What frames are like.
     *
     * @return the layout of what this reader gives, that of {@link Frames#decodedLayout()}
     */
    ImageLayout layout();

    /**
     * Reads a frame.
     *
     * @param index  from 0
     * @param target takes {@link ImageLayout#frameLength()} bytes, in little endian; frames of single bits begin with
     *               the lowest bit of the first byte
     * @param offset where they begin
     * @throws IOException               where the file cannot be read
     * @throws DicomException            where the frame is not all there, or cannot be decoded
     * @throws IndexOutOfBoundsException where there is no such frame, or no room
     */
    void read(int index, byte[] target, int offset) throws IOException;

    /**
     * Reads a frame of 16 bits allocated.
     *
     * @param index  from 0
     * @param target takes {@link ImageLayout#samples()} values
     * @param offset where they begin
     * @throws IOException               where the file cannot be read
     * @throws DicomException            where the frame is not all there, or cannot be decoded
     * @throws IllegalArgumentException  where other than 16 bits are allocated
     * @throws IndexOutOfBoundsException where there is no such frame, or no room
     */
    void read(int index, short[] target, int offset) throws IOException;

    /**
     * Reads a frame.
     *
     * @param index from 0
     * @return a new array; see {@link #read(int, byte[], int)}
     * @throws IOException    where the file cannot be read
     * @throws DicomException where the frame is not all there, or cannot be decoded
     */
    default byte[] read(int index) throws IOException {
        byte[] frame = new byte[layout().frameLength()];
        read(index, frame, 0);
        return frame;
    }
}
