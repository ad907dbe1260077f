package org.bitewing.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.bitewing.DicomException;

/** The data set of a message: what fails while it is read ends the association. Failures of the target do not. */
final class GuardedInput extends InputStream {
    private final InputStream stream;
    private final Function<Exception, AssociationException> failed;

    GuardedInput(InputStream stream, Function<Exception, AssociationException> failed) {
        this.stream = stream;
        this.failed = failed;
    }

    /** What a target throws, so that it can be told from what the stream throws. */
    private static final class TargetException extends IOException {
        private static final long serialVersionUID = 1L;

        TargetException(IOException cause) {
            super(cause);
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return stream.read();
        } catch (IOException | DicomException e) {
            throw failed.apply(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return stream.read(target, offset, length);
        } catch (IOException | DicomException e) {
            throw failed.apply(e);
        }
    }

    @Override
    public int available() throws IOException {
        return stream.available();
    }

    @Override
    public long transferTo(OutputStream target) throws IOException {
        try {
            return stream.transferTo(new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    try {
                        target.write(bytes, offset, length);
                    } catch (IOException e) {
                        throw new TargetException(e);
                    }
                }
            });
        } catch (TargetException e) {
            throw (IOException) e.getCause();
        } catch (IOException | DicomException e) {
            throw failed.apply(e);
        }
    }
}
