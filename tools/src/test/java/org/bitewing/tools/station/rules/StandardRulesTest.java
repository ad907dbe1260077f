package org.bitewing.tools.station.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.series.SeriesState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the standard entries, by an object that fits it and by objects that lack one thing each. */
class StandardRulesTest {
    /** Place, type, what an object has that fits, and what makes it one that does not. */
    private static final String TABLE = """
            1 | CHECKBURNEDINFO | 00080016=1.2.840.10008.5.1.4.1.1.7 |
            2 | GE | 00080070=GE MEDICAL SYSTEMS |
            3 | SIEMENS | 00080070=SIEMENS |
            4 | PHILIPS | 00080070=Philips Medical Systems |
            5 | mosaic | 00080008=MOSAIC\\AXIAL;00080070=SIEMENS |
            6 | original | 00080008=ORIGINAL\\AXIAL |
            7 | localizer |  |
            8 | ABCD-T1 | 00080070=GE MEDICAL SYSTEMS;00181310=0\\256\\256\\0;0019109c=abcd_mprage_promo |
            9 | ABCD-T1 | 00080070=Philips Medical Systems;00180020=GR;00180021=MP;\
            00181310=0\\256\\256\\0 | 00080008=PROJECTION IMAGE
            10 | ABCD-T1-NORM | 00080008=NORM\\AXIAL;00080070=SIEMENS;00180024=*tfl3d1_16ns;00180089=255;\
            00280010=256 | 00080008=DIS
            11 | ABCD-T1 | 00080070=SIEMENS;00180024=*tfl3d1_16ns;00180089=255;00280010=256 | 00080008=NORM;\
            00080008=DIS
            12 | ABCD-T2 | 00080070=SIEMENS;00180024=*spc_200ns;00180089=227;00280010=256 | 00080008=NORM;\
            00080008=DIS
            13 | ABCD-T2-NORM | 00080008=NORM\\AXIAL;00080070=SIEMENS;00180024=*spc_200ns;00180089=227;\
            00280010=256 | 00080008=DIS
            14 | Coil Error | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;0051100f=HE1-4 | 0051100f=BC;\
            0051100f=HEA;HEP;0051100f=HC1-7
            15 | ABCD-Diffusion-FM-PA | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=ep_b0;00180089=105;\
            00280010=140;NumSlices=81;Positive=0 |
            16 | ABCD-Diffusion-FM-AP | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=ep_b0;00180089=105;\
            00280010=140;NumSlices=81;Positive=1 |
            17 | ABCD-DTI | 00080008=ORIGINAL\\MOSAIC\\AXIAL;00080070=SIEMENS;00180024=ep_b500;00180089=105;\
            00280010=1260;NumSlices=81 | 0008103e=_QA_dMRI
            18 | ABCD-rsfMRI | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epfid2d1_90;00180089=90;\
            00280010=720;0051100a=TA 05:11;NumSlices=60 |
            19 | ABCD-Physio | 00080016=1.3.12.2.1107.5.9.1;00080070=SIEMENS |
            20 | ABCD-MID-fMRI | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epfid2d1_90;00180089=90;\
            00280010=720;0051100a=TA 05:33;NumSlices=60 |
            21 | ABCD-SST-fMRI | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epfid2d1_90;00180089=90;\
            00280010=720;0051100a=TA 06:00;NumSlices=60 |
            22 | ABCD-nBack-fMRI | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epfid2d1_90;00180089=90;\
            00280010=720;0051100a=TA 05:00;NumSlices=60 |
            23 | ABCD-fMRI-FM-PA | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epse2d1_90;00180089=90;\
            00280010=90;NumSlices=60;Positive=0 |
            24 | ABCD-MB-fMRI-QA | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epfid2d1_90;\
            00181310=90\\0\\0\\90;0051100a=TA 06:44;NumSlices=60 |
            25 | ABCD-fBIRN-QA | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epfid2d1_64;\
            00181310=64\\0\\0\\64;0051100a=TA 06:44 |
            26 | ABCD-Coil-QA | 00080070=SIEMENS;0008103e=coil_uncombined;00180024=fl2d1;\
            00180089=233 | 0051100f=HEA;HEP
            27 | ABCD-Diffusion-QA | 00080008=ORIGINAL\\MOSAIC\\AXIAL;00080070=SIEMENS;0008103e=ABCD_QA_dMRI;\
            00180024=ep_b500;00181310=140\\0\\0\\140 |
            28 | ABCD-fMRI-FM-PA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=FM_P;\
            00181310=92\\0\\0\\89;20011020=SEEPI |
            29 | ABCD-rsfMRI | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;00181310=92\\0\\0\\89;\
            00200105=383;20011020=FEEPI |
            30 | ABCD-DTI | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=DTI 3;\
            00181310=140\\0\\0\\141;20011020=DwiSE |
            31 | ABCD-Diffusion-FM-PA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=FM_P;\
            00181310=140\\0\\0\\141;20011020=SEEPI |
            32 | ABCD-Diffusion-FM-AP | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=FM_A;\
            00181310=140\\0\\0\\141;20011020=SEEPI |
            33 | ABCD-Diffusion-FM-PA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=FM_P;\
            00181310=140\\0\\0\\141;20011020=DwiSE |
            34 | ABCD-Diffusion-FM-AP | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=FM_A;\
            00181310=140\\0\\0\\141;20011020=DwiSE |
            35 | ABCD-SST-fMRI | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;\
            00181310=92\\0\\0\\89;00200105=445;20011020=FEEPI |
            36 | ABCD-nBack-fMRI | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;\
            00181310=92\\0\\0\\89;00200105=370;20011020=FEEPI |
            37 | ABCD-MID-fMRI | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;\
            00181310=92\\0\\0\\89;00200105=411;20011020=FEEPI |
            38 | ABCD-T2 | 00080070=Philips Medical Systems;00180020=SE;00180021=SK;\
            00181310=0\\256\\256\\0 | 00080008=PROJECTION IMAGE
            39 | ABCD-fMRI-FM-AP | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;0008103e=FM_A;\
            00181310=92\\0\\0\\89;20011020=SEEPI |
            40 | ABCD-fMRI-FM-AP | 00080008=ORIGINAL\\AXIAL;00080070=SIEMENS;00180024=epse2d1_90;00180089=90;\
            00280010=90;NumSlices=60;Positive=1 |
            41 | ABCD-fBIRN-QA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;\
            00181310=64\\0\\0\\63;00200105=200;20011020=FEEPI |
            42 | ABCD-MB-fMRI-QA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;\
            00181310=92\\0\\0\\89;00200105=395;20011020=FEEPI |
            43 | ABCD-Diffusion-QA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;\
            0008103e=ABCD dMRI;00181310=140\\0\\0\\141;20011020=DwiSE |
            44 | ABCD-Coil-QA | 00080008=ORIGINAL\\AXIAL;00080070=Philips Medical Systems;00180050=2;\
            00181310=128\\0\\0\\128;20011020=T1FFE |
            45 | ABCD-DTI | 00080070=GE MEDICAL SYSTEMS;00181310=140\\0\\0\\140;0019109c=research/ABCD/muxepi2;\
            00201002=2916 |
            46 | ABCD-DTI | 00080070=GE MEDICAL SYSTEMS;00181310=140\\0\\0\\140;0019109c=research/ABCD/muxepi2;\
            00201002=8424 |
            47 | ABCD-Diffusion-FM | 00080070=GE MEDICAL SYSTEMS;00181310=140\\0\\0\\140;\
            0019109c=research/ABCD/muxepi2;00201002=189 |
            48 | ABCD-Diffusion-FM | 00080070=GE MEDICAL SYSTEMS;00181310=140\\0\\0\\140;\
            0019109c=research/ABCD/muxepi2;00201002=648 |
            49 | ABCD-fMRI-FM | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;\
            0019109c=research/ABCD/epi_pepolar;001910b3=2.000000;00200105=2;0021104f=60 |
            50 | ABCD-Diffusion-QA | 00080070=GE MEDICAL SYSTEMS;00181310=140\\0\\0\\140;\
            0019109c=research/ABCD/muxepi2;00201002=297 |
            51 | ABCD-Diffusion-QA | 00080070=GE MEDICAL SYSTEMS;00181310=140\\0\\0\\140;\
            0019109c=research/ABCD/muxepi2;00201002=810 |
            52 | ABCD-fBIRN-QA | 00080070=GE MEDICAL SYSTEMS;00180080=2000;00181310=64\\0\\0\\64;\
            0019109c=epi_pepolar;00201002=6000 |
            53 | ABCD-Coil-QA | 00080070=GE MEDICAL SYSTEMS;00181310=0\\32\\32\\0;\
            0019109c=research/ABCD/efgre3d;00201002=4224 |
            54 | ABCD-Coil-QA | 00080070=GE MEDICAL SYSTEMS;00181310=0\\32\\32\\0;\
            0019109c=research/ABCD/efgre3d;00201002=924 |
            55 | ABCD-rsfMRI | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;0019105a=312800384.0;\
            0019109c=research/x/muxepi |
            56 | ABCD-MID-fMRI | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;0019105a=335200416.0;\
            0019109c=research/ABCD/muxepi |
            57 | ABCD-SST-fMRI | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;0019105a=362400448.0;\
            0019109c=research/ABCD/muxepi |
            58 | ABCD-nBack-fMRI | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;0019105a=302400384.0;\
            0019109c=research/ABCD/muxepi |
            59 | ABCD-MB-fMRI-QA | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;0019109c=research/x/muxepi;\
            00201002=3750 |
            60 | ABCD-MB-fMRI-QA | 00080070=GE MEDICAL SYSTEMS;00181310=90\\0\\0\\90;0019109c=research/x/muxepi;\
            00201002=22500 |
            61 | ABCD-T2 | 00080070=GE MEDICAL SYSTEMS;00181310=0\\256\\256\\0;0019109c=abcd_3dfse_promo |
            62 | GERSI | 00080070=GE MEDICAL SYSTEMS;0019109c=epi2_pepolarFLEX |
            """;

