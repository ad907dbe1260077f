package org.bitewing.tools.view;

import static org.bitewing.tools.view.OpenViewer.SHOWN;
import static org.bitewing.tools.view.WebDriver.CONTROL;
import static org.bitewing.tools.view.WebDriver.DOWN;
import static org.bitewing.tools.view.WebDriver.END;
import static org.bitewing.tools.view.WebDriver.HOME;
import static org.bitewing.tools.view.WebDriver.RIGHT;
import static org.bitewing.tools.view.WebDriver.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The controls of the page in a real browser: what each does to the picture, and what a screen reader is told. */
class ViewControlsTest {
    @TempDir
    private static Path folder;
    private static Optional<OpenViewer> started = Optional.empty();

    private OpenViewer viewer;
    private WebDriver page;

    @BeforeAll
    static void start() throws Exception {
        started = Optional.of(OpenViewer.start(folder, PageSamples.zip(folder.resolve("study.zip"))));
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
    void nothingWasSaid() throws Exception {
        assertEquals(List.of(), page.console());
    }

    private double canvas(String member) throws Exception {
        return (Double) page.script("return document.getElementById('canvas').getBoundingClientRect()." + member);
    }

    private double stage(String member) throws Exception {
        return (Double) page.script("return document.getElementById('stage').getBoundingClientRect()." + member);
    }

    private String zoom() throws Exception {
        return page.text("[...document.getElementById('corner-br').children].find(line => line.textContent.endsWith('%'))"
                + ".textContent");
    }

    @Test
    void pictureIsZoomedAndMoved() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.keys("g");
        assertEquals(PageSamples.COLUMNS, canvas("width"));
        assertEquals("100 %", zoom());
        assertEquals("true", page.text("document.getElementById('actual').getAttribute('aria-pressed')"));
        page.keys("+");
        assertEquals(PageSamples.COLUMNS * 1.25, canvas("width"), 0.01);
        page.keys("-");
        assertEquals(PageSamples.COLUMNS, canvas("width"), 0.01);
        page.click("#zoom-in");
        assertEquals("125 %", zoom());
        double left = canvas("left");
        page.chord(CONTROL, RIGHT);
        assertEquals(left + 40, canvas("left"), 0.01);
        double top = canvas("top");
        page.chord(CONTROL, DOWN);
        assertEquals(top + 40, canvas("top"), 0.01);

        page.keys("f");
        assertEquals(Math.min(stage("width") / PageSamples.COLUMNS, stage("height") / PageSamples.ROWS),
                canvas("width") / PageSamples.COLUMNS, 0.01);
        assertEquals("true", page.text("document.getElementById('fit').getAttribute('aria-pressed')"));
        page.click("#tools [data-tool=zoom]");
        double fitting = canvas("width");
        page.drag("#stage", 0, 0, -60);
        assertTrue(canvas("width") != fitting, "dragging zooms");
        page.click("#tools [data-tool=pan]");
        left = canvas("left");
        page.drag("#stage", 0, 30, 0);
        assertEquals(left + 30, canvas("left"), 0.01);
        page.keys("r");
        assertEquals(fitting, canvas("width"), 0.01);
    }

    @Test
    void factsAndOverlaysComeAndGo() throws Exception {
        viewer.choose("Drawn");
        page.click("#stage");
        page.keys("o", "g");
        assertFalse(page.isTrue("document.getElementById('corner-tl').offsetParent"));
        int drawn = pixel(20, 20);
        page.keys("v");
        page.await(SHOWN + ".includes('overlays=0')");
        assertEquals("false", page.text("document.getElementById('drawn').getAttribute('aria-pressed')"));
        assertTrue(drawn != pixel(20, 20), "the square is gone");
        assertEquals(pixel(40, 20), pixel(20, 20));
        page.click("#drawn");
        page.await("!" + SHOWN + ".includes('overlays=0')");
        assertEquals(drawn, pixel(20, 20));
        page.click("#facts");
        assertTrue(page.isTrue("document.getElementById('corner-tl').offsetParent"));
        viewer.choose("AX 1");
        assertTrue(page.isTrue("document.getElementById('drawn').hidden"), "a file without overlays");
    }

