package org.bitewing.net;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitewing.net.pdu.AAssociateRQ;

/**
 * What to offer so that given objects can be sent: for each SOP class the transfer syntaxes in which they are, then
 * those to which they can be converted, each in a presentation context of its own, so that the peer's choice is clear.
 */
final class Offers {
    private Offers() {
    }

    /** Objects that fit into one association. */
    record Group(List<Offer> offers, List<OutgoingObject> objects) {
    }

    /** The objects in groups of at most 128 presentation contexts each, in their order. */
    static List<Group> groups(Collection<OutgoingObject> objects, Conversion conversion) {
        Map<List<String>, List<OutgoingObject>> kinds = new LinkedHashMap<>();
        for (OutgoingObject object : objects) {
            kinds.computeIfAbsent(List.of(object.sopClassUid(), object.transferSyntaxUid()), kind -> new ArrayList<>())
                    .add(object);
        }
        List<Group> groups = new ArrayList<>();
        Set<Offer> offers = new LinkedHashSet<>();
        List<OutgoingObject> members = new ArrayList<>();
        for (List<OutgoingObject> kind : kinds.values()) {
            Set<Offer> with = new LinkedHashSet<>(offers);
            with.addAll(forKind(kind.get(0), conversion));
            if (with.size() > AAssociateRQ.MOST_CONTEXTS) {
                groups.add(new Group(List.copyOf(offers), List.copyOf(members)));
                members.clear();
                with = new LinkedHashSet<>(forKind(kind.get(0), conversion));
            }
            offers = with;
            members.addAll(kind);
        }
        if (!members.isEmpty()) {
            groups.add(new Group(List.copyOf(offers), List.copyOf(members)));
        }
        return groups;
    }

    private static List<Offer> forKind(OutgoingObject object, Conversion conversion) {
        Set<String> syntaxes = new LinkedHashSet<>();
        if (conversion.isSentAsItIs(object.transferSyntaxUid())) {
            syntaxes.add(object.transferSyntaxUid());
        }
        syntaxes.addAll(conversion.targets(object.transferSyntaxUid()));
        if (conversion.isOfferedTogether() && !syntaxes.isEmpty()) {
            return List.of(new Offer(object.sopClassUid(), List.copyOf(syntaxes), false));
        }
        return syntaxes.stream().map(syntax -> Offer.of(object.sopClassUid(), syntax)).toList();
    }
}
