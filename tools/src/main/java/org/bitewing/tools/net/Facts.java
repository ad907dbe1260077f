package org.bitewing.tools.net;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bitewing.net.ConnectionInfo;

/** What a line of the log is about, for programs. Nothing of a patient. */
final class Facts {
    private Facts() {
    }

    static Map<String, String> of(ConnectionInfo connection, String... namesAndValues) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("association", Long.toString(connection.number()));
        facts.put("peer", connection.peer().getAddress().getHostAddress() + ":" + connection.peer().getPort());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