    private int pixel(int x, int y) throws Exception {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(page.picture("#canvas")));
        return seen.getRGB(x, y) & 0xffffff;
    }

    /** A server that takes its time must not leave one patient's picture below another's name. */
    @Test
    void nothingOfTheSeriesBeforeStays() throws Exception {
        viewer.choose("</span>");
        page.await("document.getElementById('corner-tl').textContent.includes('onerror')");
        page.script("""
                const ask = window.fetch;
                window.waiting = [];
                window.fetch = (path, options) => /frame|info/.test(path) && !String(path).includes('max=')
                    ? new Promise(go => window.waiting.push(go)).then(() => ask(path, options)) : ask(path, options);
                """);
        viewer.click("AX 1");
        page.await("window.waiting.length");
        assertTrue(page.isTrue("document.getElementById('canvas').hidden"));
        assertEquals("", page.text("document.getElementById('corner-tl').textContent"));
        assertFalse(page.isTrue("[...document.querySelectorAll('.side')].some(side => side.offsetParent)"));
        page.script("setInterval(() => window.waiting.splice(0).forEach(go => go()), 20)");
        page.await("!document.getElementById('canvas').hidden && document.getElementById('corner-tl')"
                + ".textContent.includes('Nobody')");
    }

    @Test
    void theLastImageIsComparedWithTheOneBefore() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.keys(END, "c");
        page.await("document.querySelector('#compare-tree .changed')");
        assertTrue(page.text("document.getElementById('sides').textContent").contains("5 / 5"));
        page.click("#compare-mode");
        viewer.choose("Drawn");
        page.click("#compare-mode");
        page.click("#compare-next");
        page.await("document.getElementById('compare-count').textContent.startsWith('Choose two images')");
    }

    @Test
    void screenReadersAreToldRoleAndName() throws Exception {
        viewer.choose("AX 1");
        page.click("#stage");
        page.keys(HOME);
        viewer.awaitBoth();
        page.click("#element-tree .row");
        Set<String> looking = spoken();
        for (String expected : List.of("button: Compare", "button: Colours: auto", "button: Keys",
                "searchbox: Filter patients, studies and series", "tree: Series", "separator: Width of the list",
                "radio: Window", "button: Smaller", "button: Larger", "button: Fit", "button: One to one",
                "button: Invert", "button: Facts in the corners", "button: Reset", "button: Save as PNG",
                "combobox: Preset window", "spinbutton: C : window center", "spinbutton: W : window width",
                "button: Play", "button: Previous image", "slider: Image", "button: Next image",
                "combobox: Images per second", "button: Open all", "button: Close all", "button: Save as JSON",
                "searchbox: Search by tag, keyword, name, VR or value", "tree: Elements", "button: Copy",
                "group: Value")) {
            assertTrue(looking.contains(expected), expected + " is not in " + looking);
        }
        assertTrue(looking.stream().anyMatch(one -> one.startsWith("application: Image 1 of 5. Window center 40")),
                looking.toString());
        page.script("document.activeElement.blur()");
        page.keys("c");
        page.await("document.querySelector('#compare-tree .changed')");
        Set<String> comparing = spoken();
        for (String expected : List.of("button: Swap", "button: Shown and next", "button: Next image for A",
                "radio: B : fill from the list", "button: Next image for B", "searchbox: Search in the comparison",
                "checkbox: Differences only", "tree: Compare")) {
            assertTrue(comparing.contains(expected), expected + " is not in " + comparing);
        }
    }

    /** Roles and names of all that Tab reaches; nothing is without. */
    private Set<String> spoken() throws Exception {
        Set<String> spoken = new LinkedHashSet<>();
        for (int i = 0; i < 45; i++) {
            page.keys(TAB);
            if (!page.isTrue("document.activeElement === document.body")) {
                String one = page.spokenOfFocus();
                assertTrue(one.matches("(?!generic|none)\\w+: .*\\S.*"), one + " of "
                        + page.text("document.activeElement.outerHTML"));
                spoken.add(one);
            }
        }
        return spoken;
    }
}
