package org.bitewing.tools.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Uids;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.files.MetaInformation;
import org.bitewing.tools.files.OutputFile;
import org.bitewing.tools.files.ReadingOptions;
import org.bitewing.tools.files.WritingOptions;
import org.bitewing.tools.modify.Overrides;
import org.bitewing.xml.XmlReadOptions;
import org.bitewing.xml.XmlReader;

/** {@code img2dcm}: makes DICOM files of pictures. */
public final class Img2dcm implements Command {
    private static final int FAILED = 1;

    /** Made by the table of commands. */
    public Img2dcm() {
    }

    @Override
    public OptionTable options() {
        return Img2dcmOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        try {
            return new Run(line, console).convert();
        } catch (ImageException | DicomException e) {
            console.log(Level.FATAL, "Error converting file: " + e.getMessage());
        } catch (IOException e) {
            console.log(Level.FATAL, "Error converting file: " + Failures.reason(e));
        } catch (UncheckedIOException e) {
            console.log(Level.FATAL, "Error converting file: " + Failures.reason(e.getCause()));
        }
        return FAILED;
    }

    /** One call of the command. */
    private static final class Run {
        private final CommandLine line;
        private final Console console;
        private final ImageFiles images;
        private final SopClass sopClass;
        private final WriteOptions writing;
        private final boolean checks;

        Run(CommandLine line, Console console) {
            line.refuse(Img2dcmOptions.REFUSED);
            line.only("--validate-document", "--dataset-from-xml");
            line.only("--check-namespace", "--dataset-from-xml");
            this.line = line;
            this.console = console;
            this.writing = WritingOptions.of(line);
            this.checks = !line.isOn("--no-checks", "--do-checks");
            this.images = new ImageFiles(line.value("--input-format").orElse(""), new JpegSettings(
                    line.has("--disable-progr"), line.has("--disable-ext"), line.has("--insist-on-jfif"),
                    line.has("--keep-appn"), line.has("--remove-com")), console);
            this.sopClass = switch (line.choice("--sec-capture", "--new-sc", "--vl-photo", "--oph-photo")) {
                case "--new-sc" -> SopClass.MULTI_FRAME_SECONDARY_CAPTURE;
                case "--vl-photo" -> SopClass.PHOTOGRAPHIC;
                case "--oph-photo" -> SopClass.OPHTHALMIC;
                default -> SopClass.SECONDARY_CAPTURE;
            };
            console.log(Level.INFO, "img2dcm: Instantiated input plugin: "
                    + line.value("--input-format").orElse("by content"));
            console.log(Level.INFO, "img2dcm: Instantiated output plugin: " + sopClass.title());
        }

        int convert() throws IOException {
            console.log(Level.INFO, "img2dcm: Starting image conversion");
            List<String> parameters = line.parameters();
            boolean firstAlone = line.isOn("--first-picture", "--all-pictures");
            List<Picture> pictures = new ArrayList<>();
            for (String name : parameters.subList(0, parameters.size() - 1)) {
                List<Picture> read = images.read(name);
                pictures.addAll(firstAlone ? read.subList(0, 1) : read);
            }
            DataSet start = start();
            String output = parameters.get(parameters.size() - 1);
            if (line.isOn("--series", "--one-image")) {
                writeSeries(pictures, start, output);
            } else if (pictures.size() > 1 && !sopClass.isMultiFrame()) {
                console.log(Level.ERROR, sopClass.title() + " does not support multiframe images");
                return FAILED;
            } else {
                write(object(pictures, start, OptionalInt.empty()), pictures.get(0), output);
            }
            return 0;
        }

        private void writeSeries(List<Picture> pictures, DataSet start, String output) throws IOException {
            DataSet series = start.uid(Tag.StudyInstanceUID).isPresent() && start.uid(Tag.SeriesInstanceUID).isPresent()
                    ? start : withUids(start);
            List<DataSet> objects = new ArrayList<>();
            for (Picture picture : pictures) {
                objects.add(object(List.of(picture), series, OptionalInt.of(objects.size() + 1)));
            }
            for (int i = 0; i < objects.size(); i++) {
                write(objects.get(i), pictures.get(i), numbered(output, i + 1));
            }
        }

