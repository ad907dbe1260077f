package org.bitewing.tools.pixels;

import org.bitewing.codec.image.Voi;
import org.bitewing.codec.image.VoiFunction;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/** The options that choose a window: of the commands that show images, and of those that compress what is shown. */
public final class WindowOptions {
    /** Their lines of the help. */
    public static final String HELP = """
                -W    --no-windowing         no VOI windowing (default)
                +Wi   --use-window           [n]umber: integer (1..2147483647)
                                             use the n-th VOI window from image file
                +Wl   --use-voi-lut          [n]umber: integer (1..2147483647)
                                             use the n-th VOI look up table from image file
                +Wm   --min-max-window       compute VOI window using min-max algorithm
                +Wn   --min-max-window-n     compute VOI window using min-max algorithm,
                                             ignoring extreme values
                +Wr   --roi-min-max-window   [l]eft [t]op [w]idth [h]eight: integer
                                             compute ROI window using min-max algorithm,
                                             region of interest is specified by l,t,w,h
                +Wh   --histogram-window     [n]umber: integer (0..99)
                                             compute VOI window using Histogram algorithm,
                                             ignoring n percent
                +Ww   --set-window           [c]enter [w]idth: float
                                             compute VOI window using center c and width w
            """;

    private WindowOptions() {
    }

    /**
     * What the options choose.
     *
     * @param line the command line
     * @return everything where no window is asked for
     */
    public static Voi of(CommandLine line) {
        String option = chosen(line);
        String value = line.value(option).orElse("");
        return switch (option) {
            case "--use-window" -> new Voi.StoredWindow(Integer.parseInt(value) - 1);
            case "--use-voi-lut" -> new Voi.StoredTable(Integer.parseInt(value) - 1);
            case "--min-max-window" -> new Voi.MinMax(false);
            case "--min-max-window-n" -> new Voi.MinMax(true);
            case "--roi-min-max-window" -> {
                int[] numbers = integers(option, value);
                yield new Voi.Region(numbers[0], numbers[1], numbers[2], numbers[3]);
            }
            case "--histogram-window" -> new Voi.Histogram(Integer.parseInt(value) / 100.0);
            case "--set-window" -> window(option, value);
            default -> Voi.EVERYTHING;
        };
    }

    /** The option that counts. */
    static String chosen(CommandLine line) {
        return line.choice("--no-windowing", "--use-window", "--use-voi-lut", "--min-max-window", "--min-max-window-n",
                "--roi-min-max-window", "--histogram-window", "--set-window");
    }

    private static Voi window(String option, String value) {
        int blank = value.indexOf(' ');
        double center = number(option, value.substring(0, blank));
        double width = number(option, value.substring(blank + 1));
        if (width < 1) {
            throw new UsageException("Invalid value for option " + option + " (underflow: " + width + ")");
        }
        return new Voi.Window(center, width, VoiFunction.LINEAR);
    }

    /**
     * A value that is a number.
     *
     * @param option for the message
     * @param value  as it was typed
     * @return the number, which is finite
     * @throws UsageException where it is none
     */
    public static double number(String option, String value) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("Invalid value for option " + option + " (" + value + ")");
    }

    /**
     * Values that are whole numbers.
     *
     * @param option for the message
     * @param value  the numbers, a blank between each and the next
     * @return the numbers
     * @throws UsageException where one is none
     */
    public static int[] integers(String option, String value) {
        String[] words = value.split(" ");
        int[] numbers = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Integer.parseInt(words[i]);
            } catch (NumberFormatException e) {
                throw new UsageException("Invalid value for option " + option + " (" + words[i] + ")");
            }
        }
        return numbers;
    }
}
