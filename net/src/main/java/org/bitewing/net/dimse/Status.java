package org.bitewing.net.dimse;

import java.util.Objects;
import java.util.Optional;

/**
 * The status of a response (PS3.7 Annex C, for C-STORE PS3.4 B.2.3).
 *
 * @param code    the value of Status (0000,0900)
 * @param comment Error Comment (0000,0902): at most 64 characters, no patient data
 */
public record Status(int code, Optional<String> comment) {
    /** All went well. */
    public static final Status SUCCESS = of(0x0000);
    /** The SOP class is not supported. */
    public static final Status SOP_CLASS_NOT_SUPPORTED = of(0x0122);
    /** The instance is there already. */
    public static final Status DUPLICATE_SOP_INSTANCE = of(0x0111);
    /** The operation is none that this side performs. */
    public static final Status UNRECOGNIZED_OPERATION = of(0x0211);
    /** The peer may not do this. */
    public static final Status NOT_AUTHORIZED = of(0x0124);
    /** Something went wrong here. */
    public static final Status PROCESSING_FAILURE = of(0x0110);
    /** The SOP instance UID is none. */
    public static final Status INVALID_SOP_INSTANCE = of(0x0117);
    /** C-STORE: out of resources. */
    public static final Status OUT_OF_RESOURCES = of(0xa700);
    /** C-STORE: the data set does not match the SOP class. */
    public static final Status DATA_SET_DOES_NOT_MATCH_SOP_CLASS = of(0xa900);
    /** C-STORE: the data set cannot be understood. */
    public static final Status CANNOT_UNDERSTAND = of(0xc000);
    /** The operation was cancelled. */
    public static final Status CANCEL = of(0xfe00);
    /** More responses follow. */
    public static final Status PENDING = of(0xff00);

    private static final int LONGEST_COMMENT = 64;

    /** What a status amounts to (PS3.7 C). */
    public enum Category {
        /** Done. */
        SUCCESS,
        /** Done, with something to know. */
        WARNING,
        /** Not done. */
        FAILURE,
        /** Ended on request. */
        CANCEL,
        /** Not finished. */
        PENDING
    }