        /** A study and a series for all images of one call. */
        private static DataSet withUids(DataSet start) {
            DataSetBuilder builder = start.toBuilder();
            for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID}) {
                if (start.uid(tag).isEmpty()) {
                    builder.set(tag, Uids.random());
                }
            }
            return builder.build();
        }

        /** {@code image-0001.dcm} for {@code image.dcm}. */
        private static String numbered(String name, int number) {
            int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
            int dot = name.lastIndexOf('.');
            int end = dot > slash + 1 ? dot : name.length();
            String digits = "000" + number;
            return name.substring(0, end) + "-" + digits.substring(Math.min(3, digits.length() - 4))
                    + name.substring(end);
        }

        /** What comes from other files. */
        private DataSet start() throws IOException {
            DataSetBuilder builder = DataSet.builder();
            copy("--dataset-from", Origin.DATA_SET, builder);
            copy("--dataset-from-xml", Origin.DATA_SET, builder);
            copy("--study-from", Origin.STUDY, builder);
            copy("--series-from", Origin.SERIES, builder);
            return builder.build();
        }

        private void copy(String option, Origin origin, DataSetBuilder builder) {
            Optional<String> name = line.value(option);
            if (name.isEmpty()) {
                return;
            }
            try {
                DataSet from = read(Path.of(name.get()), option.endsWith("-xml"));
                origin.copy(from, builder);
                if (line.has("--instance-inc")) {
                    builder.set(Tag.InstanceNumber, from.integer(Tag.InstanceNumber).orElse(0) + 1);
                }
            } catch (IOException e) {
                throw new ImageException("Error: Unable to open study / series file " + name.get() + ": "
                        + Failures.reason(e));
            } catch (DicomException e) {
                throw new ImageException("Error: Unable to open study / series file " + name.get() + ": "
                        + ReadingOptions.reason(e));
            }
        }

        private DataSet read(Path path, boolean xml) throws IOException {
            if (!xml) {
                return Dicom.read(path);
            }
            try (InputStream in = Files.newInputStream(path)) {
                XmlReadOptions options = XmlReadOptions.defaults().withHiddenAsEmpty();
                return XmlReader.read(in, path.toString(),
                        line.has("--check-namespace") ? options.withNamespaceRequired() : options);
            }
        }

        private DataSet object(List<Picture> frames, DataSet start, OptionalInt instance) {
            ImageObject object = new ImageObject(sopClass, frames);
            DataSetBuilder builder = start.toBuilder();
            object.fill(builder, start, checks && !line.isOn("--no-type1-invent", "--invent-type1"));
            if (instance.isPresent()) {
                int first = line.has("--instance-inc") ? start.integer(Tag.InstanceNumber).orElse(1) : 1;
                builder.set(Tag.InstanceNumber, first + instance.getAsInt() - 1);
            }
            DataSet given = overridden(builder.build());
            if (!checks) {
                return given;
            }
            ImageObject.refuse(object.missingType1(given), 1);
            List<Integer> missing = object.missingType2(given);
            if (line.isOn("--no-type2-insert", "--insert-type2")) {
                ImageObject.refuse(missing, 2);
            }
            DataSetBuilder complete = given.toBuilder();
            missing.forEach(complete::setEmpty);
            return complete.build();
        }

        private DataSet overridden(DataSet set) {
            try {
                return Overrides.apply(set, line.values("--key"), console);
            } catch (IllegalArgumentException e) {
                throw new ImageException("Bad override key/path: " + e.getMessage());
            }
        }

        private void write(DataSet set, Picture picture, String output) throws IOException {
            TransferSyntax syntax = picture.compression().isPresent()
                    ? TransferSyntax.of(picture.compression().get().transferSyntax()) : TransferSyntax.EXPLICIT_LITTLE;
            console.log(Level.INFO, "img2dcm: Saving output DICOM to file " + output);
            OutputFile.write(MetaInformation.replaced(set, syntax), writing.with(syntax), output, console);
        }
    }
}
