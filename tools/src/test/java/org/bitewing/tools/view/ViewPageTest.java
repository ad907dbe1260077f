package org.bitewing.tools.view;

import static org.bitewing.tools.view.OpenViewer.SHOWN;
import static org.bitewing.tools.view.WebDriver.CONTROL;
import static org.bitewing.tools.view.WebDriver.DOWN;
import static org.bitewing.tools.view.WebDriver.END;
import static org.bitewing.tools.view.WebDriver.ENTER;
import static org.bitewing.tools.view.WebDriver.ESCAPE;
import static org.bitewing.tools.view.WebDriver.HOME;
import static org.bitewing.tools.view.WebDriver.RIGHT;
import static org.bitewing.tools.view.WebDriver.SHIFT;
import static org.bitewing.tools.view.WebDriver.TAB;
import static org.bitewing.tools.view.WebDriver.UP;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.Voi;
import org.bitewing.codec.image.VoiFunction;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. After each test, nothing was said on the console and no other host was asked. */
class ViewPageTest {
    @TempDir
    private static Path folder;
    private static Optional<OpenViewer> started = Optional.empty();
    private static Path zip;

    private OpenViewer viewer;
    private WebDriver page;

    @BeforeAll
    static void start() throws Exception {
        zip = PageSamples.zip(folder.resolve("study.zip"));
        started = Optional.of(OpenViewer.start(folder, zip));
    }

    @AfterAll
    static void stop() throws Exception {
        if (started.isPresent()) {
            started.get().close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        viewer = started.orElseThrow();
        page = viewer.page();
        viewer.open();
    }

    @AfterEach
    void nothingWasSaidAndNobodyElseAsked() throws Exception {
        assertEquals(List.of(), page.console());
        String own = viewer.server().address().getAuthority();
        for (URI request : page.requests()) {
            assertTrue(own.equals(request.getAuthority()) || request.getScheme().equals("file"), request.toString());
        }
        assertEquals("undefined", page.text("window.hacked"));
    }

    private byte[] asked(String path) throws Exception {
        return viewer.server().get(path).body();
    }

    private String rows(String tree) throws Exception {
        return page.text("document.getElementById('" + tree + "').textContent");
    }

    @Test
    void listHasPatientsStudiesSeriesAndPictures() throws Exception {
        viewer.choose("AX 1");
        String list = rows("catalog");
        for (String text : List.of("Nobody^Ann", "0815", "2026-01-02 · Head", "1 · AX 1", "5 images", "12 frames",
                "2 · Film")) {
            assertTrue(list.contains(text), text + " in " + list);
        }
        page.await("document.querySelectorAll('#catalog .cover.loaded').length >= 3");
        assertTrue(page.text("document.getElementById('problem-count').textContent").contains("1 other file"));
        page.click("#list-filter");
        page.type("film");
        page.await("document.querySelectorAll('#catalog .series').length === 1");
        assertEquals("Film", page.text("document.querySelector('#catalog mark').textContent"));
    }

    @Test
    void typingFindsAValueAndItIsCopiedWhole() throws Exception {
        viewer.choose("AX 1");
        page.keys("/");
        page.type("chest");
        page.await("document.querySelectorAll('#element-tree mark').length === 1");
        assertEquals("Chest", page.text("document.querySelector('#element-tree mark').textContent"));
        assertTrue(page.text("document.getElementById('element-count').textContent").startsWith("1 of "));
        page.keys(ENTER, END);
        page.await("document.getElementById('detail-keyword').textContent === 'CodeMeaning'");
        assertEquals("(0040,0275)[0].(0040,0008)[0].(0008,0104)",
                page.text("document.getElementById('detail-tag').textContent"));
        assertTrue(page.text("document.getElementById('detail-vr').textContent").startsWith("LO: Long String"));

        // By private creator, VR and tag; letters typed in the tree go to the search.
        page.script("const box = document.getElementById('element-search'); box.value = '';"
                + "box.dispatchEvent(new Event('input')); document.getElementById('element-tree').focus()");
        page.type("bitewing 0029,1001");
        page.await("document.getElementById('element-count').textContent.startsWith('1 of ')");
        assertTrue(rows("element-tree").contains("secret recipe"));

        page.script("const box = document.getElementById('element-search'); box.value = 'imagecomments lt';"
                + "box.dispatchEvent(new Event('input'))");
        page.await("document.getElementById('element-tree').textContent.includes('Image Comments')");
        // What is copied is told by the page's own clipboard, as the system's is not there.
        page.script("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => {"
                + "window.copied = text; } } }); document.getElementById('element-tree').focus()");
        page.keys(END);
        page.chord(CONTROL, "c");
        page.await("window.copied");
        assertEquals(PageSamples.COMMENT, page.text("window.copied"));
    }

    @Test
    void windowFromKeysAndMouseShowsWhatTheRendererRenders() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.keys("o", "g", HOME);
        page.await(SHOWN + ".endsWith('/frame/0') && document.getElementById('position').value === '1'");
        int plain = differing(new Voi.Window(40, 400, VoiFunction.LINEAR));
        assertEquals(0, plain);

        page.chord(SHIFT, RIGHT);
        page.chord(SHIFT, UP);
        page.await(SHOWN + ".includes('center=27.1')");
        Voi.Window byKeys = shownWindow();
        assertNotEquals(40, byKeys.center());
        assertTrue(byKeys.width() > 400);
        assertEquals(0, differing(byKeys));
        assertNotEquals(0, differing(new Voi.Window(40, 400, VoiFunction.LINEAR)));

        String before = page.text(SHOWN);
        page.drag("#stage", 0, 60, 30);
        page.await(SHOWN + " !== '" + before + "' && document.getElementById('busy').hidden");
        assertEquals(0, differing(shownWindow()));
        String byLeft = page.text(SHOWN);
        page.drag("#stage", 2, -40, 20);
        page.await(SHOWN + " !== '" + byLeft + "' && document.getElementById('busy').hidden");
        assertEquals(0, differing(shownWindow()));

        page.keys("2");
        page.await(SHOWN + ".includes('center=-600')");
        assertEquals(0, differing(new Voi.Window(-600, 1500, VoiFunction.LINEAR)));
        page.keys("r");
        page.await(SHOWN + ".endsWith('/frame/0')");
    }

