package org.bitewing.tools.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Input and output errors in the words of the operating system, as DCMTK prints them. */
public final class Failures {
    private Failures() {
    }

    /**
     * What went wrong.
     *
     * @param e the error
     * @return such as {@code No such file or directory}
     */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (e instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "File exists";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        int open = message.lastIndexOf('(');
        // RandomAccessFile puts the system's words in parentheses behind the name.
        boolean named = e instanceof FileNotFoundException && open >= 0 && message.endsWith(")");
        return named ? message.substring(open + 1, message.length() - 1) : message;
    }
}
