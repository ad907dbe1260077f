package org.bitewing.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** The table that the guard prints, a line for each bar, and how many of them were missed. */
final class Report {
    private static final String LINE = "%-42s %12s %12s  %-4s %s%n";

    private final PrintStream out;
    private int missed;

    Report(PrintStream out) {
        this.out = out;
        out.printf(LINE, "what", "measured", "bar", "", "absolute");
    }

    int missed() {
        return missed;
    }

    void atMost(String what, double measured, double bar, String absolute) {
        line(what, measured, "<= " + number(bar), measured <= bar, absolute);
    }

    void atLeast(String what, double measured, double bar, String absolute) {
        line(what, measured, ">= " + number(bar), measured >= bar, absolute);
    }

    void note(String text) {
        out.println(text);
    }

    private void line(String what, double measured, String bar, boolean holds, String absolute) {
        out.printf(LINE, what, number(measured), bar, holds ? "ok" : "MISS", absolute);
        if (!holds) {
            missed++;
        }
    }

    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%,.2f", value);
    }

    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
