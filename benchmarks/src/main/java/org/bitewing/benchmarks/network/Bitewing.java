package org.bitewing.benchmarks.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.net.ApplicationEntity;
import org.bitewing.net.FolderStore;
import org.bitewing.net.OutgoingObject;
import org.bitewing.net.SendReport;
import org.bitewing.net.StorageOptions;
import org.bitewing.net.StorageScp;
import org.bitewing.net.StorageSender;
import org.bitewing.net.Store;

/**
 * This project, in this JVM.
 *
 * @param syncs whether success is answered only when the object is on the disk
 */
record Bitewing(boolean syncs) implements Peer {

    @Override
    public Scp listen(Path folder, Load load) throws IOException {
        FolderStore store = Store.toFolder(folder);
        StorageScp scp = StorageScp.listen(ApplicationEntity.of("SCP"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), StorageOptions.defaults(),
                syncs ? store : store.withoutSync());
        return new Scp() {
            @Override
            public int port() {
                return scp.address().getPort();
            }

            @Override
            public void close() {
                scp.close();
            }
        };
    }

    @Override
    public long send(Path files, Load load, int port) throws IOException {
        long start = System.nanoTime();
        List<OutgoingObject> objects = new ArrayList<>();
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                objects.add(OutgoingObject.of(file));
            }
        }
        SendReport report = StorageSender.to(ApplicationEntity.of("SCU"), "127.0.0.1", port, "SCP")
                .withParallel(load.associations()).send(objects);
        if (report.stored() != load.count()) {
            throw new IOException(report.unsent().size() + " objects were not stored: "
                    + report.results().stream().map(result -> result.message()).filter(text -> !text.isEmpty())
                    .findFirst().orElse(""));
        }
        return System.nanoTime() - start;
    }
}
