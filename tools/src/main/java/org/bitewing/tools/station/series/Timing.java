package org.bitewing.tools.station.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.DicomDateTime;
import org.bitewing.data.DicomTime;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * When the objects were acquired, made and received. Times of the objects are local ones, as they are stored.
 *
 * @param acquisition of Acquisition DateTime, or else of Acquisition Date and Time
 * @param content     of Content Date and Time
 * @param arrival     in UTC
 */
record Timing(Span acquisition, Span content, Span arrival) {
    static final Timing NONE = new Timing(Span.NONE, Span.NONE, Span.NONE);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static Timing of(ObjectFacts facts) {
        Attributes attributes = facts.attributes();
        Optional<String> acquired = dateTime(attributes)
                .or(() -> dateAndTime(attributes, Tag.AcquisitionDate, Tag.AcquisitionTime));
        Optional<String> made = dateAndTime(attributes, Tag.ContentDate, Tag.ContentTime);
        return new Timing(span(acquired), span(made), span(facts.origin().arrival().map(Timing::text)));
    }

    private static Span span(Optional<String> time) {
        return time.map(Span::of).orElse(Span.NONE);
    }

    private static String text(Instant arrival) {
        return UTC.format(arrival);
    }

    private static Optional<String> dateTime(Attributes attributes) {
        try {
            return attributes.dateTime(Tag.AcquisitionDateTime).map(DicomDateTime::start).map(LOCAL::format);
        } catch (DicomException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> dateAndTime(Attributes attributes, int date, int time) {
        try {
            Optional<DicomTime> timeOfDay = attributes.time(time);
            return attributes.date(date).filter(day -> timeOfDay.isPresent())
                    .map(day -> LOCAL.format(LocalDateTime.of(day, timeOfDay.get().time())));
        } catch (DicomException | DateTimeException e) {
            return Optional.empty();
        }
    }

    Timing merge(Timing other) {
        return new Timing(acquisition.merge(other.acquisition), content.merge(other.content),
                arrival.merge(other.arrival));
    }

    /** The part of a summary; times that are not known are left out. */
    JsonObject summary() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        add(members, "Acquisition", acquisition);
        add(members, "Arrival", arrival);
        add(members, "Content", content);
        return StateObject.sorted(members);
    }

    private static void add(Map<String, JsonValue> members, String name, Span span) {
        if (!span.isEmpty()) {
            members.put("First" + name, new JsonString(span.first()));
            members.put("Last" + name, new JsonString(span.last()));
        }
    }

    JsonObject json() {
        return new JsonObject(Map.of("acquisition", acquisition.json(), "content", content.json(),
                "arrival", arrival.json()));
    }

    static Timing of(StateObject json) {
        return new Timing(Span.of(json.texts("acquisition")), Span.of(json.texts("content")),
                Span.of(json.texts("arrival")));
    }
}
