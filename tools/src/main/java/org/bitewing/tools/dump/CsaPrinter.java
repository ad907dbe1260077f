package org.bitewing.tools.dump;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.csa.CsaHeader;
import org.bitewing.csa.CsaProtocol;
import org.bitewing.csa.CsaTag;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** The CSA headers of Siemens as text: a line for each tag, {@code NAME VR [value]\\[value]}, then the protocol. */
final class CsaPrinter {
    private static final int NAME_WIDTH = 34;

    private final Console console;
    private final String name;

    CsaPrinter(Console console, String name) {
        this.console = console;
        this.name = name;
    }

    void print(DataSet set) throws IOException {
        print("image", set, CsaHeader::image);
        print("series", set, CsaHeader::series);
    }

    /** Finds one of the two headers. */
    private interface Finder {
        Optional<CsaHeader> in(Attributes attributes);
    }

    private void print(String of, DataSet set, Finder finder) throws IOException {
        Optional<CsaHeader> header;
        try {
            header = finder.in(set);
        } catch (DicomException e) {
            console.log(Level.WARN, "dcmdump: " + e.getMessage() + ": reading file: " + name);
            return;
        }
        if (header.isPresent()) {
            print(of, header.get());
        }
    }

    private void print(String of, CsaHeader header) throws IOException {
        console.print("\n# CSA header of the " + of + ", " + header.format() + ", " + header.tags().size() + " tags\n");
        for (CsaTag tag : header.tags()) {
            console.print(padded(tag.name()) + " " + (shown(tag.vr()) + "  ").substring(0, 2) + " "
                    + values(tag.values()) + "\n");
        }
        Optional<CsaProtocol> protocol = header.protocol();
        if (protocol.isPresent()) {
            console.print("\n# Protocol, " + protocol.get().values().size() + " values\n");
            for (Map.Entry<String, String> entry : protocol.get().values().entrySet()) {
                console.print(padded(entry.getKey()) + " = " + shown(entry.getValue()) + "\n");
            }
        }
    }

    private static String values(List<String> values) {
        if (values.isEmpty()) {
            return "(no value available)";
        }
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            text.append(text.length() > 0 ? "\\" : "").append('[');
            boolean isProtocol = value.contains(CsaProtocol.BEGIN);
            text.append(isProtocol ? "protocol of " + value.length() + " characters" : shown(value)).append(']');
        }
        return text.toString();
    }

    private static String padded(String text) {
        return shown(text) + " ".repeat(Math.max(0, NAME_WIDTH - text.length()));
    }

    /** Without control characters, which would reach the terminal as commands. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '?' : c);
        }
        return shown.toString();
    }
}
