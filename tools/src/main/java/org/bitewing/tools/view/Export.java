package org.bitewing.tools.view;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bitewing.DicomException;
import org.bitewing.io.AtomicFile;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.Progress;

/** Writes what the server would answer into one page, a few images at a time. */
final class Export {
    private static final int MOST_THREADS = 4;
    private static final int BUFFER = 1 << 16;

    private final Catalog catalog;
    private final Console console;
    private final boolean thumbnails;
    private final Work work;
    private final AtomicBoolean isWhole = new AtomicBoolean(true);

    private Export(Catalog catalog, Console console, boolean thumbnails, Work work) {
        this.catalog = catalog;
        this.console = console;
        this.thumbnails = thumbnails;
        this.work = work;
    }

    /**
     * What the command does with {@code --export}; the file appears when it is complete.
     *
     * @return 0 where all that is there could be read; else 1, and the page holds the rest
     */
    static int run(CommandLine line, List<Path> paths, Console console) throws IOException {
        int most = ViewOptions.number(line, "--max-images", 1000, 0, Integer.MAX_VALUE);
        Path file = Path.of(line.value("--export").orElseThrow());
        Catalog catalog = new Catalog(ViewServer.title(paths));
        try (Scan scan = Scan.start(paths, line.has("--follow-links"), catalog); Work work = new Work();
             AtomicFile target = AtomicFile.create(file)) {
            scan.awaitComplete();
            OutputStream stream = new BufferedOutputStream(target.stream(), BUFFER);
            Export export = new Export(catalog, console, !line.has("--no-thumbnails"), work);
            export.write(most, stream);
            stream.flush();
            target.commit();
            return export.isWhole.get() ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private void write(int most, OutputStream target) throws IOException, InterruptedException {
        ExportPage page = ExportPage.make();
        page.begin(target);
        Listing listing = catalog.listing();
        for (Catalog.Trouble problem : listing.problems()) {
            failed(problem.name(), problem.message());
        }
        ExportPage.data(target, "api/catalog", listing::write);
        ExportPage.data(target, "api/vrs", ValueRepresentations::write);
        List<List<CatalogImage>> all = new ArrayList<>();
        for (String key : catalog.seriesKeys()) {
            List<CatalogImage> images = catalog.seriesImages(key).orElseThrow();
            ExportPage.data(target, "api/series/" + key, json -> SeriesJson.write(key, images, json));
            all.add(images);
        }
        if (all.isEmpty()) {
            failed(listing.title(), "there are no DICOM files");
        }
        List<CatalogImage> chosen = chosen(all, most);
        console.log(Level.INFO, "writing " + chosen.size() + " images of " + all.size() + " series");
        images(chosen, target);
        page.end(target);
    }

    /** The first image of each series, then the second of each, and so on, so that no series is left out. */
    private static List<CatalogImage> chosen(List<List<CatalogImage>> series, int most) {
        List<CatalogImage> chosen = new ArrayList<>();
        boolean more = true;
        for (int i = 0; more && chosen.size() < most; i++) {
            more = false;
            for (List<CatalogImage> images : series) {
                if (i < images.size() && chosen.size() < most) {
                    chosen.add(images.get(i));
                    more = true;
                }
            }
        }
        return chosen;
    }

    /** By several threads, in order, and no further ahead than these threads can work. */
    private void images(List<CatalogImage> images, OutputStream target) throws IOException, InterruptedException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Progress progress = Progress.of(console, "images", images.size())) {
            Deque<Future<byte[]>> ahead = new ArrayDeque<>();
            for (CatalogImage image : images) {
                ahead.add(pool.submit(() -> image(image)));
                if (ahead.size() > 2 * threads) {
                    target.write(ahead.remove().get());
                    progress.step();
                }
            }
            for (Future<byte[]> left : ahead) {
                target.write(left.get());
                progress.step();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** What could be made of an image. */
    private byte[] image(CatalogImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String path = "api/image/" + image.key();
        try {
            OpenImage open = OpenImage.of(image);
            ExportPage.data(bytes, path + "/elements", json -> ElementsJson.write(open, json));
            InfoJson info = InfoJson.of(open, work);
            ExportPage.data(bytes, path + "/info", info::write);
            if (thumbnails && image.isPicture()) {
                String png = Base64.getEncoder().encodeToString(FrameRequest.thumbnail().png(open, work));
                ExportPage.data(bytes, path + "/frame/0", json -> json.string("data:image/png;base64," + png));
            }
        } catch (DicomException e) {
            failed(image.place().name(), e.reason());
        } catch (IOException e) {
            failed(image.place().name(), Failures.reason(e));
        } catch (OutOfMemoryError e) {
            failed(image.place().name(), "the Java heap is too small for this image; give it more with JAVA_OPTS=-Xmx...");
        } catch (Exception e) {
            failed(image.place().name(), "internal error, please report it: " + e);
        }
        return bytes.toByteArray();
    }

    private void failed(String name, String reason) {
        console.log(Level.ERROR, name + ": " + reason);
        isWhole.set(false);
    }
}
