package org.bitewing.tools.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.Progress;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.station.folder.Added;
import org.bitewing.tools.station.folder.PlaceException;
import org.bitewing.tools.station.folder.StationFolder;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.bitewing.tools.station.series.ObjectRefusal;

/** {@code bitewing station --scan}: sorts what is in a folder already. Files stay where they are. */
final class ScanCommand {
    private final Console console;
    private final StationFolder station;
    private final ScanReport report;

    private ScanCommand(Console console, StationFolder station, ScanReport report) {
        this.console = console;
        this.station = station;
        this.report = report;
    }

    /**
     * Runs it.
     *
     * @return 0 where all files could be read that are there, and one at least is an object; else 1
     */
    static int run(CommandLine line, List<String> paths, Console console) throws IOException {
        if (paths.isEmpty()) {
            throw new UsageException("Missing parameter path");
        }
        long start = System.nanoTime();
        try (ScanReport report = ScanReport.to(StationFolderOptions.report(line))) {
            // A scan can be run again: nothing waits for the disk.
            try (StationFolder station = StationFolder.open(StationFolderOptions.root(line),
                    StationFolderOptions.of(line, console).withoutSync(), List.of())) {
                new ScanCommand(console, station, report).scan(paths);
            } catch (IOException e) {
                console.log(Level.FATAL, "the station's folder cannot be used: " + Failures.reason(e));
                return 1;
            }
            console.print(report.json((System.nanoTime() - start) / 1e9).text(true) + "\n");
            return report.objects() > 0 && !report.hasUnreadable() ? 0 : 1;
        }
    }

    private void scan(List<String> paths) throws IOException {
        try (Progress progress = Progress.of(console, "files", 0);
             ParallelWork<ScanInput> work = new ParallelWork<>(input -> {
                 add(input);
                 progress.step();
             })) {
            ScanWalk walk = new ScanWalk(station.folders(), work, this::failed);
            for (String path : paths) {
                walk.walk(StationFolderOptions.path("path", path));
            }
        }
    }

    private void add(ScanInput input) throws IOException {
        try {
            Added added = input instanceof ScanInput.OfZip entry
                    ? station.add(entry.file()::open, ObjectOrigin.unknown())
                    : station.add(((ScanInput.OfFile) input).path(), ObjectOrigin.unknown());
            if (added instanceof Added.Filed filed) {
                report.filed(input.name(), filed);
            } else {
                refused(input.name(), (Added.Refused) added);
            }
        } catch (PlaceException e) {
            throw e;
        } catch (IOException e) {
            failed(input.name(), Failures.reason(e));
        } catch (UncheckedIOException e) {
            failed(input.name(), Failures.reason(e.getCause()));
        } catch (DicomException e) {
            failed(input.name(), e.reason());
        }
    }

    private void refused(String name, Added.Refused refused) throws IOException {
        boolean isOther = refused.refusal().reason() == ObjectRefusal.Reason.NOT_DICOM;
        console.log(isOther ? Level.INFO : Level.WARN, name + ": " + refused.refusal().message() + "; it is left out");
        report.refused(name, refused);
    }

    private void failed(String name, String reason) {
        console.log(Level.ERROR, reason + ": reading file: " + name);
        try {
            report.unreadable(name, reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
