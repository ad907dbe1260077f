package org.bitewing.tools.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of a help, line by line. Titles of sections begin a line and end it with a colon; what belongs to them
 * is indented, and so are groups of options within them; other lines at the left edge are paragraphs.
 */
final class HelpReader {
    /** What is indented more than this goes on with what the line before said. */
    private static final int DEEPEST_TITLE = 4;

    private final List<HelpText.Entry> parameters = new ArrayList<>();
    private final List<HelpText.Section> sections = new ArrayList<>();
    private final List<HelpText.Entry> exitCodes = new ArrayList<>();
    private final List<HelpText.Entry> examples = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String title = "";
    private List<HelpText.Group> groups = new ArrayList<>();
    private List<HelpText.Described> options = new ArrayList<>();
    private boolean inParagraph;
    private boolean inGroupTitle;

    HelpText read(String text) {
        for (String line : text.split("\n")) {
            int indent = indent(line);
            if (indent == line.length()) {
                inParagraph = false;
            } else if (indent == 0 && line.endsWith(":") && !inParagraph) {
                title = line.substring(0, line.length() - 1);
                options = new ArrayList<>();
                groups = new ArrayList<>();
                if (title.contains("options")) {
                    groups.add(new HelpText.Group("", options));
                    sections.add(new HelpText.Section(title, groups));
                }
            } else if (indent == 0 || title.equals("notes")) {
                paragraph(line.strip());
            } else {
                indented(line, indent);
            }
        }
        sections.forEach(section -> section.groups().removeIf(group -> group.options().isEmpty()));
        return new HelpText(parameters, sections, exitCodes, examples, notes);
    }

    private void paragraph(String line) {
        if (inParagraph) {
            notes.set(notes.size() - 1, notes.get(notes.size() - 1) + " " + line);
        } else {
            notes.add(line);
        }
        inParagraph = true;
    }

    private void indented(String line, int indent) {
        switch (title) {
            case "parameters" -> entry(parameters, line.strip(), indent);
            case "exit codes" -> entry(exitCodes, line.strip(), indent);
            case "examples" -> entry(examples, line.strip(), indent);
            default -> option(line, indent);
        }
    }

    private static void entry(List<HelpText.Entry> entries, String line, int indent) {
        if (indent > DEEPEST_TITLE && !entries.isEmpty()) {
            HelpText.Entry last = entries.remove(entries.size() - 1);
            entries.add(new HelpText.Entry(last.name(), joined(last.text(), line)));
            return;
        }
        int gap = line.indexOf("  ");
        entries.add(gap < 0 ? new HelpText.Entry(line, "")
                : new HelpText.Entry(line.substring(0, gap), line.substring(gap).strip()));
    }

    private void option(String line, int indent) {
        Optional<Option> found = Option.read(line, 0, line.length());
        if (found.isPresent()) {
            Option option = found.get();
            String rest = line.substring(line.indexOf(option.longName()) + option.longName().length()).strip();
            options.add(new HelpText.Described(option.shortName(), option.longName(), option.value(),
                    option.value().isEmpty() ? rest : ""));
            inGroupTitle = false;
        } else if (indent > DEEPEST_TITLE && !options.isEmpty()) {
            HelpText.Described last = options.remove(options.size() - 1);
            options.add(new HelpText.Described(last.shortName(), last.longName(), last.value(),
                    joined(last.text(), line.strip())));
        } else {
            group(line.strip());
        }
    }

    private void group(String line) {
        String text = line.endsWith(":") ? line.substring(0, line.length() - 1) : line;
        if (inGroupTitle) {
            text = groups.remove(groups.size() - 1).title() + " " + text;
        }
        options = new ArrayList<>();
        groups.add(new HelpText.Group(text, options));
        inGroupTitle = true;
    }

    private static String joined(String before, String line) {
        return before.isEmpty() ? line : before + " " + line;
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
