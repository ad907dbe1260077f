package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitewing.dict.UID;
import org.bitewing.net.Offer;
import org.bitewing.net.pdu.ExtendedNegotiation;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.dcmtk.DcmtkNames;

/**
 * A profile of DCMTK's files for the negotiation of associations: lines {@code name = value} in sections {@code [name]}
 * of parts {@code [[name]]}. Names of parts, sections and values are the same in capitals and small letters.
 *
 * @param offers   presentation contexts, in their order
 * @param extended service class application information
 */
record NegotiationProfile(List<Offer> offers, List<ExtendedNegotiation> extended) {
    static final String TEXT = """
              association negotiation profile from configuration file:
                -xf   --config-file        [f]ilename, [p]rofile: string
                                           use profile p from config file f
            """;
    private static final long LONGEST_FILE = 1 << 22;
    private static final int MOST_ENTRIES = 1000;

    /** The file, by part, section and name. */
    private record Sections(String file, Map<String, Map<String, Map<String, String>>> parts) {

        Map<String, String> section(String part, String name) {
            Map<String, String> found = parts.getOrDefault(part, Map.of()).get(name.toUpperCase(Locale.ROOT));
            if (found == null) {
                throw new UsageException("no section [" + name + "] in [[" + part + "]] of config file " + file);
            }
            return found;
        }

        /** The values of names that end with 1, 2 and so on. */
        List<String> numbered(String part, String name, String key) {
            Map<String, String> section = section(part, name);
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= MOST_ENTRIES && section.containsKey(key + i); i++) {
                values.add(section.get(key + i));
            }
            if (values.isEmpty()) {
                throw new UsageException("no " + key + "1 in [" + name + "] of config file " + file);
            }
            return values;
        }
    }

    /** The profile that is asked for, if one is. */
    static Optional<NegotiationProfile> of(CommandLine line) throws IOException {
        Optional<String> both = line.value("--config-file");
        if (both.isEmpty()) {
            return Optional.empty();
        }
        int blank = both.get().lastIndexOf(' ');
        return Optional.of(read(Path.of(both.get().substring(0, blank)), both.get().substring(blank + 1)));
    }

    static NegotiationProfile read(Path file, String profile) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new UsageException("config file is too long: " + file);
        }
        Sections sections = parse(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        Map<String, String> values = sections.section("PROFILES", profile);
        String contexts = values.get("PRESENTATIONCONTEXTS");
        if (contexts == null) {
            throw new UsageException("profile " + profile + " of config file " + file + " has no PresentationContexts");
        }
        Map<String, Boolean> providers = providers(sections, values.get("SCPSCUROLESELECTION"));
        List<Offer> offers = new ArrayList<>();
        for (String context : sections.numbered("PRESENTATIONCONTEXTS", contexts, "PRESENTATIONCONTEXT")) {
            int slash = context.indexOf('\\');
            if (slash < 0) {
                throw new UsageException("no backslash in a presentation context of config file " + file + ": "
                        + context);
            }
            String abstractSyntax = uid(file, context.substring(0, slash).strip());
            List<String> syntaxes = new ArrayList<>();
            for (String name : sections.numbered("TRANSFERSYNTAXES", context.substring(slash + 1).strip(),
                    "TRANSFERSYNTAX")) {
                syntaxes.add(uid(file, name));
            }
            offers.add(new Offer(abstractSyntax, syntaxes, providers.getOrDefault(abstractSyntax, false)));
        }
        return new NegotiationProfile(List.copyOf(offers), extended(file, sections,
                values.get("EXTENDEDNEGOTIATION")));
    }

    private static Sections parse(String file, String text) {
        Map<String, Map<String, Map<String, String>>> parts = new HashMap<>();
        String part = "";
        String section = "";
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[[") && line.endsWith("]]")) {
                part = line.substring(2, line.length() - 2).strip().toUpperCase(Locale.ROOT);
            } else if (line.startsWith("[") && line.endsWith("]")) {
                section = line.substring(1, line.length() - 1).strip().toUpperCase(Locale.ROOT);
                parts.computeIfAbsent(part, name -> new HashMap<>()).put(section, new LinkedHashMap<>());
            } else if (equals > 0 && parts.getOrDefault(part, Map.of()).containsKey(section)) {
                parts.get(part).get(section).put(line.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        line.substring(equals + 1).strip());
            } else {
                throw new UsageException("a line of config file " + file + " makes no sense: " + line);
            }
        }
        return new Sections(file, parts);
    }

    /** The SOP classes in which we want to be SCP, or both. */
    private static Map<String, Boolean> providers(Sections sections, String name) {
        Map<String, Boolean> providers = new HashMap<>();
        if (name != null) {
            for (String role : sections.numbered("SCPSCUROLESELECTION", name, "ROLE")) {
                int slash = role.indexOf('\\');
                String wanted = role.substring(slash + 1).strip().toUpperCase(Locale.ROOT);
                providers.put(uid(Path.of(sections.file), role.substring(0, Math.max(0, slash)).strip()),
                        !wanted.equals("SCU") && !wanted.equals("DEFAULT"));
            }
        }
        return providers;
    }

    /** A SOP class and bytes in hexadecimal digits, all separated by backslashes. */
    private static List<ExtendedNegotiation> extended(Path file, Sections sections, String name) {
        List<ExtendedNegotiation> extended = new ArrayList<>();
        if (name != null) {
            for (String value : sections.numbered("EXTENDEDNEGOTIATION", name, "EXTENDEDNEGOTIATION")) {
                String[] words = value.split("\\\\");
                byte[] information = new byte[words.length - 1];
                try {
                    for (int i = 1; i < words.length; i++) {
                        information[i - 1] = (byte) Integer.parseInt(words[i].strip(), 16);
                    }
                } catch (NumberFormatException e) {
                    throw new UsageException("no hexadecimal digits in config file " + file + ": " + value);
                }
                extended.add(new ExtendedNegotiation(uid(file, words[0].strip()), information));
            }
        }
        return List.copyOf(extended);
    }

    private static String uid(Path file, String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            // Of the machine, as DCMTK has it; ours are all alike.
            case "LOCALENDIANEXPLICIT" -> UID.ExplicitVRLittleEndian;
            case "OPPOSITEENDIANEXPLICIT" -> UID.ExplicitVRBigEndian;
            // Its name in the profiles that DCMTK brings along differs from the one that it prints.
            case "IMPLANTATIONPLANSRDOCUMENTSTORAGE" -> UID.ImplantationPlanSRStorage;
            default -> DcmtkNames.uidOf(name).orElseGet(() -> checked(file, name));
        };
    }

    private static String checked(Path file, String uid) {
        if (uid.isEmpty() || !uid.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9')) {
            throw new UsageException("neither a known name nor a UID in config file " + file + ": " + uid);
        }
        return uid;
    }

    /** The transfer syntaxes of each SOP class, for an SCP. */
    Map<String, List<String>> transferSyntaxes() {
        Map<String, List<String>> classes = new LinkedHashMap<>();
        for (Offer offer : offers) {
            classes.merge(offer.abstractSyntax(), offer.transferSyntaxes(), (first, second) -> {
                List<String> both = new ArrayList<>(first);
                both.addAll(second);
                return both;
            });
        }
        return classes;
    }
}
