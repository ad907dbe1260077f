package org.bitewing.tools.net;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.net.AssociationListener;
import org.bitewing.net.WireTrace;
import org.bitewing.tools.cli.CommandLine;

/** The record of all PDUs, where {@code --trace} asks for one. */
record Trace(Optional<WireTrace> wire) implements Closeable {

    static Trace of(CommandLine line) throws IOException {
        Optional<String> file = line.value("--trace");
        return new Trace(file.isPresent() ? Optional.of(WireTrace.to(Path.of(file.get()))) : Optional.empty());
    }

    AssociationListener beside(AssociationListener messages) {
        return wire.map(trace -> messages.and(trace)).orElse(messages);
    }

    @Override
    public void close() throws IOException {
        if (wire.isPresent()) {
            wire.get().close();
        }
    }
}