    private record Row(int number, String type, Map<String, String> has, Map<String, String> breaks) {
        static Row of(String line) {
            String[] columns = line.split("\\|", -1);
            return new Row(Integer.parseInt(columns[0].strip()), columns[1].strip(), settings(columns[2]),
                    settings(columns.length > 3 ? columns[3] : ""));
        }

        private static Map<String, String> settings(String text) {
            Map<String, String> settings = new LinkedHashMap<>();
            // Two values for one element are two ways to break it.
            for (String setting : text.isBlank() ? new String[0] : text.strip().split(";(?=[0-9A-Za-z]{8,9}=)")) {
                int sign = setting.indexOf('=');
                settings.put(setting.substring(0, sign) + "#".repeat(settings.containsKey(setting.substring(0, sign))
                        ? settings.size() : 0), setting.substring(sign + 1));
            }
            return settings;
        }
    }

    static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }

    private static DataSetBuilder object(Map<String, String> has) {
        DataSetBuilder object = Samples.object(1).set(0x20010010, VR.LO, "Philips Imaging DD 001")
                .set(0x00190010, VR.LO, "GEMS_ACQU_01").set(0x00510010, VR.LO, "SIEMENS MR HEADER");
        if (has.containsKey("NumSlices") || has.containsKey("Positive")) {
            String slices = has.containsKey("NumSlices") ? "sGroupArray.asGroup[0].nSize = " + has.get("NumSlices") : "";
            Samples.addCsa(object, slices, "PhaseEncodingDirectionPositive", has.getOrDefault("Positive", ""));
        }
        has.forEach((key, value) -> {
            if (!key.equals("NumSlices") && !key.equals("Positive")) {
                set(object, Integer.parseUnsignedInt(key.replace("#", ""), 16), value);
            }
        });
        return object;
    }

    private static void set(DataSetBuilder object, int tag, String value) {
        if (tag == 0x0019105a) {
            object.set(tag, VR.FL, Double.parseDouble(value));
        } else if (Dictionary.vrOf(tag) == VR.US) {
            object.set(tag, Stream.of(value.split("\\\\")).mapToInt(Integer::parseInt).toArray());
        } else {
            object.set(tag, Dictionary.vrOf(tag) == VR.UN ? VR.LO : Dictionary.vrOf(tag), value.split("\\\\"));
        }
    }

    private static Set<Integer> fitting(Map<String, String> has) {
        Set<Integer> numbers = new TreeSet<>();
        SeriesState.of(Samples.facts(object(has)), RuleFile.standard()).fitting()
                .forEach(rule -> numbers.add(rule.number()));
        return numbers;
    }

    @Test
    void thereAreSixtyTwoEntriesOfTwentyNineTypes() {
        List<Rule> rules = RuleFile.standard().rules();
        assertEquals(62, rules.size());
        assertEquals(29, rules.stream().map(Rule::type).distinct().count());
        assertEquals(62, rows().count());
        rules.forEach(rule -> assertFalse(rule.description().isBlank(), rule.toString()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEntryFitsItsObjectAndNoneThatLacksOneThing(Row row) {
        assertEquals(row.type, RuleFile.standard().rule(row.number).type());
        if (row.has.isEmpty()) {
            return;
        }
        assertTrue(fitting(row.has).contains(row.number), row.toString());
        for (String key : row.has.keySet()) {
            Map<String, String> less = new LinkedHashMap<>(row.has);
            less.remove(key);
            // What the entry only forbids may be absent.
            boolean isForbidden = row.breaks.containsKey(key) && row.number == 14;
            assertEquals(isForbidden, fitting(less).contains(row.number), row + " without " + key);
        }
        row.breaks.forEach((key, value) -> {
            Map<String, String> other = new LinkedHashMap<>(row.has);
            String plain = key.replace("#", "");
            other.merge(plain, value, (old, added) -> plain.equals("00080008") ? old + "\\" + added : added);
            assertFalse(fitting(other).contains(row.number), row + " with " + key + "=" + value);
        });
    }

    @Test
    void theLocalizerAsksForTypesThatOtherRulesGive() {
        assertEquals("localizer", RuleFile.standard().rule(7).type());
        assertFalse(fitting(Map.of("00080008", "ORIGINAL\\PRIMARY\\LOCALIZER")).contains(7));
    }

    @Test
    void anObjectOfNoScannerHasNoType() {
        assertEquals(Set.of(), fitting(Map.of()));
    }

    @Test
    void severalTypesStandInTheOrderOfTheFile() {
        DataSetBuilder object = Samples.object(1).set(Tag.Manufacturer, "SIEMENS")
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY", "MOSAIC").set(0x0051100f, VR.LO, "BC");
        assertEquals(List.of("SIEMENS", "mosaic", "original"),
                SeriesState.of(Samples.facts(object), RuleFile.standard()).types());
    }
}
