package org.bitewing.csa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsaProtocolTest {
    private static CsaProtocol protocol(String lines) {
        return CsaProtocol.parse("<XProtocol> a = 1\n### ASCCONV BEGIN object=MrProtDataImpl@MrProtocolData ###\n"
                + lines + "\n### ASCCONV END ###\nb = 2").orElseThrow();
    }

    @Test
    void linesAreNamesAndValues() {
        CsaProtocol protocol = protocol("sSliceArray.lSize\t = \t81\nsAdjData.uiAdjFreMode                    = 0x1\n");
        assertEquals(List.of("sSliceArray.lSize", "sAdjData.uiAdjFreMode"), List.copyOf(protocol.values().keySet()));
        assertEquals("81", protocol.text("sSliceArray.lSize").orElseThrow());
        assertEquals("0x1", protocol.text("sAdjData.uiAdjFreMode").orElseThrow());
    }

    @Test
    void quotationMarksAndCommentsAreLeftOff() {
        CsaProtocol protocol = protocol("a = \"\"N4_VE11C = x\"\"\nb = \"one # two\"\nc = 0x41    # 'A'\nd = \"open\ne = \"\"\n");
        assertEquals("N4_VE11C = x", protocol.values().get("a"));
        assertEquals("one # two", protocol.values().get("b"));
        assertEquals("0x41", protocol.values().get("c"));
        assertEquals("open", protocol.values().get("d"));
        assertEquals(Optional.empty(), protocol.text("e"));
    }

    @Test
    void linesWithoutANameDoNotCountAndTheFirstOfANameDoes() {
        assertEquals("{a=1}", protocol("nothing\n\r\n = 3\na = 1\na = 2").values().toString());
    }

    @Test
    void textWithoutBothEndsHasNoProtocol() {
        assertEquals(Optional.empty(), CsaProtocol.parse("a = 1"));
        assertEquals(Optional.empty(), CsaProtocol.parse("### ASCCONV BEGIN"));
        assertEquals(Optional.empty(), CsaProtocol.parse("### ASCCONV BEGIN ###\na = 1"));
        assertEquals("{}", CsaProtocol.parse("### ASCCONV BEGIN\n### ASCCONV END").orElseThrow().values().toString());
    }

    @Test
    void aProtocolOfAMillionLinesIsReadUpToItsLimit() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            lines.append('n').append(i).append("=1\n");
        }
        assertEquals(CsaProtocol.MOST_VALUES, protocol(lines.toString()).values().size());
        // Without a single sign, each line is looked at once.
        assertEquals(0, protocol("n\n".repeat(2_000_000)).values().size());
    }
}
