package org.bitewing.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bitewing.dict.UID;
import org.junit.jupiter.api.Test;

/** What every {@link Store} has to do. */
abstract class StoreContract {
    private static final InetSocketAddress ADDRESS = new InetSocketAddress("127.0.0.1", 104);

    /** A store that is empty. */
    abstract Store store() throws IOException;

    private static StoreRequest request(String instance) {
        return new StoreRequest(UID.CTImageStorage, instance, UID.ExplicitVRLittleEndian, "", "US",
                new ConnectionInfo(1, false, ADDRESS, ADDRESS, Optional.empty()));
    }

    @Test
    void whatWasCommittedIsToldWithItsRequestAndLength() throws IOException {
        StoreRequest request = request("1.2.3");
        try (Store.Incoming incoming = store().begin(request)) {
            incoming.dataSet().write(new byte[] {1, 2, 3, 4}, 1, 2);
            incoming.dataSet().write(5);
            StoredObject stored = incoming.commit();

            assertSame(request, stored.request());
            assertEquals(3, stored.length());
        }
    }

    @Test
    void anEmptyDataSetIsOne() throws IOException {
        try (Store.Incoming incoming = store().begin(request("1.2.3"))) {
            assertEquals(0, incoming.commit().length());
        }
    }

    @Test
    void whatIsGivenUpMayComeAgain() throws IOException {
        Store store = store();
        try (Store.Incoming incoming = store.begin(request("1.2.3"))) {
            incoming.dataSet().write(new byte[100]);
        }
        try (Store.Incoming incoming = store.begin(request("1.2.3"))) {
            incoming.dataSet().write(new byte[50]);
            assertEquals(50, incoming.commit().length());
        }
    }

    @Test
    void objectsMayComeSideBySide() throws IOException {
        Store store = store();
        List<CompletableFuture<Long>> all = IntStream.range(0, 16).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try (Store.Incoming incoming = store.begin(request("1.2." + i))) {
                incoming.dataSet().write(new byte[i]);
                return incoming.commit().length();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }, Loopback.THREADS)).toList();

        assertEquals(120, all.stream().mapToLong(CompletableFuture::join).sum());
    }
}
