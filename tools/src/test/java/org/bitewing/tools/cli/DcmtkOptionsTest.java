package org.bitewing.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.bitewing.tools.image.Img2dcm;
import org.bitewing.tools.net.Echoscu;
import org.bitewing.tools.net.Storescp;
import org.bitewing.tools.net.Storescu;
import org.bitewing.tools.pixels.Dcmcjpeg;
import org.bitewing.tools.pixels.Dcmcjpls;
import org.bitewing.tools.pixels.Dcmcrle;
import org.bitewing.tools.pixels.Dcmdjpeg;
import org.bitewing.tools.pixels.Dcmdjpls;
import org.bitewing.tools.pixels.Dcmdrle;
import org.bitewing.tools.show.Dcm2pnm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of DCMTK's tools of these names is known here: it does the same, or is refused with a reason. */
class DcmtkOptionsTest {
    private static final Pattern OPTION = Pattern.compile("^ +(?:([-+][^ -]\\S*) +)?(--\\S+) +(.*)$");

    private static OptionTable table(String command) {
        return switch (command) {
            case "echoscu" -> new Echoscu().options();
            case "storescu" -> new Storescu().options();
            case "storescp" -> new Storescp().options();
            case "dcmcjpeg" -> new Dcmcjpeg().options();
            case "dcmdjpeg" -> new Dcmdjpeg().options();
            case "dcmcjpls" -> new Dcmcjpls().options();
            case "dcmdjpls" -> new Dcmdjpls().options();
            case "dcmcrle" -> new Dcmcrle().options();
            case "dcmdrle" -> new Dcmdrle().options();
            case "dcm2pnm", "dcmj2pnm" -> new Dcm2pnm(command).options();
            case "img2dcm" -> new Img2dcm().options();
            default -> throw new IllegalArgumentException(command);
        };
    }

    /** What {@code --help} of DCMTK's tool tells, in our words. */
    private static List<Option> theirs(String command) throws IOException {
        List<Option> options = new ArrayList<>();
        for (String line : Judge.run(command, "--help").lines().toList()) {
            Matcher matcher = OPTION.matcher(line);
            if (matcher.matches()) {
                String rest = matcher.group(3);
                options.add(new Option(matcher.group(1) == null ? "" : matcher.group(1), matcher.group(2),
                        rest.startsWith("[") ? rest : ""));
            }
        }
        assertTrue(options.size() > 25, command + " has " + options.size() + " options");
        return options;
    }

    @ParameterizedTest
    @ValueSource(strings = {"echoscu", "storescu", "storescp", "dcmcjpeg", "dcmdjpeg", "dcmcjpls", "dcmdjpls", "dcmcrle",
        "dcmdrle", "dcm2pnm", "dcmj2pnm", "img2dcm"})
    void everyOptionIsKnownByBothNamesAndTakesAsManyValues(String command) throws IOException {
        OptionTable ours = table(command);
        List<String> wrong = new ArrayList<>();
        for (Option theirs : theirs(command)) {
            Optional<Option> known = ours.find(theirs.longName());
            if (known.isEmpty()) {
                wrong.add(theirs.longName() + " is not known");
            } else if (known.get().values() != theirs.values()) {
                wrong.add(theirs.longName() + " takes " + known.get().values() + " values");
            } else if (!theirs.shortName().isEmpty()
                    && !ours.find(theirs.shortName()).equals(known)) {
                wrong.add(theirs.shortName() + " is not " + theirs.longName());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatIsRefusedSaysWhy() {
        assertTrue(Called.with("storescp", "--inetd", "0").error().contains("--inetd is not supported: "));
        assertTrue(Called.with("storescp", "+ac", "0").error().contains("--access-control is not supported: "));
        assertTrue(Called.with("storescp", "+dp", "file", "0").error().contains("--dhparam is not supported: "));
        assertTrue(Called.with("storescu", "+pa", "h", "1", "f").error().contains("--profile-aes is not supported: "));
        assertTrue(Called.with("echoscu", "+pn", "h", "1").error().contains("--profile-null is not supported: "));
        assertTrue(Called.with("echoscu", "+rc", "f", "h", "1").error().contains("--is-root-cert is not supported: "));
        for (String option : List.of("--lin-od-shape", "--gsd-function", "--cielab-function", "--ignore-mlut-depth",
                "--ignore-vlut-depth")) {
            assertTrue(Called.with("dcm2pnm", option, "f").error().contains(option + " is not supported: "), option);
        }
        for (String option : List.of("--monitor-file", "--printer-file", "--ambient-light", "--illumination",
                "--min-density", "--max-density")) {
            assertTrue(Called.with("dcm2pnm", option, "1", "f").error().contains(option + " is not supported: "), option);
        }
        for (String option : List.of("--transliterate", "--discard-illegal")) {
            assertTrue(Called.with("img2dcm", option, "a", "b").error().contains(option + " is not supported: "), option);
        }
        assertTrue(Called.with("echoscu", "+vc", "f", "h", "1").error().contains("--verify-cert is not supported: "));
    }

    @Test
    void suitesAreListedWithoutAPeer() {
        for (String command : List.of("echoscu", "storescu", "storescp")) {
            Called listed = Called.with(command, "+cc");
            assertEquals(0, listed.code(), listed.error());
            assertTrue(listed.text().contains("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"), listed.text());
        }
    }
}
