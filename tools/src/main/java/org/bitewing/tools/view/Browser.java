package org.bitewing.tools.view;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens an address in the person's browser: a fixed program of the system, our own address, and no shell. */
final class Browser {
    private Browser() {
    }

    /** False where there is no such program; the address is printed in any case. */
    static boolean open(URI address) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), address)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().getOutputStream().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static List<String> command(String system, URI address) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", address.toString());
        }
        return List.of(name.startsWith("mac") ? "open" : "xdg-open", address.toString());
    }
}
