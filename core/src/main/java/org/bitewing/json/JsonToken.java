package org.bitewing.json;

/** What {@link JsonTokenizer#next} came upon. */
enum JsonToken {
    /** An object begins. */
    START_OBJECT("an object"),
    /** An object ends. */
    END_OBJECT("the end of an object"),
    /** An array begins. */
    START_ARRAY("an array"),
    /** An array ends. */
    END_ARRAY("the end of an array"),
    /** The name of a member; its text is there. */
    NAME("a name"),
    /** A string, of which the caller takes the characters, or leaves them. */
    STRING("a string"),
    /** A number; its text is there. */
    NUMBER("a number"),
    /** The word true or false. */
    BOOLEAN("true or false"),
    /** The word null. */
    NULL("null"),
    /** Nothing follows. */
    END("the end");

    private final String words;

    JsonToken(String words) {
        this.words = words;
    }

    /** For messages. */
    String words() {
        return words;
    }
}
