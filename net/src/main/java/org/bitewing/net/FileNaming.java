package org.bitewing.net;

import java.io.IOException;

/** Names the files of a {@link FolderStore}. Called by the threads of several associations at once. */
@FunctionalInterface
public interface FileNaming {
    /** The SOP Instance UID and {@code .dcm}. */
    FileNaming BY_SOP_INSTANCE = object -> object.request().sopInstanceUid() + ".dcm";

    /**
     * The name of an object that has been received.
     *
     * @param object the request and, where it is needed, the data set
     * @return a path within the folder, its parts separated by slashes. No part may be empty, a dot or two, start with
     *         {@code .bitewing-}, be longer than 255 bytes, or hold a backslash, a colon or a control character;
     *         {@link #clean} makes any text fit
     * @throws IOException where the data set cannot be read
     */
    String nameOf(ReceivedObject object) throws IOException;

    /**
     * A text of a data set as a part of a name: letters, digits, dot, hyphen and underscore stay, anything else becomes
     * an underscore, as does a dot at its start; cut to 128 characters.
     *
     * @param text any text
     * @return one or more characters that are no danger to a file system or a shell
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.isEmpty() ? "_" : text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean stays = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
                    || c == '-' && i > 0 || c == '.' && i > 0;
            if (!stays) {
                clean.setCharAt(i, '_');
            }
        }
        clean.setLength(Math.min(clean.length(), 128));
        return clean.toString();
    }
}
