package org.bitewing.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * A storage SCP (PS3.4 Annex B) that also answers C-ECHO (PS3.4 Annex A): listens until it is closed. Thread-safe.
 */
public final class StorageScp implements Closeable {
    private final AssociationServer server;

    private StorageScp(AssociationServer server) {
        this.server = server;
    }

    /**
     * Listens at a port of all addresses of this machine, with default options and for any called AE title.
     *
     * @param port  1 to 65535, or 0 for any that is free
     * @param store where objects go
     * @return an SCP that is listening
     * @throws IOException where the port cannot be had
     */
    public static StorageScp listen(int port, Store store) throws IOException {
        return listen(ApplicationEntity.of("BITEWING"), new InetSocketAddress(port), StorageOptions.defaults(), store);
    }

    /**
     * Listens.
     *
     * @param entity  time-outs, TLS, limits, listener and threads; which titles may be called is for the options
     * @param address where to listen; port 0 for any that is free
     * @param options what is taken, and from whom
     * @param store   where objects go
     * @return an SCP that is listening
     * @throws IOException where the address cannot be had
     */
    public static StorageScp listen(ApplicationEntity entity, InetSocketAddress address, StorageOptions options,
                                    Store store) throws IOException {
        Counters counters = new Counters();
        return new StorageScp(AssociationServer.listen(entity, address,
                List.of(new EchoService(), new StorageService(store, options, counters)), options.policy(),
                options.mostAssociations(), counters));
    }

    /**
     * Where it listens.
     *
     * @return address and port
     */
    public InetSocketAddress address() {
        return server.address();
    }

    /**
     * What happened so far.
     *
     * @return counters that go on counting
     */
    public Counters counters() {
        return server.counters();
    }

    /**
     * Stops; see {@link AssociationServer#stop}.
     *
     * @param patience how long objects that are under way may take
     * @return true where all ended in time
     */
    public boolean stop(Duration patience) {
        return server.stop(patience);
    }

    /** Stops, with 10 seconds of patience. */
    @Override
    public void close() {
        server.close();
    }
}
