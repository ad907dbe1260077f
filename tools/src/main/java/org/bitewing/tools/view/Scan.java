package org.bitewing.tools.view;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.bitewing.DicomException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.cli.Failures;

/**
 * Fills a catalog in the background: one thread lists what there is, as many as there are processors read heads. No
 * more than a few heads are in memory at a time.
 */
final class Scan implements Closeable {
    private static final int WAITING = 1024;
    private static final int MOST_THREADS = 8;

    private final Catalog catalog;
    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(WAITING);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();

    /** A file to look at; one that a directory names is in the catalog already. */
    private record Task(Place place, Optional<CatalogImage> named) {
        static final Task LAST = new Task(new Place.OfFile(Path.of(""), ""), Optional.empty());
    }

    private Scan(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Begins.
     *
     * @param paths       what to look at
     * @param followLinks whether links in folders are followed, wherever they lead
     * @param catalog     what is filled
     */
    static Scan start(List<Path> paths, boolean followLinks, Catalog catalog) {
        Scan scan = new Scan(catalog);
        int readers = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        CountDownLatch ends = new CountDownLatch(readers);
        scan.run("bitewing-list", () -> scan.list(paths, followLinks, readers, ends));
        for (int i = 0; i < readers; i++) {
            scan.run("bitewing-scan-" + i, () -> scan.readAll(ends));
        }
        return scan;
    }

    private void run(String name, Interruptible work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                // The server stops.
                Thread.currentThread().interrupt();
            }
        }, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Work that ends when its thread is interrupted. */
    private interface Interruptible {
        void run() throws InterruptedException;
    }

    private void list(List<Path> paths, boolean followLinks, int readers, CountDownLatch ends)
            throws InterruptedException {
        Inputs inputs = new Inputs(this, catalog, followLinks, paths.size() > 1);
        for (Path path : paths) {
            inputs.add(path);
        }
        catalog.total(inputs.count());
        for (int i = 0; i < readers; i++) {
            tasks.put(Task.LAST);
        }
        ends.await();
        catalog.complete();
    }

    /** Waits until everything was looked at. */
    void awaitComplete() throws InterruptedException {
        catalog.awaitComplete();
    }

    void add(Place place) throws InterruptedException {
        tasks.put(new Task(place, Optional.empty()));
    }

    void add(CatalogImage named) throws InterruptedException {
        tasks.put(new Task(named.place(), Optional.of(named)));
    }

    /** Keeps something open until the scan is closed. */
    void keep(Closeable archive) {
        synchronized (open) {
            open.add(archive);
        }
    }

    private void readAll(CountDownLatch ends) throws InterruptedException {
        try {
            for (Task task = tasks.take(); task != Task.LAST; task = tasks.take()) {
                read(task);
                catalog.scanned();
            }
        } finally {
            ends.countDown();
        }
    }

    private void read(Task task) {
        String name = task.place().name();
        try (ByteSource source = task.place().open()) {
            Head head = HeadReader.read(source);
            boolean isDirectory = Facts.text(head.set(), Tag.SOPClassUID).equals(UID.MediaStorageDirectoryStorage);
            if (task.named().isPresent()) {
                catalog.replace(task.named().get(), ImageFacts.of(head));
            } else if (isDirectory || !isObject(head)) {
                catalog.skip();
            } else {
                catalog.add(Facts.of(head), task.place());
            }
        } catch (DicomException e) {
            failed(task, e.reason(), !task.place().isDicom());
        } catch (IOException e) {
            failed(task, Failures.reason(e), false);
        } catch (OutOfMemoryError e) {
            failed(task, "the Java heap is too small for this file; give it more with JAVA_OPTS=-Xmx...", false);
        } catch (RuntimeException | StackOverflowError e) {
            failed(task, "internal error, please report it: " + e, false);
        }
    }

    /** Bytes that happen to look like elements are no object: one has a class or an identifier (PS3.3 C.12.1). */
    private static boolean isObject(Head head) {
        return head.set().contains(Tag.SOPClassUID) || head.set().contains(Tag.SOPInstanceUID)
                || head.pixels() != Head.Pixels.NONE;
    }

    private void failed(Task task, String reason, boolean isOther) {
        if (task.named().isPresent()) {
            CatalogImage named = task.named().get();
            catalog.replace(named, ImageFacts.unread(named.sopClass(), named.instanceNumber(), reason));
        }
        if (isOther && task.named().isEmpty()) {
            catalog.skip();
        } else {
            catalog.problem(task.place().name(), reason);
        }
    }

    /** Stops, and closes the archives. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        synchronized (open) {
            for (Closeable archive : open) {
                try {
                    archive.close();
                } catch (IOException e) {
                    // It was only read, and nothing depends on it any more.
                    continue;
                }
            }
            open.clear();
        }
    }
}
