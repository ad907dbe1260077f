package org.bitewing.net;

import java.net.Socket;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Connections that are no association yet. Who means it associates at once; so where there is no room for one more, the
 * one that has waited longest goes. Thread-safe.
 */
final class Undecided {
    private final Set<Socket> sockets = Collections.synchronizedSet(new LinkedHashSet<>());

    void add(Socket socket) {
        sockets.add(socket);
    }

    void remove(Socket socket) {
        sockets.remove(socket);
    }

    /** Takes out the one that has waited longest, to be closed; who serves it finds out. */
    Optional<Socket> takeOldest() {
        synchronized (sockets) {
            Iterator<Socket> all = sockets.iterator();
            if (!all.hasNext()) {
                return Optional.empty();
            }
            Socket oldest = all.next();
            all.remove();
            return Optional.of(oldest);
        }
    }
}
