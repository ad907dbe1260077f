package org.bitewing.tools.guide;

import java.util.List;
import java.util.Locale;
import org.bitewing.tools.cli.HelpText;

/** Manual pages, in the macros that every {@code man} has. */
public final class ManualPage {
    private static final List<HelpText.Entry> USUAL_CODES = List.of(
            new HelpText.Entry("0", "everything was done, or help or version were printed"),
            new HelpText.Entry("1", "the command line makes no sense, or something failed"));
    private static final String ENVIRONMENT = """
            .SH ENVIRONMENT
            .TP
            .B JAVA_HOME
            where Java is; otherwise the one of PATH is taken
            .TP
            .B JAVA_OPTS
            options for Java, such as \\-Xmx4g
            .TP
            .B NO_COLOR
            no colors, whatever its value is
            """;

    private final StringBuilder page = new StringBuilder();

    private ManualPage() {
    }

    /**
     * The page of a command.
     *
     * @param command the command
     * @param version of the toolkit
     * @return the page's source
     */
    public static String of(Documented command, String version) {
        HelpText text = command.table().text();
        ManualPage page = new ManualPage();
        page.title(command.page(), command.table().purpose(), version);
        page.page.append(".SH SYNOPSIS\n.B ").append(escaped(command.typed())).append('\n')
                .append(line(command.table().usage()));
        if (!text.parameters().isEmpty()) {
            page.page.append(".SH PARAMETERS\n");
            text.parameters().forEach(page::entry);
        }
        page.page.append(".SH OPTIONS\n");
        text.sections().forEach(page::section);
        page.page.append(".SH EXIT STATUS\n");
        (text.exitCodes().isEmpty() ? USUAL_CODES : text.exitCodes()).forEach(page::entry);
        if (!text.examples().isEmpty()) {
            page.page.append(".SH EXAMPLES\n");
            text.examples().forEach(page::entry);
        }
        if (!text.notes().isEmpty()) {
            page.page.append(".SH NOTES\n");
            page.page.append(String.join(".PP\n", text.notes().stream().map(ManualPage::line).toList()));
        }
        return page.page.append(ENVIRONMENT).append(".SH SEE ALSO\n.BR bitewing (1)\n").toString();
    }

    /**
     * The page of {@code bitewing}, with all commands.
     *
     * @param commands all of them
     * @param version  of the toolkit
     * @return the page's source
     */
    public static String overview(List<Documented> commands, String version) {
        ManualPage page = new ManualPage();
        page.title("bitewing", "DICOM in nothing but Java", version);
        page.page.append(".SH SYNOPSIS\n.B bitewing\ncommand [options] [parameters]\n.SH COMMANDS\n");
        for (Documented command : commands) {
            page.page.append(".TP\n.BR ").append(escaped(command.page())).append(" (1)\n")
                    .append(line(command.table().purpose()));
        }
        return page.page.append(ENVIRONMENT).toString();
    }

    private void title(String name, String purpose, String version) {
        // No date: the same sources give the same page.
        page.append(".TH ").append(escaped(name.toUpperCase(Locale.ROOT))).append(" 1 \"\" \"Bitewing ")
                .append(escaped(version)).append("\" \"Bitewing\"\n.SH NAME\n").append(escaped(name)).append(" \\- ")
                .append(escaped(purpose)).append('\n');
    }

    private void section(HelpText.Section section) {
        page.append(".SS ").append(line(section.title()));
        String paragraph = "";
        for (HelpText.Group group : section.groups()) {
            if (!group.title().isEmpty()) {
                page.append(paragraph).append(".I ").append(line(group.title()));
            }
            group.options().forEach(this::option);
            paragraph = ".PP\n";
        }
    }

    private void option(HelpText.Described option) {
        page.append(".TP\n");
        if (!option.shortName().isEmpty()) {
            page.append("\\fB").append(escaped(option.shortName())).append("\\fR, ");
        }
        page.append("\\fB").append(escaped(option.longName())).append("\\fR");
        if (!option.value().isEmpty()) {
            page.append(" \\fI").append(escaped(option.value())).append("\\fR");
        }
        page.append('\n').append(line(option.text()));
    }

    private void entry(HelpText.Entry entry) {
        page.append(".TP\n\\fB").append(escaped(entry.name())).append("\\fR\n").append(line(entry.text()));
    }

    /** A line of text: none begins like a request. */
    private static String line(String text) {
        return (text.startsWith(".") || text.startsWith("'") ? "\\&" : "") + escaped(text) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("\"", "\\(dq")
                .replace("^", "\\(ha").replace("~", "\\(ti").replace("`", "\\(ga");
    }
}
