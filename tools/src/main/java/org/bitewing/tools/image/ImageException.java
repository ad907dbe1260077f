package org.bitewing.tools.image;

/** A picture, or a request, of which no data set can be made; the message says why. */
final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImageException(String reason) {
        super(reason, null, false, false);
    }
}
