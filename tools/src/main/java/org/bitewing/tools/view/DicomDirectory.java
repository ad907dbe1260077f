package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;

/** A DICOMDIR (PS3.3 F, PS3.10 8): its records are listed at once, the files that they name are looked at later. */
final class DicomDirectory {
    private static final String UNREAD = "not looked at yet";
    /** The standard has fewer levels of records. */
    private static final int DEEPEST = 16;

    private final List<Item> records;
    private final long first;
    private final Map<Long, Item> byOffset = new HashMap<>();

    private DicomDirectory(DataSet set) {
        this.records = set.items(Tag.DirectoryRecordSequence);
        this.first = offset(set, Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity);
        for (Item record : records) {
            byOffset.putIfAbsent(record.offset(), record);
        }
    }

    /** Empty where the file is none, which its class tells. */
    static Optional<DicomDirectory> of(Place place) throws IOException {
        if (!place.isDicom()) {
            return Optional.empty();
        }
        String sopClass;
        try (ByteSource source = place.open()) {
            sopClass = DataSetReader.read(source, ReadOptions.defaults().stopAfter(Tag.MediaStorageSOPClassUID))
                    .uid(Tag.MediaStorageSOPClassUID).orElse("");
        }
        if (!sopClass.equals(UID.MediaStorageDirectoryStorage)) {
            return Optional.empty();
        }
        try (ByteSource source = place.open()) {
            return Optional.of(new DicomDirectory(DataSetReader.read(source, ReadOptions.defaults().keepDamaged())));
        }
    }

    private static long offset(Attributes attributes, int tag) {
        try {
            long[] offsets = attributes.longs(tag);
            return offsets.length == 0 ? 0 : offsets[0];
        } catch (DicomException e) {
            return 0;
        }
    }

    /**
     * Puts what the records tell into the catalog, and has their files looked at.
     *
     * @param file    the directory's own file, beside which the others lie
     * @param prefix  of the names that are shown
     * @param catalog what is filled
     * @param scan    what looks at the files
     * @return how many files the records name
     */
    long list(Path file, String prefix, Catalog catalog, Scan scan) throws IOException, InterruptedException {
        Walk walk = new Walk(file.toRealPath().getParent(), prefix, catalog, scan);
        walk.entity(first, Context.NONE, 0);
        if (walk.seen.isEmpty()) {
            // Offsets that lead nowhere, as after a copy by an editor: the order of the records is that of their levels.
            Context context = Context.NONE;
            for (Item record : records) {
                context = walk.record(record, context);
            }
        }
        return walk.files;
    }

    /** The facts of the levels above a record. */
    private record Context(PatientFacts patient, StudyFacts study, SeriesFacts series) {
        static final Context NONE = of(DataSet.builder().build());

        static Context of(Attributes record) {
            return new Context(PatientFacts.of(record), StudyFacts.of(record), SeriesFacts.of(record));
        }
    }

    private final class Walk {
        private final Path root;
        private final String prefix;
        private final Catalog catalog;
        private final Scan scan;
        private final Set<Long> seen = new HashSet<>();
        private long files;

        Walk(Path root, String prefix, Catalog catalog, Scan scan) {
            this.root = root;
            this.prefix = prefix;
            this.catalog = catalog;
            this.scan = scan;
        }

        /** A chain of records and what is below each; no record counts twice, so that a circle ends. */
        void entity(long start, Context above, int depth) throws IOException, InterruptedException {
            long offset = start;
            while (offset != 0 && depth < DEEPEST && byOffset.containsKey(offset) && seen.add(offset)) {
                Item record = byOffset.get(offset);
                // Inactive ones are as good as deleted (PS3.3 F.3.2.2).
                if (!record.contains(Tag.RecordInUseFlag) || Facts.number(record, Tag.RecordInUseFlag) != 0) {
                    Context context = record(record, above);
                    entity(offset(record, Tag.OffsetOfReferencedLowerLevelDirectoryEntity), context, depth + 1);
                }
                offset = offset(record, Tag.OffsetOfTheNextDirectoryRecord);
            }
        }

        Context record(Item record, Context above) throws InterruptedException {
            switch (Facts.text(record, Tag.DirectoryRecordType)) {
                case "PATIENT" -> {
                    return new Context(PatientFacts.of(record), Context.NONE.study(), Context.NONE.series());
                }
                case "STUDY" -> {
                    return new Context(above.patient(), StudyFacts.of(record), Context.NONE.series());
                }
                case "SERIES" -> {
                    return new Context(above.patient(), above.study(), SeriesFacts.of(record));
                }
                default -> {
                    List<String> id = names(record);
                    if (!id.isEmpty()) {
                        file(record, id, above);
                    }
                    return above;
                }
            }
        }

        private void file(Item record, List<String> id, Context above) throws InterruptedException {
            String name = prefix + String.join("/", id);
            Optional<Path> path = path(id);
            Place place = new Place.OfFile(path.orElse(root), name);
            String why = path.isEmpty() ? "the file is missing" : UNREAD;
            ImageFacts image = ImageFacts.unread(Facts.text(record, Tag.ReferencedSOPClassUIDInFile),
                    Facts.text(record, Tag.InstanceNumber), why);
            CatalogImage added = catalog.add(new Facts(above.patient(), above.study(), above.series(), image), place);
            files++;
            if (path.isEmpty()) {
                catalog.problem(name, "the DICOMDIR names this file, and it is not there");
                catalog.scanned();
            } else {
                scan.add(added);
            }
        }

        /** Never outside of the directory's folder (PS3.10 8.6), whatever the names and links say. */
        private Optional<Path> path(List<String> id) {
            Path path = root;
            for (String component : id) {
                if (component.isEmpty() || component.startsWith(".") || component.indexOf('/') >= 0
                        || component.indexOf('\\') >= 0 || component.indexOf(':') >= 0 || component.indexOf(0) >= 0) {
                    return Optional.empty();
                }
                try {
                    Path next = path.resolve(component);
                    // Copies of media often have small letters.
                    path = Files.exists(next) ? next : path.resolve(component.toLowerCase(Locale.ROOT));
                } catch (InvalidPathException e) {
                    return Optional.empty();
                }
            }
            try {
                Path real = path.toRealPath();
                return real.startsWith(root) && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
    }

    private static List<String> names(Item record) {
        try {
            return record.texts(Tag.ReferencedFileID);
        } catch (DicomException e) {
            return List.of();
        }
    }
}
