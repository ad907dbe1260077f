package org.bitewing.tools.markup;

import java.util.Optional;
import org.bitewing.dict.VR;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.dcmtk.DcmtkNames;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;
import org.bitewing.tools.dump.DcmtkDigits;
import org.bitewing.xml.DcmtkXmlStyle;

/** Names and numbers in XML as DCMTK has them. */
record DcmtkNaming() implements DcmtkXmlStyle {
    @Override
    public String elementName(int tag, String creator) {
        if (!creator.isEmpty()) {
            Optional<String> name = DcmtkNames.privateElementName(creator, tag);
            if (name.isPresent()) {
                return name.get();
            }
        }
        return DcmtkNames.elementName(tag);
    }

    @Override
    public String transferSyntaxName(String uid) {
        return uid.isEmpty() ? TransferSyntaxNames.UNKNOWN : TransferSyntaxNames.of(TransferSyntax.of(uid));
    }

    @Override
    public String number(VR vr, double value) {
        return vr.unit() == 4 ? DcmtkDigits.of((float) value) : DcmtkDigits.of(value);
    }
}
