package org.bitewing.tools.dcmtk;

/** Text that is no value of its VR; the message says why, without the text. */
public final class ValueTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Where the text stops being a value. */
    private final int position;

    ValueTextException(String reason, int position) {
        super(reason, null, false, false);
        this.position = position;
    }

    /**
     * Where the text is wrong.
     *
     * @return the index of a byte in the array that was parsed
     */
    public int position() {
        return position;
    }
}
