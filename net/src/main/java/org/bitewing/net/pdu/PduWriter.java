package org.bitewing.net.pdu;

import java.util.List;

/** Writes PDUs as bytes (PS3.8 9.3). Thread-safe. */
public final class PduWriter {
    private PduWriter() {
    }

    /**
     * The bytes of a PDU, header and all.
     *
     * @param pdu any PDU
     * @return a new array
     * @throws IllegalArgumentException where an item would exceed the 65,535 bytes that its length can tell
     */
    public static byte[] toBytes(Pdu pdu) {
        PduBuffer out = new PduBuffer();
        int start = out.startPdu(pdu.type());
        if (pdu instanceof AAssociateRQ request) {
            write(request, out);
        } else if (pdu instanceof AAssociateAC answer) {
            write(answer, out);
        } else if (pdu instanceof AAssociateRJ rejection) {
            out.u8(0).u8(rejection.result()).u8(rejection.source()).u8(rejection.reason());
        } else if (pdu instanceof AAbort abort) {
            out.u16(0).u8(abort.source()).u8(abort.reason());
        } else if (pdu instanceof PDataTF data) {
            for (PresentationDataValue value : data.values()) {
                out.u32(value.length() + 2L).u8(value.contextId()).u8(value.messageControlHeader());
                out.bytes(value.bytes(), value.offset(), value.length());
            }
        } else {
            // A-RELEASE-RQ and -RP have four reserved bytes.
            out.u32(0);
        }
        return out.endPdu(start);
    }

    /**
     * Writes what stands before the fragment of a P-DATA-TF with one presentation data value: the PDU's header and the
     * value's.
     *
     * @param target    where it goes
     * @param offset    the first index of 12
     * @param contextId the presentation context ID
     * @param isCommand true for a fragment of a command set
     * @param isLast    true for the last fragment
     * @param length    of the fragment that follows, in bytes
     */
    public static void dataHeader(byte[] target, int offset, int contextId, boolean isCommand, boolean isLast,
                                  int length) {
        target[offset] = (byte) PduType.P_DATA_TF.code();
        target[offset + 1] = 0;
        u32(target, offset + 2, length + PresentationDataValue.HEADER_LENGTH);
        u32(target, offset + 6, length + 2);
        target[offset + 10] = (byte) contextId;
        target[offset + 11] = (byte) ((isCommand ? PresentationDataValue.COMMAND : 0)
                | (isLast ? PresentationDataValue.LAST : 0));
    }

    private static void u32(byte[] target, int offset, int value) {
        target[offset] = (byte) (value >>> 24);
        target[offset + 1] = (byte) (value >>> 16);
        target[offset + 2] = (byte) (value >>> 8);
        target[offset + 3] = (byte) value;
    }

    private static void write(AAssociateRQ request, PduBuffer out) {
        writeStart(request.protocolVersion(), request.calledAETitle(), request.callingAETitle(),
                request.applicationContext(), out);
        for (ProposedContext context : request.presentationContexts()) {
            int item = out.startItem(ItemType.PRESENTATION_CONTEXT_RQ);
            out.u8(context.id()).zeros(3).item(ItemType.ABSTRACT_SYNTAX, context.abstractSyntax());
            for (String syntax : context.transferSyntaxes()) {
                out.item(ItemType.TRANSFER_SYNTAX, syntax);
            }
            out.endItem(item);
        }
        write(request.userInformation(), out);
    }

    private static void write(AAssociateAC answer, PduBuffer out) {
        writeStart(answer.protocolVersion(), answer.calledAETitle(), answer.callingAETitle(),
                answer.applicationContext(), out);
        for (AnsweredContext context : answer.presentationContexts()) {
            int item = out.startItem(ItemType.PRESENTATION_CONTEXT_AC);
            out.u8(context.id()).u8(0).u8(context.result()).u8(0);
            // One transfer syntax even where it has no meaning (PS3.8 9.3.3.2).
            out.item(ItemType.TRANSFER_SYNTAX, context.transferSyntax());
            out.endItem(item);
        }
        write(answer.userInformation(), out);
    }

    private static void writeStart(int version, String called, String calling, String applicationContext,
                                   PduBuffer out) {
        out.u16(version).u16(0).title(called).title(calling).zeros(32);
        out.item(ItemType.APPLICATION_CONTEXT, applicationContext);
    }

    private static void write(UserInformation user, PduBuffer out) {
        int start = out.startItem(ItemType.USER_INFORMATION);
        int length = out.startItem(ItemType.MAXIMUM_LENGTH);
        out.u32(user.maximumLength()).endItem(length);
        // In the order of the types, as PS3.7 D.3.3 lists them.
        if (!user.implementationClassUid().isEmpty()) {
            out.item(ItemType.IMPLEMENTATION_CLASS_UID, user.implementationClassUid());
        }
        user.asynchronousOperations().ifPresent(window -> {
            int item = out.startItem(ItemType.ASYNCHRONOUS_OPERATIONS_WINDOW);
            out.u16(window.invoked()).u16(window.performed()).endItem(item);
        });
        for (RoleSelection role : user.roleSelections()) {
            int item = out.startItem(ItemType.ROLE_SELECTION);
            out.counted(role.sopClassUid()).u8(role.scu() ? 1 : 0).u8(role.scp() ? 1 : 0).endItem(item);
        }
        if (!user.implementationVersionName().isEmpty()) {
            out.item(ItemType.IMPLEMENTATION_VERSION_NAME, user.implementationVersionName());
        }
        writeExtended(user.extendedNegotiations(), user.commonExtended(), out);
        user.userIdentity().ifPresent(identity -> {
            int item = out.startItem(ItemType.USER_IDENTITY_RQ);
            out.u8(identity.type()).u8(identity.responseRequested() ? 1 : 0);
            out.counted(identity.primary()).counted(identity.secondary()).endItem(item);
        });
        user.userIdentityResponse().ifPresent(response -> {
            int item = out.startItem(ItemType.USER_IDENTITY_AC);
            out.counted(response.response()).endItem(item);
        });
        out.endItem(start);
    }

    private static void writeExtended(List<ExtendedNegotiation> extended, List<CommonExtendedNegotiation> common,
                                      PduBuffer out) {
        for (ExtendedNegotiation negotiation : extended) {
            int item = out.startItem(ItemType.EXTENDED_NEGOTIATION);
            out.counted(negotiation.sopClassUid()).bytes(negotiation.information()).endItem(item);
        }
        for (CommonExtendedNegotiation negotiation : common) {
            int item = out.startItem(ItemType.COMMON_EXTENDED_NEGOTIATION);
            out.counted(negotiation.sopClassUid()).counted(negotiation.serviceClassUid());
            PduBuffer related = new PduBuffer();
            int start = related.startItem(0);
            negotiation.relatedGeneralSopClasses().forEach(related::counted);
            related.endItem(start);
            out.bytes(related.from(start - 2)).endItem(item);
        }
    }
}
