package org.bitewing.tools.dist;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.tools.Commands;

/**
 * A launcher for each command, all of them the same text: it runs the command that it is named after. Java is that of
 * {@code JAVA_HOME}, or else of the path; {@code JAVA_OPTS} goes to it.
 */
final class Launchers {
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
                */*) lib=${self%/*}/../lib ;;
                *) lib=../lib ;;
            esac
            name=${self##*/}
            terminal=
            [ -t 1 ] && terminal=out
            [ -t 2 ] && terminal=$terminal,err
            [ "$name" = bitewing ] || set -- "$name" "$@"
            # The compiler that suits a short run; what sends, receives or works on pixels may run for long.
            tuning=-XX:TieredStopAtLevel=1
            case $1 in
                storescu | storescp | view | dcm[cd]jpeg | dcm[cd]jpls | dcm[cd]rle | dcm2pnm | dcmj2pnm | dcm2img) tuning= ;;
            esac
            # Archived classes. An archive made by another Java is left aside without a word.
            exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xshare:auto -XX:SharedArchiveFile="$lib/bitewing.jsa" -Xlog:disable \\
                $tuning -XX:-UsePerfData -Dbitewing.terminal=$terminal $JAVA_OPTS \\
                -cp "$lib/bitewing.jar" org.bitewing.tools.Main "$@"
            """;
    private static final String BATCH = """
            @echo off
            rem Runs the command of Bitewing that this file is named after.
            setlocal
            set "lib=%~dp0..\\lib"
            set "command=%~n0"
            if /i "%command%"=="bitewing" set "command="
            set "java=java"
            if defined JAVA_HOME set "java=%JAVA_HOME%\\bin\\java"
            set "tuning=-XX:TieredStopAtLevel=1"
            for %%c in (storescu storescp dcmcjpeg dcmdjpeg dcmcjpls dcmdjpls dcmcrle dcmdrle dcm2pnm dcmj2pnm dcm2img) ^
                do if /i "%command%"=="%%c" set "tuning="
            "%java%" -Xshare:auto "-XX:SharedArchiveFile=%lib%\\bitewing.jsa" -Xlog:disable %tuning% ^
                -XX:-UsePerfData %JAVA_OPTS% -cp "%lib%\\bitewing.jar" org.bitewing.tools.Main %command% %*
            exit /b %ERRORLEVEL%
            """;

    private Launchers() {
    }

    static void write(Path bin) throws IOException {
        one(bin, "bitewing");
        for (String command : Commands.NAMES) {
            if (!Commands.isPartOfBitewing(command)) {
                one(bin, command);
            }
        }
    }

    private static void one(Path bin, String name) throws IOException {
        Path shell = Files.writeString(bin.resolve(name), SHELL, StandardCharsets.UTF_8);
        File file = shell.toFile();
        if (!file.setExecutable(true, false)) {
            throw new IOException("cannot make " + shell + " executable");
        }
        Files.writeString(bin.resolve(name + ".bat"), BATCH.replace("\n", "\r\n"), StandardCharsets.UTF_8);
    }
}
