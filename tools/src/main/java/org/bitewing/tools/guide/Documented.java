package org.bitewing.tools.guide;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.tools.cli.HelpText;
import org.bitewing.tools.cli.OptionTable;

/**
 * A command as it is written about.
 *
 * @param name        its own
 * @param hasLauncher whether it is also called by its own name, not only behind {@code bitewing}
 * @param table       what it understands
 */
public record Documented(String name, boolean hasLauncher, OptionTable table) {

    /**
     * What a person types.
     *
     * @return such as {@code dcmdump} or {@code bitewing view}
     */
    public String typed() {
        return hasLauncher ? name : "bitewing " + name;
    }

    /**
     * The name of its manual page.
     *
     * @return such as {@code dcmdump} or {@code bitewing-view}
     */
    public String page() {
        return hasLauncher ? name : "bitewing-" + name;
    }

    /**
     * The words of which the parameters are.
     *
     * @param commands all commands
     * @return some words; none where parameters are names of files
     */
    List<String> parameters(List<Documented> commands) {
        List<String> words = new ArrayList<>();
        for (HelpText.Entry parameter : table.text().parameters()) {
            words.addAll(parameter.name().equals("command") ? commands.stream().map(Documented::name).toList()
                    : parameter.choices());
        }
        return words;
    }

    static List<String> launchers(List<Documented> commands) {
        return commands.stream().filter(Documented::hasLauncher).map(Documented::name).toList();
    }
}
