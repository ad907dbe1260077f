package org.bitewing.tools;

import java.util.List;
import java.util.Optional;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.dump.Dcmdump;
import org.bitewing.tools.tour.Tour;

/** The commands by name. A command's class is loaded only when it is the one that was asked for. */
public final class Commands {
    /** In the order in which {@code bitewing help} lists them. */
    public static final List<String> NAMES = List.of("dcmdump", "tour", "tune", "help");

    private Commands() {
    }

    /**
     * Whether a command is run as {@code bitewing NAME} only, without a launcher of its own.
     *
     * @param name the command
     * @return true for those that are not named after a tool of DCMTK
     */
    public static boolean isPartOfBitewing(String name) {
        return name.equals("tour") || name.equals("tune") || name.equals("help");
    }

    static Optional<Command> find(String name) {
        return Optional.ofNullable(switch (name) {
            case "dcmdump" -> new Dcmdump();
            case "tour" -> new Tour();
            case "tune" -> new Tune();
            case "help", "--help", "-h" -> new Help();
            default -> null;
        });
    }
}
