package org.bitewing.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What DCMTK's {@code dcmdump} reads in a file: tags, VRs and values, without lengths and what the writer adds. */
public final class JudgedDump {
    /** File meta information but the transfer syntax, which is the writer's, lengths of groups, and trailing padding. */
    private static final Pattern WRITER = Pattern.compile(" *\\((0002,00(0.|1[1-9])|0002,01..|fffc,fffc|....,0000)\\).*");
    private static final Pattern GENERATED = Pattern.compile("\\[(1\\.2\\.276\\.0\\.7230010\\.3\\.1|2\\.25)[.0-9]*]");
    private static final Pattern STRUCTURE = Pattern.compile("( *\\(....,....\\)) .. \\((Sequence|Item)");

    private JudgedDump() {
    }

    /** The lines; none where DCMTK cannot read the file. */
    public static List<String> of(Path file) throws IOException {
        String dump = Judge.run("dcmdump", "-q", "+L", file);
        List<String> lines = new ArrayList<>();
        if (!dump.endsWith("\n0")) {
            return lines;
        }
        for (String line : dump.substring(0, dump.length() - 2).split("\n")) {
            int comment = line.lastIndexOf(" # ");
            String content = comment < 0 ? line : line.substring(0, comment).stripTrailing();
            if (!content.strip().startsWith("#  offset=") && !WRITER.matcher(content).matches()) {
                Matcher structure = STRUCTURE.matcher(content);
                lines.add(structure.lookingAt() ? structure.group(1) + " " + structure.group(2)
                        : GENERATED.matcher(content).replaceFirst("[generated]"));
            }
        }
        return lines;
    }

    /** Whether lines are equal, numbers aside that DCMTK prints with digits that are not theirs. */
    public static boolean areEqual(List<String> one, List<String> other) {
        boolean equal = one.size() == other.size();
        for (int i = 0; equal && i < one.size(); i++) {
            equal = one.get(i).equals(other.get(i)) || one.get(i).contains(") FD ") && other.get(i).contains(") FD ");
        }
        return equal;
    }
}
