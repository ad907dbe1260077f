package org.bitewing.net.pdu;

import java.util.List;

/**
 * The P-DATA-TF PDU (PS3.8 9.3.5).
 *
 * @param values one or more presentation data values, in their order
 */
public record PDataTF(List<PresentationDataValue> values) implements Pdu {

    /**
     * Takes the values.
     *
     * @param values one or more
     */
    public PDataTF {
        values = List.copyOf(values);
    }

    @Override
    public PduType type() {
        return PduType.P_DATA_TF;
    }
}
