package org.bitewing.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.convert.Dcmconv;
import org.bitewing.tools.dump.Dcmdump;
import org.bitewing.tools.dump2dcm.Dump2dcm;
import org.bitewing.tools.guide.Documented;
import org.bitewing.tools.image.Img2dcm;
import org.bitewing.tools.markup.Dcm2json;
import org.bitewing.tools.markup.Dcm2xml;
import org.bitewing.tools.markup.Json2dcm;
import org.bitewing.tools.markup.Xml2dcm;
import org.bitewing.tools.modify.Dcmodify;
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
import org.bitewing.tools.station.Station;
import org.bitewing.tools.tour.Tour;
import org.bitewing.tools.view.View;

/** The commands by name. A command's class is loaded only when it is the one that was asked for. */
public final class Commands {
    /**
     * Commands that have something in common.
     *
     * @param title    what that is, in a word or two
     * @param commands their names; those that differ in name alone are one entry, separated by blanks
     */
    public record Group(String title, List<String> commands) {
        /**
         * Copies the list.
         *
         * @param title    a word or two
         * @param commands the names
         */
        public Group {
            commands = List.copyOf(commands);
        }
    }

    /** In the order in which {@code bitewing help} lists them. */
    public static final List<Group> GROUPS = List.of(
            new Group("look", List.of("dcmdump", "dcm2pnm dcmj2pnm dcm2img", "view")),
            new Group("change", List.of("dcmodify", "dcmconv")),
            new Group("translate", List.of("dump2dcm", "img2dcm", "dcm2json", "json2dcm", "dcm2xml", "xml2dcm")),
            new Group("compress", List.of("dcmcjpeg", "dcmdjpeg", "dcmcjpls", "dcmdjpls", "dcmcrle", "dcmdrle")),
            new Group("network", List.of("echoscu", "storescu", "storescp", "station")),
            new Group("learn", List.of("tour", "help")),
            new Group("install", List.of("completion", "tune")));

    /** All names. */
    public static final List<String> NAMES = names();

    private Commands() {
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Group group : GROUPS) {
            for (String commands : group.commands()) {
                Collections.addAll(names, commands.split(" "));
            }
        }
        return List.copyOf(names);
    }

    /**
     * Whether a command is run as {@code bitewing NAME} only, without a launcher of its own.
     *
     * @param name the command
     * @return true for those that are not named after a tool of DCMTK
     */
    public static boolean isPartOfBitewing(String name) {
        return name.equals("station") || name.equals("view") || name.equals("tour") || name.equals("tune")
                || name.equals("help") || name.equals("completion");
    }

    /**
     * All of them, for whatever is written about them.
     *
     * @return each with its table
     */
    public static List<Documented> documented() {
        List<Documented> all = new ArrayList<>();
        for (String name : NAMES) {
            all.add(documented(name, find(name).orElseThrow()));
        }
        return all;
    }

    static Documented documented(String name, Command command) {
        return new Documented(name, !isPartOfBitewing(name), command.options());
    }

    static Optional<Command> find(String name) {
        return Optional.ofNullable(switch (name) {
            case "dcmdump" -> new Dcmdump();
            case "dump2dcm" -> new Dump2dcm();
            case "dcmodify" -> new Dcmodify();
            case "dcmconv" -> new Dcmconv();
            case "img2dcm" -> new Img2dcm();
            case "dcmdjpeg" -> new Dcmdjpeg();
            case "dcmcjpeg" -> new Dcmcjpeg();
            case "dcmdjpls" -> new Dcmdjpls();
            case "dcmcjpls" -> new Dcmcjpls();
            case "dcmdrle" -> new Dcmdrle();
            case "dcmcrle" -> new Dcmcrle();
            case "dcm2json" -> new Dcm2json();
            case "json2dcm" -> new Json2dcm();
            case "dcm2xml" -> new Dcm2xml();
            case "xml2dcm" -> new Xml2dcm();
            case "dcm2pnm", "dcmj2pnm", "dcm2img" -> new Dcm2pnm(name);
            case "echoscu" -> new Echoscu();
            case "storescu" -> new Storescu();
            case "storescp" -> new Storescp();
            case "view" -> new View();
            case "station" -> new Station();
            case "tour" -> new Tour();
            case "completion" -> new Completion();
            case "tune" -> new Tune();
            case "help", "--help", "-h" -> new Help();
            default -> null;
        });
    }
}
