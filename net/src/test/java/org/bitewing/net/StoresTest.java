package org.bitewing.net;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract of {@link Store}, for each of them. */
class StoresTest {
    @TempDir
    Path folder;

    @Nested
    class Folder extends StoreContract {
        @Override
        Store store() throws IOException {
            return Store.toFolder(folder);
        }
    }

    @Nested
    class FolderOfBareDataSetsWithoutSync extends StoreContract {
        @Override
        Store store() throws IOException {
            return Store.toFolder(folder).withoutSync().withoutFileMeta();
        }
    }

    @Nested
    class Discarding extends StoreContract {
        @Override
        Store store() {
            return Store.discarding();
        }
    }
}
