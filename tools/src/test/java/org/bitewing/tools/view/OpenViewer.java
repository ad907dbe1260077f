package org.bitewing.tools.view;

import java.nio.file.Path;

/**
 * The samples in a browser, and the server that shows them.
 *
 * @param page   what is driven
 * @param server what is asked
 */
record OpenViewer(WebDriver page, Asked server) {
    /** What the picture shows now: the path of its frame. */
    static final String SHOWN = "document.getElementById('stage').dataset.shown";

    /** Starts both; skips the test where there is no browser. */
    static OpenViewer start(Path folder, Path zip) throws Exception {
        WebDriver browser = WebDriver.start(folder);
        try {
            return new OpenViewer(browser, Asked.of(zip));
        } catch (Exception e) {
            browser.quit();
            throw e;
        }
    }

    /** Opens the page anew, and waits until all is listed and something is shown. */
    void open() throws Exception {
        page.size(1280, 800);
        page.colours("dark");
        page.open(server.address());
        page.await("document.querySelector('#catalog .series') && document.getElementById('progress').textContent === ''");
        page.await(SHOWN);
    }

    /** Clicks the row of the list with a text. */
    void click(String text) throws Exception {
        page.await("(window.found = [...document.querySelectorAll('#catalog .series')]"
                + ".find(row => row.textContent.includes('" + text + "')))");
        page.click("#" + page.text("window.found.id"));
        page.await("document.getElementById('picture-heading').textContent.includes('" + text + "')");
    }

    /** Clicks the row of the list with a text, and waits for picture and elements. */
    void choose(String text) throws Exception {
        click(text);
        awaitBoth();
    }

    /** Waits until picture and elements are of one image. */
    void awaitBoth() throws Exception {
        page.await(SHOWN + "?.includes('/' + document.getElementById('element-tree').dataset.image + '/')");
    }

    void close() throws Exception {
        try {
            page.quit();
        } finally {
            server.close();
        }
    }
}
