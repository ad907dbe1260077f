package org.bitewing.tools.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.files.FolderTree;

/**
 * The steps of the tour: each is a command that is shown as typed, run in this process, and whose output is shown; and
 * each is checked.
 */
final class Steps {
    /** So that nobody waits much longer than half a minute for what has gone wrong. */
    private static final int MOST_QUESTIONS = 300;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Place place;
    private final Console console;
    private int count;
    private int failures;

    Steps(Place place, Console console) {
        this.place = place;
        this.console = console;
    }

    /** A sentence or two before a command. */
    void say(String text) throws IOException {
        show("\n" + text + "\n");
    }

    private void show(String text) throws IOException {
        console.print(text);
        console.flush();
    }

    /** What has to be so after a step; where it is not, the tour fails. */
    void check(boolean isSo, String expectation) throws IOException {
        if (!isSo) {
            failures++;
            show("(this went wrong: " + expectation + ")\n");
        }
    }

    /**
     * Runs a command, which must succeed and say something.
     *
     * @param line     as it is typed; {@code > name} at its end puts its output into a file of the tour
     * @param expected what it must have said, or empty
     */
    void run(String line, String expected) throws IOException {
        count++;
        show("\n$ " + line + "\n");
        int into = line.lastIndexOf(" > ");
        Running running = Running.toTheEnd(place.words(into < 0 ? line : line.substring(0, into)));
        if (into >= 0) {
            Files.write(place.path(line.substring(into + 3)), running.takeOut());
        }
        ended(running, expected);
    }

    private void ended(Running running, String expected) throws IOException {
        String said = said(running);
        check(running.code() == 0, "it ended with " + running.code());
        check(said.contains(expected), "this is missing: " + expected);
    }

    /** Shows what a command has said since it was last asked. */
    private String said(Running running) throws IOException {
        String said = place.said(running.takeOut()) + place.said(running.takeErr());
        show(said);
        return said;
    }

    /** Starts a command that goes on, and waits until it has said something. */
    Running start(String line, String beginning) throws IOException {
        count++;
        show("\n$ " + line + " &\n");
        Running running = Running.start(place.words(line));
        check(!running.await(beginning).isEmpty(), "it does not say: " + beginning);
        said(running);
        return running;
    }

    /** Ends such a command, which must then have said something more. */
    void stop(Running running, String expected) throws IOException {
        show("\n$ kill $!\n");
        running.stop();
        ended(running, expected);
    }

    /** Makes an empty file. */
    void file(String name) throws IOException {
        show("\n$ : > " + name + "\n");
        Files.writeString(place.path(name), "");
    }

    /** Appends a line to a file. */
    void append(String name, String line) throws IOException {
        show("$ echo '" + line + "' >> " + name + "\n");
        Files.writeString(place.path(name), line + "\n", StandardOpenOption.APPEND);
    }

    /** Makes a folder. */
    void folder(String name) throws IOException {
        show("\n$ mkdir " + name + "\n");
        Files.createDirectory(place.path(name));
    }

    /** Shows what lies in a folder and below it: so many files, of one ending. */
    void list(String name, int expected, String ending) throws IOException {
        count++;
        show("\n$ find " + name + " ! -type d\n");
        int matching = 0;
        for (Path file : FolderTree.files(place.path(name))) {
            String found = place.folder().relativize(file).toString();
            matching += found.endsWith(ending) ? 1 : 0;
            console.print(found + "\n");
        }
        check(matching == expected, matching + " files instead of " + expected);
    }

    /** Waits until a file is there. */
    void await(String name) throws IOException {
        count++;
        show("\n$ until test -f " + name + "; do sleep 1; done\n");
        for (int i = 0; i < MOST_QUESTIONS && !Files.exists(place.path(name)); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        check(Files.exists(place.path(name)), "there is no " + name);
    }

    /** Shows a text file, which must have something in it. */
    void cat(String name, String expected) throws IOException {
        count++;
        show("\n$ cat " + name + "\n");
        Path file = place.path(name);
        String text = Files.exists(file) ? Files.readString(file) : "";
        show(text);
        check(text.contains(expected), "this is missing: " + expected);
    }

    /** Packs a folder. */
    void zip(String archive, String name) throws IOException {
        count++;
        show("\n$ zip -qr " + archive + " " + name + "\n");
        try (OutputStream file = Files.newOutputStream(place.path(archive));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Path packed : FolderTree.files(place.path(name))) {
                zip.putNextEntry(new ZipEntry(place.folder().relativize(packed).toString().replace('\\', '/')));
                Files.copy(packed, zip);
                zip.closeEntry();
            }
        }
    }

    /** Asks a server on this machine, until it has all there is; its answer must then have in it what is expected. */
    void fetch(String address, String all, String expected) throws IOException {
        count++;
        show("\n$ curl " + address + "\n");
        String answer = answer(address);
        for (int i = 0; i < MOST_QUESTIONS && !answer.contains(all); i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = answer(address);
        }
        show(answer + "\n");
        check(answer.contains(all), "this is missing: " + all);
        check(answer.contains(expected), "this is missing: " + expected);
    }

    private static String answer(String address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL()
                    .openConnection(Proxy.NO_PROXY);
            connection.setReadTimeout(60_000);
            try (InputStream body = connection.getInputStream()) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException e) {
            return e.toString();
        }
    }

    /** The last words; the exit code of the tour. */
    int end(boolean kept) throws IOException {
        show("\n" + (failures == 0 ? "All " + count + " steps did what they say."
                : failures + " things in " + count + " steps went wrong.")
                + (kept ? " What they made is in " + place.folder() + "." : "") + "\n");
        return failures == 0 ? 0 : 1;
    }
}
