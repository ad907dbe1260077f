package org.bitewing.tools.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.tools.Commands;

/**
 * A launcher for each command, all of them the same text: it runs the command that it is named after.
 * {@code JAVA_OPTS} goes to Java.
 */
enum Launchers {
    /** Beside a jar: Java is that of {@code JAVA_HOME}, or else of the path. */
    OF_JAR("""
            # Archived classes. An archive made by another Java is left aside without a word.
            exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xshare:auto -XX:SharedArchiveFile="$bin/../lib/bitewing.jsa" \\
                -Xlog:disable $tuning -XX:-UsePerfData -Dbitewing.terminal=$terminal $JAVA_OPTS \\
                -cp "$bin/../lib/bitewing.jar" org.bitewing.tools.Main "$@"
            """, """
            set "lib=%~dp0..\\lib"
            set "java=java"
            if defined JAVA_HOME set "java=%JAVA_HOME%\\bin\\java"
            "%java%" -Xshare:auto "-XX:SharedArchiveFile=%lib%\\bitewing.jsa" -Xlog:disable %tuning% ^
                -XX:-UsePerfData %JAVA_OPTS% -cp "%lib%\\bitewing.jar" org.bitewing.tools.Main %command% %*
            """),
    /** In an image: Java is the one beside it, and the commands are a module of it. */
    OF_IMAGE("""
            exec "$bin/java" -Xlog:disable $tuning -XX:-UsePerfData -Dbitewing.terminal=$terminal $JAVA_OPTS \\
                -m org.bitewing.tools/org.bitewing.tools.Main "$@"
            """, """
            "%~dp0java" -Xlog:disable %tuning% -XX:-UsePerfData %JAVA_OPTS% ^
                -m org.bitewing.tools/org.bitewing.tools.Main %command% %*
            """);

    /**
     * What sends, receives, serves or works on pixels may run for long, and gets both compilers. Not {@code station}: it
     * waits for disks, where the second compiler saves a twentieth of its processor time and takes 100 MB more.
     */
    static final List<String> LONG_RUNS = List.of("storescu", "storescp", "view", "dcmcjpeg", "dcmdjpeg", "dcmcjpls",
            "dcmdjpls", "dcmcrle", "dcmdrle", "dcm2pnm", "dcmj2pnm", "dcm2img");
    private static final String SHELL = """
            #!/bin/sh
            # Runs the command of Bitewing that this file is named after.
            self=$0
            while [ -h "$self" ]; do
                link=$(readlink "$self")
                case $link in
                    /*) self=$link ;;
                    *) self=${self%/*}/$link ;;
                esac
            done
            case $self in
                */*) bin=${self%/*} ;;
                *) bin=. ;;
            esac
            name=${self##*/}
            terminal=
            [ -t 1 ] && terminal=out
            [ -t 2 ] && terminal=$terminal,err
            [ "$name" = bitewing ] || set -- "$name" "$@"
            # The compiler that suits a short run, unless this one may be long.
            tuning=-XX:TieredStopAtLevel=1
            case $1 in
                LONG_RUNS) tuning= ;;
            esac
            """;
    private static final String BATCH = """
            @echo off
            rem Runs the command of Bitewing that this file is named after.
            setlocal
            set "name=%~n0"
            set "command=%name%"
            if /i "%name%"=="bitewing" set "command="
            if not defined command set "name=%~1"
            rem The compiler that suits a short run, unless this one may be long.
            set "tuning=-XX:TieredStopAtLevel=1"
            for %%c in (LONG_RUNS) do if /i "%name%"=="%%c" set "tuning="
            """;
    private static final String BATCH_END = "exit /b %ERRORLEVEL%\n";

    private final String shell;
    private final String batch;

    Launchers(String shell, String batch) {
        this.shell = SHELL + shell;
        this.batch = BATCH + batch + BATCH_END;
    }

    String shell() {
        return shell.replace("LONG_RUNS", String.join(" | ", LONG_RUNS));
    }

    String batch() {
        return batch.replace("LONG_RUNS", String.join(" ", LONG_RUNS)).replace("\n", "\r\n");
    }

    void write(Path bin) throws IOException {
        write(bin, "bitewing");
        for (String command : Commands.NAMES) {
            if (!Commands.isPartOfBitewing(command)) {
                write(bin, command);
            }
        }
    }

    private void write(Path bin, String name) throws IOException {
        Path file = Files.writeString(bin.resolve(name), shell(), StandardCharsets.UTF_8);
        if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
        Files.writeString(bin.resolve(name + ".bat"), batch(), StandardCharsets.UTF_8);
    }
}
