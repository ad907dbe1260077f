package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page for a USB stick. */
class ViewExportTest {
    private static final String SCRIPT = "</script><script>alert(1)</script><!--";
    private static final Pattern DATA = Pattern.compile(
            "<script type=\"application/json\" data-path=\"([^\"]+)\">(.*)</script>");

    @TempDir
    private Path folder;

    private Path input() throws Exception {
        Path input = Files.createDirectory(folder.resolve("in"));
        for (int i = 1; i <= 3; i++) {
            Files.write(input.resolve("a" + i), Samples.bytes(Samples.slice(1, i).set(Tag.PatientName, SCRIPT)));
        }
        Files.write(input.resolve("b"), Samples.bytes(Samples.slice(2, 1).set(Tag.PatientName, SCRIPT)));
        return input;
    }

    private String export(Object... words) throws Exception {
        Path file = folder.resolve("out.html");
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--export";
        all[words.length + 1] = file;
        ToolRun run = ToolRun.of("view", all);
        assertEquals("", run.errors());
        assertEquals(0, run.code());
        return Files.readString(file);
    }

    private static Map<String, String> data(String page) {
        Map<String, String> data = new TreeMap<>();
        for (Matcher element = DATA.matcher(page); element.find(); ) {
            data.put(element.group(1), element.group(2));
        }
        return data;
    }

    @Test
    void pageHoldsWhatTheServerWouldAnswer() throws Exception {
        Path input = input();
        Map<String, String> data = data(export(input));
        try (Asked asked = Asked.of(input)) {
            assertEquals(asked.json("api/catalog").keySet(), JsonTree.object(data.get("api/catalog")).keySet());
            assertEquals(asked.text("api/vrs"), data.get("api/vrs"));
        }
        assertTrue(data.keySet().containsAll(List.of("api/series/s0", "api/series/s1")), data.keySet().toString());
        for (int i = 0; i < 4; i++) {
            String path = "api/image/i" + i;
            assertTrue(JsonTree.object(data.get(path + "/elements")).containsKey("elements"));
            assertTrue(JsonTree.object(data.get(path + "/info")).containsKey("basics"));
            String picture = (String) JsonTree.parse(data.get(path + "/frame/0"));
            byte[] png = Base64.getDecoder().decode(picture.substring("data:image/png;base64,".length()));
            assertEquals(16, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        }
    }

    @Test
    void everySeriesHasItsShareOfTheImages() throws Exception {
        Map<String, String> data = data(export("--max-images", 2, "--no-thumbnails", input()));
        assertEquals(2, data.keySet().stream().filter(path -> path.endsWith("/elements")).count());
        assertEquals(0, data.keySet().stream().filter(path -> path.endsWith("/frame/0")).count());
        for (String series : List.of("api/series/s0", "api/series/s1")) {
            String first = (String) JsonTree.list(JsonTree.object(data.get(series)), "images").get(0).get("key");
            assertTrue(data.containsKey("api/image/" + first + "/elements"), data.keySet().toString());
        }
    }

    @Test
    void nothingOfTheDataIsMarkupAndOnlyOurScriptRuns() throws Exception {
        String page = export(input());
        assertFalse(page.contains("alert(1)</script>") || page.contains("<!--"));
        Matcher script = Pattern.compile("<script type=\"module\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
        assertTrue(script.find() && style.find());
        String policy = page.substring(page.indexOf("Content-Security-Policy"), page.indexOf("<style>"));
        assertTrue(policy.contains("default-src 'none'; script-src " + hash(script.group(1)) + "; style-src "
                + hash(style.group(1)) + "; img-src data: blob:;"), policy);
        assertFalse(script.find() || style.find());
        Matcher outside = Pattern.compile("(?:src|href)=\"(?!#)[^\"]*\"").matcher(page.replace(script.replaceAll(""), ""));
        assertFalse(outside.find());
        assertTrue(Judge.run("node", "--check", Files.writeString(folder.resolve("joined.mjs"),
                ModuleBundle.of(main(), Resources::find))).endsWith("0"));
    }

    private static String main() throws Exception {
        String page = new String(Resources.find(Resources.INDEX).orElseThrow(), StandardCharsets.UTF_8);
        Matcher main = Pattern.compile("<script type=\"module\" src=\"([a-z.-]+)\">").matcher(page);
        assertTrue(main.find());
        return main.group(1);
    }

    private static String hash(String text) throws Exception {
        return "'sha256-" + Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))) + "'";
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsWritten() throws Exception {
        Path input = input();
        byte[] image = Samples.bytes(Samples.slice(3, 1));
        Files.write(input.resolve("cut"), Arrays.copyOf(image, 300));
        Path file = folder.resolve("out.html");
        ToolRun run = ToolRun.of("view", "--export", file, input);
        assertEquals(1, run.code());
        assertEquals(1, run.errors().lines().count(), run.errors());
        assertTrue(run.errors().startsWith("E: cut: "), run.errors());
        assertEquals(4, data(Files.readString(file)).keySet().stream().filter(path -> path.endsWith("/elements"))
                .count());

        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Files.writeString(nothing.resolve("notes.txt"), "no DICOM");
        ToolRun empty = ToolRun.of("view", "--export", file, nothing);
        assertEquals(1, empty.code());
        assertEquals("E: nothing: there are no DICOM files\n", empty.errors());
    }

    @Test
    void fileThatCannotBeWrittenIsAnErrorAndLeavesNothing() throws Exception {
        ToolRun run = ToolRun.of("view", "--export", folder.resolve("none/out.html"), input());
        assertEquals(1, run.code());
        assertEquals(List.of("in"), List.of(folder.toFile().list()));
    }

    @Test
    void modulesAreJoinedInTheOrderOfTheirUse() throws Exception {
        Map<String, String> modules = Map.of(
                "main.js", "import {one, two as deux} from './part-a.js';\nimport * as b from './b.js';\n"
                        + "console.log(one(), deux, b.three);\n",
                "part-a.js", "import {three} from './b.js';\nexport function one() {\n  return three - 2;\n}\n"
                        + "export const two = 2;\n",
                "b.js", "export const three = 3;\n");
        Path script = Files.writeString(folder.resolve("a.mjs"), join(modules));
        assertEquals("1 2 3\n0", Judge.run("node", script));
    }

    private static String join(Map<String, String> modules) throws Exception {
        return ModuleBundle.of("main.js", name -> Optional.ofNullable(modules.get(name))
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void modulesThatCannotBeJoinedAreRefused() {
        for (Map<String, String> modules : List.of(
                Map.of("main.js", "import {a} from './none.js';"),
                Map.of("main.js", "import {a} from './a.js';", "a.js", "import {b} from './main.js';"),
                Map.of("main.js", "export default 1;"), Map.of("main.js", "import a from './a.js';", "a.js", ""),
                Map.of("main.js", "export {a};"), Map.of("main.js", "const a = '</script>';"))) {
            assertThrows(IllegalStateException.class, () -> join(modules), modules.toString());
        }
    }
}