    /** The codes and ranges that have a meaning of their own, the special before the general. */
    private enum Meaning {
        SUCCESS(0x0000, 0x0000, "Success"),
        ATTRIBUTE_LIST_ERROR(0x0107, 0x0107, "Warning: Attribute list error"),
        NO_SUCH_ATTRIBUTE(0x0105, 0x0105, "Failed: No such attribute"),
        INVALID_ATTRIBUTE_VALUE(0x0106, 0x0106, "Failed: Invalid attribute value"),
        PROCESSING_FAILURE(0x0110, 0x0110, "Failed: Processing failure"),
        DUPLICATE_SOP_INSTANCE(0x0111, 0x0111, "Failed: Duplicate SOP instance"),
        NO_SUCH_SOP_INSTANCE(0x0112, 0x0112, "Failed: No such SOP instance"),
        NO_SUCH_EVENT_TYPE(0x0113, 0x0113, "Failed: No such event type"),
        NO_SUCH_ARGUMENT(0x0114, 0x0114, "Failed: No such argument"),
        INVALID_ARGUMENT_VALUE(0x0115, 0x0115, "Failed: Invalid argument value"),
        ATTRIBUTE_VALUE_OUT_OF_RANGE(0x0116, 0x0116, "Warning: Attribute value out of range"),
        INVALID_SOP_INSTANCE(0x0117, 0x0117, "Failed: Invalid SOP instance"),
        NO_SUCH_SOP_CLASS(0x0118, 0x0118, "Failed: No such SOP class"),
        CLASS_INSTANCE_CONFLICT(0x0119, 0x0119, "Failed: Class-instance conflict"),
        MISSING_ATTRIBUTE(0x0120, 0x0120, "Failed: Missing attribute"),
        MISSING_ATTRIBUTE_VALUE(0x0121, 0x0121, "Failed: Missing attribute value"),
        SOP_CLASS_NOT_SUPPORTED(0x0122, 0x0122, "Refused: SOP class not supported"),
        NO_SUCH_ACTION(0x0123, 0x0123, "Failed: No such action"),
        NOT_AUTHORIZED(0x0124, 0x0124, "Refused: Not authorized"),
        DUPLICATE_INVOCATION(0x0210, 0x0210, "Failed: Duplicate invocation"),
        UNRECOGNIZED_OPERATION(0x0211, 0x0211, "Failed: Unrecognized operation"),
        MISTYPED_ARGUMENT(0x0212, 0x0212, "Failed: Mistyped argument"),
        RESOURCE_LIMITATION(0x0213, 0x0213, "Failed: Resource limitation"),
        REQUESTED_OPTIONAL_ATTRIBUTES(0x0001, 0x0001, "Warning: Requested optional attributes are not supported"),
        OUT_OF_RESOURCES(0xa700, 0xa7ff, "Refused: Out of resources"),
        DOES_NOT_MATCH_ERROR(0xa900, 0xa9ff, "Error: Data set does not match SOP class"),
        COERCION(0xb000, 0xb000, "Warning: Coercion of data elements"),
        ELEMENTS_DISCARDED(0xb006, 0xb006, "Warning: Elements discarded"),
        DOES_NOT_MATCH_WARNING(0xb007, 0xb007, "Warning: Data set does not match SOP class"),
        CANNOT_UNDERSTAND(0xc000, 0xcfff, "Error: Cannot understand"),
        CANCEL(0xfe00, 0xfe00, "Cancel"),
        PENDING(0xff00, 0xff01, "Pending"),
        REFUSED(0xa000, 0xafff, "Failure"),
        WARNING(0xb000, 0xbfff, "Warning");

        private final int from;
        private final int to;
        private final String text;

        Meaning(int from, int to, String text) {
            this.from = from;
            this.to = to;
            this.text = text;
        }
    }

    /**
     * Cuts the comment to what LO may hold.
     *
     * @param code    0 to 65535
     * @param comment without patient data
     */
    public Status {
        Objects.requireNonNull(comment, "comment");
        if (code < 0 || code > 0xffff) {
            throw new IllegalArgumentException("a status is 0 to 65535, not " + code);
        }
        comment = comment.map(text -> text.length() > LONGEST_COMMENT ? text.substring(0, LONGEST_COMMENT) : text);
    }

    /**
     * The status of a code.
     *
     * @param code 0 to 65535
     * @return a status without a comment
     */
    public static Status of(int code) {
        return new Status(code, Optional.empty());
    }

    /**
     * This with a comment.
     *
     * @param text cut to 64 characters; no patient data
     * @return a changed copy
     */
    public Status withComment(String text) {
        return new Status(code, Optional.of(text));
    }

    /**
     * What it amounts to.
     *
     * @return by the ranges of PS3.7 C
     */
    public Category category() {
        return switch (code) {
            case 0x0000 -> Category.SUCCESS;
            case 0x0001, 0x0107, 0x0116 -> Category.WARNING;
            case 0xfe00 -> Category.CANCEL;
            case 0xff00, 0xff01 -> Category.PENDING;
            default -> code >>> 12 == 0xb ? Category.WARNING : Category.FAILURE;
        };
    }

    /**
     * What it means, in words.
     *
     * @return as PS3.7 C and PS3.4 B.2.3 have it
     */
    public String meaning() {
        for (Meaning meaning : Meaning.values()) {
            if (code >= meaning.from && code <= meaning.to) {
                return meaning.text;
            }
        }
        return "Failure";
    }

    /** The code in four hex digits and its meaning. */
    @Override
    public String toString() {
        return String.format("%04XH (%s)", code, meaning());
    }
}
