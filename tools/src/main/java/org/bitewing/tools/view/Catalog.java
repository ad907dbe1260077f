package org.bitewing.tools.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitewing.pixel.ImagePlane;

/**
 * What was found so far, by patient, study and series. Safe for threads: it is filled by some while others ask. Answers
 * are copies, so that nobody holds the lock while a client reads.
 */
final class Catalog {
    /** What is listed; what is wrong beyond that is counted. */
    private static final int MOST_PROBLEMS = 1000;

    private final String title;
    /** By ID and name; the rest may differ from file to file. */
    private final Map<List<String>, Patient> patients = new HashMap<>();
    private final Map<String, Series> series = new HashMap<>();
    private final List<CatalogImage> images = new ArrayList<>();
    /** The series of each image. */
    private final List<Series> owners = new ArrayList<>();
    private final Map<String, String> uids = new HashMap<>();
    private final List<Trouble> problems = new ArrayList<>();
    private long problemCount;
    private long skipped;
    private long scanned;
    private OptionalLong total = OptionalLong.empty();
    private boolean complete;
    private long version = 1;
    private int studies;

    /** Something that could not be read, and why. */
    record Trouble(String name, String message) {
    }

    private static final class Patient {
        final String key;
        final PatientFacts facts;
        final Map<String, Study> studies = new HashMap<>();

        Patient(String key, PatientFacts facts) {
            this.key = key;
            this.facts = facts;
        }
    }

    private static final class Study {
        final String key;
        final StudyFacts facts;
        final Map<String, Series> series = new HashMap<>();

        Study(String key, StudyFacts facts) {
            this.key = key;
            this.facts = facts;
        }
    }

    private static final class Series {
        final String key;
        final SeriesFacts facts;
        /** Numbers of images, and not the images: those of a DICOMDIR become better known later. */
        final List<Integer> images = new ArrayList<>();
        long frames;
        int pictures;

        Series(String key, SeriesFacts facts) {
            this.key = key;
            this.facts = facts;
        }
    }

    Catalog(String title) {
        this.title = title;
    }

    /** Adds an object under its patient, study and series. */
    synchronized CatalogImage add(Facts facts, Place place) {
        Patient patient = patients.computeIfAbsent(List.of(facts.patient().id(), facts.patient().name()),
                who -> new Patient("p" + patients.size(), facts.patient()));
        Study study = patient.studies.computeIfAbsent(facts.study().uid(),
                uid -> new Study("t" + studies++, facts.study()));
        Series found = study.series.computeIfAbsent(facts.series().uid(), uid -> {
            Series made = new Series("s" + series.size(), facts.series());
            series.put(made.key, made);
            return made;
        });
        CatalogImage image = facts.image().of(images.size(), place, this::same);
        images.add(image);
        owners.add(found);
        found.images.add(image.number());
        found.frames += image.frames();
        found.pictures += image.isPicture() ? 1 : 0;
        version++;
        return image;
    }

    /** Puts what is known now of an image in the place of what was known before. */
    synchronized void replace(CatalogImage before, ImageFacts facts) {
        CatalogImage image = facts.of(before.number(), before.place(), this::same);
        images.set(image.number(), image);
        Series owner = owners.get(image.number());
        owner.frames += image.frames() - before.frames();
        owner.pictures += (image.isPicture() ? 1 : 0) - (before.isPicture() ? 1 : 0);
        version++;
    }

    /** One string for equal ones: there are few SOP classes and reasons, and many images. */
    private String same(String text) {
        String known = uids.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    synchronized void problem(String name, String message) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new Trouble(name, message));
        }
        version++;
    }

    synchronized void skip() {
        skipped++;
        version++;
    }

    /** Another file was looked at, whatever was in it. */
    synchronized void scanned() {
        scanned++;
    }

    synchronized void total(long files) {
        total = OptionalLong.of(files);
        version++;
    }

    synchronized void complete() {
        complete = true;
        version++;
        notifyAll();
    }

    /** Waits until everything was looked at. */
    synchronized void awaitComplete() throws InterruptedException {
        while (!complete) {
            wait();
        }
    }

    synchronized long version() {
        return version;
    }

    synchronized Optional<CatalogImage> image(String key) {
        int number = number(key, 'i');
        return number >= 0 && number < images.size() ? Optional.of(images.get(number)) : Optional.empty();
    }

    /** The images of a series in the order in which they are shown; empty where there is no such series. */
    Optional<List<CatalogImage>> seriesImages(String key) {
        List<CatalogImage> found;
        synchronized (this) {
            Series one = series.get(key);
            if (one == null) {
                return Optional.empty();
            }
            found = new ArrayList<>(one.images.size());
            for (int number : one.images) {
                found.add(images.get(number));
            }
        }
        found.sort(order(found));
        return Optional.of(found);
    }

    private static int number(String key, char kind) {
        try {
            return key.length() > 1 && key.charAt(0) == kind ? Integer.parseInt(key, 1, key.length(), 10) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Along the normal where all planes are parallel; otherwise by number. */
    private static Comparator<CatalogImage> order(List<CatalogImage> images) {
        Comparator<CatalogImage> byNumber = Comparator.comparingLong(CatalogImage::order)
                .thenComparing(image -> image.place().name()).thenComparingInt(CatalogImage::number);
        Optional<ImagePlane> first = images.get(0).slice();
        boolean parallel = first.isPresent();
        for (CatalogImage image : images) {
            parallel = parallel && image.slice().isPresent() && first.get().isParallel(image.slice().get());
        }
        return parallel ? Comparator.<CatalogImage>comparingDouble(image -> image.slice().orElseThrow().distance())
                .thenComparing(byNumber) : byNumber;
    }

    /** A copy of everything but the images. */
    synchronized Listing listing() {
        List<Listing.PatientEntry> list = new ArrayList<>();
        for (Patient patient : patients.values()) {
            List<Listing.StudyEntry> inPatient = new ArrayList<>();
            for (Study study : patient.studies.values()) {
                List<Listing.SeriesEntry> inStudy = new ArrayList<>();
                for (Series one : study.series.values()) {
                    inStudy.add(entry(one));
                }
                inPatient.add(new Listing.StudyEntry(study.key, study.facts, inStudy));
            }
            list.add(new Listing.PatientEntry(patient.key, patient.facts, inPatient));
        }
        return new Listing(title, version, complete, scanned, total, list, List.copyOf(problems), problemCount, skipped);
    }

    /** The cover is the first picture until the series is whole, and then one of its middle. */
    private Listing.SeriesEntry entry(Series one) {
        String cover = "";
        int wanted = complete ? one.pictures / 2 : 0;
        for (int i = 0, seen = 0; i < one.images.size() && one.pictures > 0 && cover.isEmpty(); i++) {
            CatalogImage image = images.get(one.images.get(i));
            if (image.isPicture() && seen++ == wanted) {
                cover = image.key();
            }
        }
        return new Listing.SeriesEntry(one.key, one.facts, one.images.size(), one.frames, one.pictures > 0, cover);
    }

    /** The keys of all series. */
    synchronized Collection<String> seriesKeys() {
        return new ArrayList<>(series.keySet());
    }
}
