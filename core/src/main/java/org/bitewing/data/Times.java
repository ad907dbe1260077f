package org.bitewing.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bitewing.dict.Tag;

/** Values as dates and times. */
final class Times {
    private Times() {
    }

    static <T> Optional<T> first(Attributes attributes, int tag, Function<String, T> parse) {
        List<String> texts = attributes.texts(tag);
        if (texts.isEmpty() || texts.get(0).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(texts.get(0)));
        } catch (DateTimeException e) {
            throw Texts.wrong(tag, "is not a date or time as PS3.5 6.2 writes one");
        }
    }

    static Optional<Instant> instant(Attributes attributes, int tag) {
        return attributes.dateTime(tag).flatMap(time -> {
            Optional<ZoneOffset> offset = time.offset().isPresent() ? time.offset()
                    : first(attributes, Tag.TimezoneOffsetFromUTC, DicomTimes::offset);
            return offset.map(known -> time.start().toInstant(known));
        });
    }
}