    private Voi.Window shownWindow() throws Exception {
        Matcher numbers = Pattern.compile("center=([-0-9.]+)&width=([0-9.]+)").matcher(page.text(SHOWN));
        assertTrue(numbers.find());
        assertEquals(Double.parseDouble(numbers.group(1)), (Double) page.script(
                "return document.getElementById('center').valueAsNumber"));
        return new Voi.Window(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)),
                VoiFunction.LINEAR);
    }

    /** How many pixels of the browser's screenshot are not the first slice's in a window. */
    private int differing(Voi voi) throws Exception {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(page.picture("#canvas")));
        Picture rendered = FrameRenderer.of(PageSamples.slice(1).build()).render(0, RenderOptions.defaults().with(voi));
        assertEquals(rendered.width(), seen.getWidth());
        assertEquals(rendered.height(), seen.getHeight());
        int differing = 0;
        for (int y = 0; y < rendered.height(); y++) {
            for (int x = 0; x < rendered.width(); x++) {
                int value = rendered.value(x, y, 0);
                differing += (seen.getRGB(x, y) & 0xffffff) == value * 0x10101 ? 0 : 1;
            }
        }
        return differing;
    }

    @Test
    void usefulFromNarrowToWide() throws Exception {
        viewer.choose("AX 1");
        for (int width : new int[] {360, 768, 1280, 2560}) {
            page.size(width, 800);
            page.await("innerWidth === " + width);
            assertTrue(page.isTrue("document.scrollingElement.scrollWidth <= innerWidth"), width + " scrolls");
            for (String area : List.of("list", "picture", "elements")) {
                if (width == 360) {
                    page.click("#areas [data-area=" + area + "]");
                }
                page.await("(box => box.width > 150 && box.height > 150 && box.left >= 0 && box.right <= innerWidth"
                        + " && box.bottom <= innerHeight)(document.getElementById('" + area
                        + "').getBoundingClientRect())");
                assertEquals("", page.text("[...document.querySelectorAll('#" + area + " :is(button, input, select)')]"
                        + ".filter(one => one.offsetParent && one.getBoundingClientRect().right > innerWidth + .5)"
                        + ".map(one => one.id)"), area + " at " + width);
            }
        }
    }

    @Test
    void scriptsInNamesAreTexts() throws Exception {
        viewer.choose("</span>");
        page.await("document.getElementById('corner-tl').textContent.includes('onerror')");
        for (String place : List.of("catalog", "corners", "picture-heading", "element-tree")) {
            assertTrue(rows(place).contains(PageSamples.SCRIPT), place);
        }
        assertTrue(page.text("document.getElementById('file-name').textContent").contains("<script>"));
        page.keys("/");
        page.type("<img");
        page.await("document.querySelector('#element-tree mark')?.textContent === '<img'");
        page.keys(ENTER, END);
        page.click("#compare-mode");
        page.await("document.getElementById('sides').textContent.includes('<script>')");
        assertEquals("0", page.text("document.querySelectorAll('img[src=x], main script').length"));
    }

    @Test
    void everythingByKeyboard() throws Exception {
        Set<String> reached = new HashSet<>();
        page.script("document.activeElement.blur()");
        for (int i = 0; i < 60; i++) {
            page.keys(TAB);
            reached.add(page.text("document.activeElement.id"));
            assertTrue(page.isTrue("document.activeElement === document.body || (style => style.outlineStyle !== 'none'"
                    + " || document.activeElement.matches('.splitter'))(getComputedStyle(document.activeElement))"),
                    () -> "no focus to be seen on " + reached);
        }
        assertTrue(reached.containsAll(List.of("compare-mode", "theme", "help-open", "list-filter", "catalog", "stage",
                "zoom-in", "preset", "element-search", "element-tree", "save-json", "split-list")), reached.toString());

        page.keys("l", HOME);
        page.await("document.activeElement.id === 'catalog'");
        page.type("ax 1");
        page.await("document.activeElement.id === 'list-filter'");
        page.await("document.querySelectorAll('#catalog .series').length === 1");
        page.keys(DOWN, END, ENTER);
        page.await("document.getElementById('picture-heading').textContent.includes('AX 1')");
        page.script("document.getElementById('stage').focus()");
        page.keys(END);
        page.await("document.getElementById('stage-label').textContent.startsWith('Image 5 of 5. Window center 40')");
        page.await("document.getElementById('spoken').textContent.startsWith('Image 5 of 5')");
        page.keys("?");
        page.await("document.getElementById('help').open");
        page.keys(ESCAPE);
        page.await("!document.getElementById('help').open");
        page.wheel("#stage", -2);
        page.await("document.getElementById('position').value === '3'");
    }

    @Test
    void filmPlaysAndStops() throws Exception {
        viewer.choose("Film");
        page.script("window.seen = new Set(); const stage = document.getElementById('stage');"
                + "new MutationObserver(() => window.seen.add(stage.dataset.shown)).observe(stage, { attributes: true })");
        page.click("#stage");
        page.keys(" ");
        page.await("window.seen.size === " + PageSamples.FRAMES);
        assertEquals("true", page.text("document.getElementById('play').getAttribute('aria-pressed')"));
        page.keys(" ");
        assertEquals("false", page.text("document.getElementById('play').getAttribute('aria-pressed')"));
        page.await("document.getElementById('busy').hidden && " + SHOWN
                + ".split('/').pop() === String(document.getElementById('position').value - 1)");
    }

    @Test
    void differencesAreMarked() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.keys(HOME, "c");
        page.await("document.querySelector('#compare-tree .changed')");
        String text = rows("compare-tree");
        assertTrue(text.contains("≠") && text.contains("Instance Number"), text);
        assertTrue(page.isTrue("[...document.querySelectorAll('#compare-tree .added')].some(row =>"
                + " row.textContent.includes('Image Laterality') && row.textContent.includes('only in B'))"));
        assertTrue(page.text("document.getElementById('compare-count').textContent").contains("1 only in B"));
        assertEquals("0", page.text("document.querySelectorAll('#compare-tree .same').length"));
        page.click("#only-differences");
        page.await("document.querySelector('#compare-tree .same')");
        page.click("#swap");
        page.await("document.getElementById('compare-count').textContent.includes('1 only in A')");
    }

    @Test
    void darkAndLightAreReadable() throws Exception {
        viewer.choose("AX 1");
        page.keys("/");
        page.type("private");
        page.await("document.querySelector('#element-tree mark')");
        page.keys(ENTER, END);
        page.script(CONTRAST);
        for (String scheme : List.of("dark", "light")) {
            page.colours(scheme);
            assertEquals(scheme.equals("dark") ? "true" : "false", page.text(
                    "window.luminance(getComputedStyle(document.body).backgroundColor) < 0.2"));
            assertEquals("", page.text("window.faint()"), scheme);
        }
        page.colours("dark");
        page.click("#theme");
        page.click("#theme");
        assertEquals("light", page.text("document.documentElement.dataset.theme"));
        assertEquals("", page.text("window.faint()"));
        page.click("#compare-mode");
        page.await("document.querySelector('#compare-tree .changed')");
        assertEquals("", page.text("window.faint()"));
        page.click("#theme");
    }

    /** WCAG 2.1, 1.4.3: texts whose contrast to what is behind them is less than 4.5 to 1. */
    private static final String CONTRAST = """
            const parts = colour => colour.match(/[0-9.]+/g).map(Number);
            window.luminance = colour => parts(colour).slice(0, 3).map(value => value / 255)
                .map(value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
                .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = element => {
                for (let one = element; one; one = one.parentElement) {
                    const colour = getComputedStyle(one).backgroundColor;
                    if (parts(colour)[3] !== 0) return colour;
                }
                return 'rgb(0, 0, 0)';
            };
            window.faint = () => [...document.querySelectorAll('body *')]
                .filter(one => one.offsetParent && !one.closest('#stage, :disabled, .unseen, .cover')
                    && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .filter(one => {
                    const [a, b] = [getComputedStyle(one).color, ground(one)].map(window.luminance);
                    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
                }).map(one => one.tagName + '.' + one.className + ': ' + one.textContent.slice(0, 30)).join('\\n');
            """;

    @Test
    void savesWhatTheServerRenders() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.keys(HOME, "2", "i");
        page.await(SHOWN + ".includes('center=-600') && " + SHOWN + ".includes('invert=1')");
        page.keys("s");
        assertArrayEquals(asked(page.text(SHOWN)), saved("slice1.png"));

        page.script("document.getElementById('element-tree').focus()");
        page.keys(END, " ", UP);
        page.await("document.getElementById('save-json-word').textContent === 'JSON (1)'");
        page.click("#open-all");
        page.script("const box = document.getElementById('element-search'); box.value = 'CodeMeaning';"
                + "box.dispatchEvent(new Event('input'))");
        page.await("document.getElementById('element-count').textContent.startsWith('1 of ')");
        page.script("document.getElementById('element-tree').focus()");
        page.keys(END, " ");
        page.click("#save-json");
        Map<String, Object> json = JsonTree.object(new String(saved("slice1.json"))
                .replaceAll("\\s*\n\\s*", "").replace("\": ", "\":"));
        // Pixel Data was ticked as well; it is not part of this JSON, and the page says so.
        assertEquals(Set.of("00400275"), json.keySet());
        assertTrue(json.toString().contains("Chest") && !json.toString().contains("STEP"), json.toString());
        assertTrue(page.text("document.getElementById('notice').textContent").contains("1 ticked element left out"));
    }

    private byte[] saved(String name) throws Exception {
        Path file = WebDriver.downloads(folder).resolve(name);
        long end = System.nanoTime() + 20_000_000_000L;
        while (!Files.exists(file) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    @Test
    void manyElementsAreFewRows() throws Exception {
        viewer.choose("Many");
        page.click("#open-all");
        page.keys("/");
        page.type("value 249/78");
        page.await("document.getElementById('element-count').textContent.startsWith('1 of 20,')");
        page.script("const box = document.getElementById('element-search'); box.value = '';"
                + "box.dispatchEvent(new Event('input'));");
        page.await("document.querySelector('#element-tree .space').clientHeight > 400000");
        assertTrue(page.isTrue("document.querySelectorAll('#element-tree .row').length < 100"));
        page.script("document.getElementById('element-tree').focus()");
        page.keys(END);
        page.await("document.querySelector('#element-tree .active').textContent.includes('Pixel Data')");
    }

    @Test
    void latestFrameWinsAndBusyServersAreAskedAgain() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.await("document.getElementById('busy').hidden");
        page.script("""
                const ask = window.fetch;
                window.most = 0;
                window.busy = 0;
                let running = 0;
                window.fetch = async (path, options) => {
                    if (!String(path).includes('/frame/') || String(path).includes('max=')) {
                        return ask(path, options);
                    }
                    window.most = Math.max(window.most, ++running);
                    try {
                        return window.busy++ < 2 ? new Response('{"error":"busy"}', { status: 503 })
                            : await ask(path, options);
                    } finally {
                        running--;
                    }
                };
                """);
        for (int i = 0; i < 12; i++) {
            page.chord(SHIFT, RIGHT);
        }
        page.await("document.getElementById('width').valueAsNumber > 500 && window.busy > 2");
        page.await(SHOWN + ".includes('width=' + document.getElementById('width').value)");
        assertEquals(1.0, page.script("return window.most"));
        assertEquals("true", page.text("document.getElementById('notice').hidden"));
    }

    @Test
    void exportedPageNeedsNoServer() throws Exception {
        Path file = folder.resolve("out.html");
        ToolRun run = ToolRun.of("view", "--export", file, zip);
        assertEquals("", run.errors());
        page.requests();
        page.open(file.toUri());
        page.await("document.querySelector('#catalog .series')");
        viewer.choose("AX 1");
        page.await("document.getElementById('canvas').width === " + PageSamples.COLUMNS);
        page.keys("/");
        page.type("chest");
        page.await("document.querySelector('#element-tree mark')?.textContent === 'Chest'");
        page.keys(ENTER, END);
        page.await("document.getElementById('detail-vr').textContent.startsWith('LO: Long String')");
        page.await("document.querySelectorAll('#catalog .cover.loaded').length >= 3");
        assertEquals("0", page.text("[...document.querySelectorAll('.served')].filter(one => one.offsetParent).length"));
        for (URI request : page.requests()) {
            assertEquals("file", request.getScheme(), request.toString());
        }
    }
}
