package org.bitewing.tools.station.arrival;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.journal.JsonFields;
import org.bitewing.tools.station.series.ObjectOrigin;

/**
 * Who sent something.
 *
 * @param caller  the AE title of the sender
 * @param called  the AE title that was called
 * @param address the sender's IP address
 */
record Peer(String caller, String called, String address) implements Comparable<Peer> {
    private static final String NO_TITLE = "unknown";
    private static final String NO_ADDRESS = "0.0.0.0";

    static Peer of(ObjectOrigin origin) {
        return new Peer(origin.caller(), origin.called(), origin.address());
    }

    /** The three as words, so that a name made of them has three words whatever a title holds. */
    List<String> words() {
        String where = address.equals(NO_TITLE) ? "" : address;
        return List.of(word(caller, NO_TITLE), word(called, NO_TITLE), word(where.replace(':', '-'), NO_ADDRESS));
    }

    /** Without blanks, quotation marks, slashes and whatever else has no place in a file name. */
    private static String word(String text, String otherwise) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c <= '~' && "\"'\\/:*?<>|".indexOf(c) < 0 && (c != '.' || word.length() > 0)) {
                word.append(c);
            }
        }
        return word.length() == 0 ? otherwise : word.toString();
    }

    /** As a summary has it under {@code IncomingConnection}. */
    JsonObject json() {
        return JsonFields.with("AETitleCalled", called).and("AETitleCaller", caller).and("CallerIP", address).object();
    }

    /** @throws IllegalArgumentException where it is none */
    static Peer of(JsonObject json) {
        return new Peer(JsonFields.text(json, "AETitleCaller"), JsonFields.text(json, "AETitleCalled"),
                JsonFields.text(json, "CallerIP"));
    }

    static JsonArray json(Collection<Peer> peers) {
        List<JsonValue> list = new ArrayList<>();
        peers.forEach(peer -> list.add(peer.json()));
        return new JsonArray(list);
    }

    /** The list under {@code peers}. @throws IllegalArgumentException where there is none, or one is no peer */
    static List<Peer> listIn(JsonObject json) {
        List<Peer> peers = new ArrayList<>();
        for (JsonValue peer : JsonFields.array(json, "peers")) {
            if (!(peer instanceof JsonObject object)) {
                throw new IllegalArgumentException("a peer is an object");
            }
            peers.add(Peer.of(object));
        }
        return peers;
    }

    @Override
    public int compareTo(Peer other) {
        int order = caller.compareTo(other.caller);
        order = order != 0 ? order : called.compareTo(other.called);
        return order != 0 ? order : address.compareTo(other.address);
    }
}
