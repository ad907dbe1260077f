package org.bitewing.tools.markup;

import java.util.Optional;
import org.bitewing.text.SpecificCharacterSet;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The character set that {@code --charset-assume} names: as DCMTK calls it, or by its defined term. */
final class AssumedCharacterSet {
    private AssumedCharacterSet() {
    }

    static Optional<SpecificCharacterSet> of(CommandLine line) {
        Optional<String> given = line.value("--charset-assume");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String term = switch (given.get()) {
            case "latin-1" -> "ISO_IR 100";
            case "latin-2" -> "ISO_IR 101";
            case "latin-3" -> "ISO_IR 109";
            case "latin-4" -> "ISO_IR 110";
            case "latin-5" -> "ISO_IR 148";
            case "latin-9" -> "ISO_IR 203";
            case "cyrillic" -> "ISO_IR 144";
            case "arabic" -> "ISO_IR 127";
            case "greek" -> "ISO_IR 126";
            case "hebrew" -> "ISO_IR 138";
            default -> given.get();
        };
        SpecificCharacterSet characterSet = SpecificCharacterSet.of(term);
        if (!characterSet.corrections().isEmpty()) {
            throw new UsageException("Character set '" + given.get()
                    + "' specified with option --charset-assume not supported");
        }
        return Optional.of(characterSet);
    }
}
