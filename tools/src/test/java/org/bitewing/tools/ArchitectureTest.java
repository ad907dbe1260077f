package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows between packages, as ARCHITECTURE.md draws them, read from the sources. */
class ArchitectureTest {
    private static final Pattern NAME = Pattern.compile("\\borg\\.bitewing((?:\\.[a-z][a-z0-9]*)*)\\.([A-Z]\\w*)");
    /** What each package of core may use, beside itself. */
    private static final Map<String, Set<String>> CORE = Map.of(
            "", Set.of("dict", "data", "io"),
            "dict", Set.of(""),
            "text", Set.of("", "dict"),
            "data", Set.of("", "dict", "text"),
            "io", Set.of("", "dict", "text", "data"),
            "csa", Set.of("", "dict", "data"),
            "pixel", Set.of("", "dict", "data", "io"),
            "model", Set.of("", "dict", "text", "data", "io"),
            "json", Set.of("", "dict", "text", "data", "io", "model"),
            "xml", Set.of("", "dict", "text", "data", "io", "model"));
    /** What each package of net may use, beside itself and core. */
    private static final Map<String, Set<String>> NET = Map.of(
            "net.pdu", Set.of(),
            "net.upper", Set.of("net.pdu"),
            "net.dimse", Set.of("net.pdu"),
            "net", Set.of("net.pdu", "net.upper", "net.dimse"));
    /** What the packages below the station's command may use, beside themselves and core. */
    private static final Map<String, Set<String>> STATION = Map.of(
            "tools.station.rules", Set.of(),
            "tools.station.series", Set.of("tools.station.rules"),
            "tools.station.journal", Set.of(),
            "tools.station.folder", Set.of("tools.station.rules", "tools.station.series", "tools.station.journal",
                    "tools.cli", "tools.files", "tools.dcmtk"),
            "tools.station.arrival", Set.of("tools.station.series", "tools.station.journal", "tools.station.folder",
                    "tools.cli", "tools.net", "net", "net.dimse"));

    @Test
    void guidesKnowOptionTablesAlone() throws IOException {
        Set<String> used = uses("tools").get("tools.guide");
        assertEquals(Set.of("tools.cli"), used);
    }

    @Test
    void packagesOfCoreUseOnlyWhatIsBelowThem() throws IOException {
        Map<String, Set<String>> uses = uses("core");
        assertTrue(uses.keySet().containsAll(Set.of("", "text", "data", "io")), uses.keySet().toString());
        assertEquals(List.of(), againstTheArrows(uses, CORE));
    }

    @Test
    void packagesOfNetUseOnlyWhatIsBelowThem() throws IOException {
        Map<String, Set<String>> uses = uses("net");
        uses.values().forEach(used -> used.removeAll(CORE.keySet()));
        assertTrue(uses.keySet().containsAll(NET.keySet()), uses.keySet().toString());
        assertEquals(List.of(), againstTheArrows(uses, NET));
    }

    @Test
    void packagesOfTheStationUseOnlyWhatIsBelowThem() throws IOException {
        Map<String, Set<String>> uses = uses("tools");
        Map<String, Set<String>> station = new TreeMap<>();
        for (String name : STATION.keySet()) {
            Set<String> used = new TreeSet<>(uses.get(name));
            used.removeAll(CORE.keySet());
            station.put(name, used);
        }
        assertEquals(List.of(), againstTheArrows(station, STATION));
    }

    private static List<String> againstTheArrows(Map<String, Set<String>> uses, Map<String, Set<String>> arrows) {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Set<String>> entry : uses.entrySet()) {
            for (String used : entry.getValue()) {
                Set<String> allowed = arrows.getOrDefault(entry.getKey(), Set.of());
                if (!used.equals(entry.getKey()) && !allowed.contains(used)) {
                    wrong.add("'" + entry.getKey() + "' uses '" + used + "'");
                }
            }
        }
        return wrong;
    }

    @Test
    void nothingInCoreLooksUpAtTheFacade() throws IOException {
        for (Path file : sources("core")) {
            boolean isFacade = file.endsWith(Path.of("org", "bitewing", "Dicom.java"));
            String code = withoutComments(Files.readString(file));
            assertTrue(isFacade || !code.contains("org.bitewing.Dicom;"), file.toString());
        }
    }

    @Test
    void netAndCodecKnowCoreAlone() throws IOException {
        for (String module : List.of("net", "codec")) {
            for (Set<String> used : uses(module).values()) {
                for (String name : used) {
                    String first = name.split("\\.")[0];
                    assertTrue(first.equals(module) || CORE.containsKey(first), module + " uses " + name);
                }
            }
        }
    }

    @Test
    void everyPackageIsIntroduced() throws IOException {
        for (String module : List.of("core", "net", "codec", "tools", "benchmarks")) {
            for (Path file : sources(module)) {
                boolean descriptor = file.getFileName().toString().equals("module-info.java");
                assertTrue(descriptor || Files.exists(file.resolveSibling("package-info.java")), file.toString());
            }
        }
    }

    @Test
    void filesAreSmall() throws IOException {
        for (String module : List.of("core", "net", "codec", "tools", "benchmarks")) {
            for (Path file : sources(module)) {
                String name = file.getFileName().toString();
                boolean generated = Set.of("Tag.java", "UID.java", "ElementTable.java").contains(name);
                boolean table = name.endsWith("Table.java") || name.endsWith("Options.java");
                long lines;
                try (Stream<String> all = Files.lines(file)) {
                    lines = all.count();
                }
                assertTrue(generated || table || lines <= 500, file + " has " + lines + " lines");
            }
        }
    }

    /** The packages that each package of a module uses, without {@code org.bitewing}. */
    private static Map<String, Set<String>> uses(String module) throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        Path base = root().resolve(module).resolve("src/main/java/org/bitewing");
        for (Path file : sources(module)) {
            if (!file.startsWith(base)) {
                continue;
            }
            String own = base.relativize(file.getParent()).toString().replace('/', '.').replace('\\', '.');
            Matcher names = NAME.matcher(withoutComments(Files.readString(file)));
            while (names.find()) {
                String used = names.group(1).isEmpty() ? "" : names.group(1).substring(1);
                uses.computeIfAbsent(own, key -> new TreeSet<>()).add(used);
            }
        }
        return uses;
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
    }

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
