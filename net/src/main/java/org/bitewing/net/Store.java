package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Where received objects go. Called by the threads of several associations at once. */
@FunctionalInterface
public interface Store {

    /**
     * Begins an object.
     *
     * @param request which one, and from whom
     * @return takes the data set
     * @throws StoreException to refuse it with a status
     * @throws IOException    where it cannot be stored; the answer is A700H, out of resources
     */
    Incoming begin(StoreRequest request) throws IOException;

    /** An object that is being received: its data set is written, then it is committed or closed. */
    interface Incoming extends Closeable {

        /**
         * Where the data set goes, byte for byte as the peer sends it. What it throws does not end the association: the
         * rest of the data set is dropped, and the answer is A700H, out of resources.
         *
         * @return a stream; need not be closed
         * @throws IOException where there is no place for it
         */
        OutputStream dataSet() throws IOException;

        /**
         * Makes the object a stored one. The peer hears of success after this returned.
         *
         * @return what became of it
         * @throws StoreException to refuse it with a status
         * @throws IOException    where it cannot be stored; the answer is A700H, out of resources
         */
        StoredObject commit() throws IOException;

        /**
         * Ends it: without {@link #commit()} before, nothing is left.
         *
         * @throws IOException where something is left nevertheless
         */
        @Override
        void close() throws IOException;

        /**
         * This object with a further step, which ends before the peer hears of success.
         *
         * @param step what is done with the object once it is committed
         * @return an object that is received in this one's place
         */
        default Incoming then(Step step) {
            Incoming received = this;
            return new Incoming() {
                @Override
                public OutputStream dataSet() throws IOException {
                    return received.dataSet();
                }

                @Override
                public StoredObject commit() throws IOException {
                    StoredObject stored = received.commit();
                    step.on(stored);
                    return stored;
                }

                @Override
                public void close() throws IOException {
                    received.close();
                }
            };
        }
    }

    /** What is done with an object that has been stored, before the peer hears of it. */
    @FunctionalInterface
    interface Step {
        /**
         * Does it.
         *
         * @param stored the object
         * @throws StoreException to answer with a status
         * @throws IOException    where it fails; the answer is A700H, out of resources
         */
        void on(StoredObject stored) throws IOException;
    }

    /**
     * A folder, with one DICOM file for each object, durable before the peer hears of success.
     *
     * @param folder where the files go; made where it is not there
     * @return a store that can be set further
     * @throws IOException where the folder cannot be made or read
     */
    static FolderStore toFolder(Path folder) throws IOException {
        return FolderStore.of(folder);
    }

    /**
     * Nothing is kept: for tests of networks.
     *
     * @return a store that takes everything
     */
    static Store discarding() {
        return request -> new Incoming() {
            private long length;

            @Override
            public OutputStream dataSet() {
                return new OutputStream() {
                    @Override
                    public void write(int value) {
                        length++;
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int count) {
                        length += count;
                    }
                };
            }

            @Override
            public StoredObject commit() {
                return new StoredObject(request, length, Optional.empty(), StoredObject.Outcome.DISCARDED);
            }

            @Override
            public void close() {
                length = 0;
            }
        };
    }
}
