package org.bitewing.tools.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.tools.DocumentedCommands;
import org.bitewing.tools.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/station-folder.md are run by a shell in order, and say what stands there. */
class StationFolderPageTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandDoesWhatStandsBelowIt() throws IOException, InterruptedException {
        DocumentedCommands.run(Files.readString(SharedFiles.projectRoot().resolve("docs/station-folder.md")), folder);
    }
}
