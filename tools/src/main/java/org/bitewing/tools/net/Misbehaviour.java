package org.bitewing.tools.net;

import java.io.IOException;
import java.time.Duration;
import org.bitewing.net.AssociationException;
import org.bitewing.net.Store;
import org.bitewing.net.StoreRequest;
import org.bitewing.tools.cli.CommandLine;

/**
 * A store that is slow, or that ends associations, to test SCUs with.
 *
 * @param during how long each object takes beyond what it takes
 * @param after  how long its answer takes
 */
record Misbehaviour(Store store, Duration during, Duration after, boolean abortsDuring, boolean abortsAfter)
        implements Store {
    static final String TEXT = """
                      --sleep-after        [s]econds: integer (0..1000000, default: 0)
                                           sleep s seconds after store
                      --sleep-during       [s]econds: integer (0..1000000, default: 0)
                                           sleep s seconds during store
                      --abort-after        abort association after receipt of C-STORE-RQ
                                           (but before sending response)
                      --abort-during       abort association during receipt of C-STORE-RQ
            """;

    /** The store itself, where nothing of the kind is asked for. */
    static Store of(CommandLine line, Store store) {
        if (!line.has("--sleep-after") && !line.has("--sleep-during") && !line.has("--abort-after")
                && !line.has("--abort-during")) {
            return store;
        }
        return new Misbehaviour(store, Duration.ofSeconds(NetworkOptions.number(line, "--sleep-during", 0)),
                Duration.ofSeconds(NetworkOptions.number(line, "--sleep-after", 0)), line.has("--abort-during"),
                line.has("--abort-after"));
    }

    @Override
    public Incoming begin(StoreRequest request) throws IOException {
        sleep(during);
        if (abortsDuring) {
            throw AssociationException.abort("--abort-during");
        }
        return store.begin(request).then(stored -> {
            sleep(after);
            if (abortsAfter) {
                throw AssociationException.abort("--abort-after");
            }
        });
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
