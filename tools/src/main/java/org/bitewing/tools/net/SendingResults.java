package org.bitewing.tools.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.net.SendResult;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.Progress;

/** What {@code storescu} does with each object that is done: report, new name, progress. Thread-safe. */
final class SendingResults implements Closeable {
    private final Console console;
    private final Optional<ReportFile> report;
    private final boolean renames;
    private final Progress progress;

    private SendingResults(Console console, int total, Optional<ReportFile> report, boolean renames) {
        this.console = console;
        this.report = report;
        this.renames = renames;
        this.progress = Progress.of(console, "objects", total);
    }

    static SendingResults of(CommandLine line, Console console, int total) throws IOException {
        Optional<String> file = line.value("--report");
        return new SendingResults(console, total,
                file.isPresent() ? Optional.of(ReportFile.to(Path.of(file.get()))) : Optional.empty(),
                line.isOn("--rename", "--no-rename"));
    }

    void add(SendResult result) {
        report.ifPresent(lines -> lines.add(result));
        if (renames && result.outcome() != SendResult.Outcome.NOT_SENT) {
            result.object().path().ifPresent(path -> rename(path,
                    result.outcome() == SendResult.Outcome.STORED ? ".done" : ".bad"));
        }
        progress.step();
    }

    private void rename(Path path, String ending) {
        try {
            Files.move(path, path.resolveSibling(path.getFileName() + ending));
        } catch (IOException e) {
            console.log(Level.WARN, "cannot rename file: " + path + ": " + Failures.reason(e));
        }
    }

    @Override
    public void close() throws IOException {
        progress.close();
        if (report.isPresent()) {
            report.get().close();
        }
    }
}
