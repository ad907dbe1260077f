package org.bitewing.tools.view;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page with its script and style inside, around the data. Nothing but these two runs: their hashes stand in the
 * policy. Data is JSON in elements that are no scripts, without a character that means something in HTML.
 */
final class ExportPage {
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([a-z0-9-]+\\.css)\">");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\" src=\"([a-z0-9-]+\\.js)\"></script>");
    /** It would be a file beside the page. */
    private static final Pattern ICON = Pattern.compile("<link rel=\"icon\"[^>]*>\\n?");
    private static final String END = "</body>";

    private final String before;
    private final String after;

    private ExportPage(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Puts the page together.
     *
     * @throws IllegalStateException where the page's own files are not as they have to be
     */
    static ExportPage make() throws IOException {
        String page = ICON.matcher(text(Resources.INDEX)).replaceAll("");
        Matcher styleLine = STYLE.matcher(page);
        Matcher scriptLine = SCRIPT.matcher(page);
        int end = page.lastIndexOf(END);
        if (!styleLine.find() || !scriptLine.find() || end < 0) {
            throw new IllegalStateException("the page has no style, no script or no end");
        }
        String style = "\n" + text(styleLine.group(1));
        String script = "\n" + ModuleBundle.of(scriptLine.group(1), Resources::find);
        String policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
                + hash(script) + "; style-src " + hash(style)
                + "; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n";
        String data = page.substring(0, end);
        String inlined = data.replace(scriptLine.group(), "<script type=\"module\">" + script + "</script>")
                .replace(styleLine.group(), policy + "<style>" + style + "</style>");
        return new ExportPage(inlined, page.substring(end));
    }

    private static String text(String name) throws IOException {
        byte[] bytes = Resources.find(name).orElseThrow(() -> new IllegalStateException("there is no " + name));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    void begin(OutputStream target) throws IOException {
        target.write(before.getBytes(StandardCharsets.UTF_8));
    }

    /** What the server would answer at a path. */
    static void data(OutputStream target, String path, Reply.JsonBody body) throws IOException {
        ascii(target, "<script type=\"application/json\" data-path=\"" + path + "\">");
        Json json = new Json(target);
        body.write(json);
        json.end();
        ascii(target, "</script>\n");
    }

    private static void ascii(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    void end(OutputStream target) throws IOException {
        target.write(after.getBytes(StandardCharsets.UTF_8));
    }
}
