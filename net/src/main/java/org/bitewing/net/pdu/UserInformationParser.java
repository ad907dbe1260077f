package org.bitewing.net.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;

/** Takes the user information item apart (PS3.8 Annex D.1, PS3.7 D.3.3). Sub-items of unknown types are skipped. */
final class UserInformationParser {
    /** More SOP classes than PS3.6 has: one PDU shall not become a heap full of small items. */
    private static final int MOST_ITEMS = 1000;

    private int count;
    private long maximumLength;
    private String implementationClassUid = "";
    private String implementationVersionName = "";
    private Optional<AsynchronousOperationsWindow> window = Optional.empty();
    private final List<RoleSelection> roles = new ArrayList<>();
    private final List<ExtendedNegotiation> extended = new ArrayList<>();
    private final List<CommonExtendedNegotiation> common = new ArrayList<>();
    private Optional<UserIdentityRQ> identity = Optional.empty();
    private Optional<UserIdentityAC> response = Optional.empty();

    private UserInformationParser() {
    }

    static UserInformation parse(Items items) {
        UserInformationParser parser = new UserInformationParser();
        while (items.hasMore()) {
            parser.count(items);
            int type = items.u8();
            items.skip(1);
            parser.take(type, items.piece(items.u16()));
        }
        return new UserInformation(parser.maximumLength, parser.implementationClassUid,
                parser.implementationVersionName, parser.window, parser.roles, parser.extended, parser.common,
                parser.identity, parser.response);
    }

    private void count(Items items) {
        if (++count > MOST_ITEMS) {
            throw items.error(DicomException.Kind.LIMIT, "the user information has more than " + MOST_ITEMS
                    + " sub-items", -1);
        }
    }

    private void take(int type, Items item) {
        switch (type) {
            case ItemType.MAXIMUM_LENGTH -> maximumLength = item.u32();
            case ItemType.IMPLEMENTATION_CLASS_UID -> implementationClassUid = item.uid();
            case ItemType.IMPLEMENTATION_VERSION_NAME -> implementationVersionName = item.text(item.left());
            case ItemType.ASYNCHRONOUS_OPERATIONS_WINDOW ->
                    window = Optional.of(new AsynchronousOperationsWindow(item.u16(), item.u16()));
            case ItemType.ROLE_SELECTION ->
                    roles.add(new RoleSelection(item.countedUid(), item.u8() == 1, item.u8() == 1));
            case ItemType.EXTENDED_NEGOTIATION ->
                    extended.add(new ExtendedNegotiation(item.countedUid(), item.rest()));
            case ItemType.COMMON_EXTENDED_NEGOTIATION -> common.add(common(item));
            case ItemType.USER_IDENTITY_RQ -> identity = Optional.of(
                    new UserIdentityRQ(item.u8(), item.u8() == 1, item.counted(), secondary(item)));
            case ItemType.USER_IDENTITY_AC -> response = Optional.of(new UserIdentityAC(item.counted()));
            default -> {
                // Unknown, or of a later edition: skipped (PS3.8 9.3.1).
            }
        }
    }

    /** Some peers leave the empty second field out together with its length. */
    private static byte[] secondary(Items item) {
        return item.hasMore() ? item.counted() : new byte[0];
    }

    private CommonExtendedNegotiation common(Items item) {
        String sopClass = item.countedUid();
        String serviceClass = item.countedUid();
        List<String> related = new ArrayList<>();
        if (item.hasMore()) {
            Items uids = item.piece(item.u16());
            while (uids.hasMore()) {
                count(uids);
                related.add(uids.countedUid());
            }
        }
        return new CommonExtendedNegotiation(sopClass, serviceClass, related);
    }
}
