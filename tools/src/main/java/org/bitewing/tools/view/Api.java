package org.bitewing.tools.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.dict.TagPath;
import org.bitewing.json.JsonWriteOptions;
import org.bitewing.json.JsonWriter;
import org.bitewing.tools.cli.Failures;

/** What can be asked below the token. Keys are numbers that were given out; no part of a path ever names a file. */
final class Api {
    /** Files that are read out to clients at once; each may take its share of memory for as long as a client is slow. */
    private static final int MOST_TREES = 8;
    private static final int LONGEST_VALUE = 1 << 20;

    private final Catalog catalog;
    private final Work work;
    private final Images images = new Images();
    private final Semaphore trees = new Semaphore(MOST_TREES);

    Api(Catalog catalog, Work work) {
        this.catalog = catalog;
        this.work = work;
    }

    /**
     * Answers a request.
     *
     * @param path  as it was sent, without the token
     * @param query as it was sent, or null
     * @param reply takes the answer
     */
    void answer(String path, String query, Reply reply) throws IOException {
        try {
            if (path.startsWith("api/")) {
                api(List.of(path.substring(4).split("/", -1)), query(query), reply);
            } else {
                resource(path.isEmpty() ? Resources.INDEX : path, reply);
            }
        } catch (Work.BusyException e) {
            reply.header("Retry-After", "1");
            reply.error(503, e.getMessage());
        } catch (NotFoundException e) {
            reply.error(404, "there is nothing here");
        } catch (IllegalArgumentException e) {
            reply.error(400, e.getMessage());
        } catch (DicomException e) {
            reply.error(422, e.reason());
        } catch (UncheckedIOException e) {
            reply.error(422, Failures.reason(e.getCause()));
        } catch (IOException e) {
            // Of the file; where it is of the connection, this fails as well, and the connection ends.
            reply.error(422, Failures.reason(e));
        } catch (OutOfMemoryError e) {
            reply.error(422, "the Java heap is too small for this; give it more with JAVA_OPTS=-Xmx...");
        } catch (RuntimeException | StackOverflowError e) {
            reply.error(500, "internal error, please report it: " + e);
        }
    }

    /** That a path leads nowhere. */
    private static final class NotFoundException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private static void resource(String name, Reply reply) throws IOException, NotFoundException {
        byte[] bytes = Resources.find(name).orElseThrow(NotFoundException::new);
        reply.bytes(200, Resources.type(name), bytes);
    }

    private void api(List<String> path, Map<String, String> query, Reply reply)
            throws IOException, NotFoundException, Work.BusyException {
        String what = path.get(0);
        if (path.size() == 1 && what.equals("catalog")) {
            catalog(query, reply);
        } else if (path.size() == 1 && what.equals("vrs")) {
            reply.json(ValueRepresentations::write);
        } else if (path.size() == 2 && what.equals("series")) {
            List<CatalogImage> series = catalog.seriesImages(path.get(1)).orElseThrow(NotFoundException::new);
            reply.json(json -> SeriesJson.write(path.get(1), series, json));
        } else if (path.size() >= 3 && what.equals("image")) {
            image(catalog.image(path.get(1)).orElseThrow(NotFoundException::new), path.subList(2, path.size()), query,
                    reply);
        } else {
            throw new NotFoundException();
        }
    }

    private void catalog(Map<String, String> query, Reply reply) throws IOException {
        if (query.getOrDefault("after", "").equals(Long.toString(catalog.version()))) {
            reply.nothingNew();
        } else {
            reply.json(catalog.listing()::write);
        }
    }

    private void image(CatalogImage image, List<String> what, Map<String, String> query, Reply reply)
            throws IOException, NotFoundException, Work.BusyException {
        String name = what.get(0);
        if (what.size() == 2 && name.equals("frame")) {
            FrameRequest frame = FrameRequest.of(what.get(1), query);
            reply.bytes(200, "image/png", work.run(() -> frame.png(images.open(image), work)));
        } else if (what.size() == 1 && name.equals("info")) {
            InfoJson info = work.run(() -> InfoJson.of(images.open(image), work));
            reply.json(info::write);
        } else if (what.size() == 1 && List.of("elements", "element", "dicom.json").contains(name)) {
            tree(image, name, query, reply);
        } else {
            throw new NotFoundException();
        }
    }

    private void tree(CatalogImage image, String name, Map<String, String> query, Reply reply)
            throws IOException, NotFoundException, Work.BusyException {
        if (!trees.tryAcquire()) {
            throw new Work.BusyException();
        }
        try {
            OpenImage open = work.run(() -> images.open(image));
            if (name.equals("elements")) {
                reply.json(json -> ElementsJson.write(open, json));
            } else if (name.equals("element")) {
                element(open, query.getOrDefault("path", ""), reply);
            } else {
                reply.header("Content-Disposition", "attachment; filename=\"" + image.key() + ".json\"");
                reply.stream("application/dicom+json", target -> JsonWriter.write(WithoutBulk.of(open.set()), target,
                        JsonWriteOptions.defaults().with(JsonWriteOptions.NonFinite.TEXT)));
            }
        } finally {
            trees.release();
        }
    }

    private static void element(OpenImage open, String text, Reply reply) throws IOException, NotFoundException {
        TagPath path = TagPath.parse(text);
        Attributes owner = open.set().owner(path).orElseThrow(NotFoundException::new);
        Element element = open.set().element(path).orElseThrow(NotFoundException::new);
        byte[] value = ElementText.of(owner, element, LONGEST_VALUE).text().getBytes(StandardCharsets.UTF_8);
        reply.bytes(200, "text/plain; charset=utf-8", value);
    }

    /** The parameters; the first of each name counts. */
    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : Optional.ofNullable(query).orElse("").split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
