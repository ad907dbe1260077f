package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without a window, driven through ChromeDriver as W3C's WebDriver says: JSON over HTTP. */
final class WebDriver {
    /** Keys that are no characters (WebDriver 17.4.2). */
    static final String SHIFT = "\ue008";
    static final String CONTROL = "\ue009";
    static final String TAB = "\ue004";
    static final String ENTER = "\ue007";
    static final String ESCAPE = "\ue00c";
    static final String END = "\ue010";
    static final String HOME = "\ue011";
    static final String LEFT = "\ue012";
    static final String UP = "\ue013";
    static final String RIGHT = "\ue014";
    static final String DOWN = "\ue015";

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The member under which an element's reference is (WebDriver 12). */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private String base;

    private WebDriver(Process process) throws IOException {
        this.process = process;
        this.base = "http://127.0.0.1:" + port(process.inputReader(StandardCharsets.UTF_8)) + "/session";
    }

    /** Starts a browser with an empty profile; skips the test where there is none. */
    static WebDriver start(Path folder) throws Exception {
        assumeTrue(Files.isExecutable(DRIVER) && Files.isExecutable(BROWSER),
                "chromium and chromium-driver are not installed");
        Process process = new ProcessBuilder(DRIVER.toString(), "--port=0").redirectErrorStream(true).start();
        try {
            WebDriver driver = new WebDriver(process);
            driver.session(folder);
            return driver;
        } catch (Exception e) {
            end(process);
            throw e;
        }
    }

    private static String port(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IOException("chromedriver told no port");
    }

    private void session(Path folder) throws Exception {
        StringBuilder arguments = new StringBuilder();
        for (String argument : List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--force-device-scale-factor=1", "--user-data-dir=" + folder.resolve("profile"))) {
            arguments.append(arguments.length() == 0 ? "" : ",").append(quoted(argument));
        }
        Map<String, Object> value = object(command("POST", "", "{\"capabilities\":{\"alwaysMatch\":{"
                + "\"browserName\":\"chrome\",\"goog:loggingPrefs\":{\"browser\":\"ALL\",\"performance\":\"ALL\"},"
                + "\"goog:chromeOptions\":{\"binary\":" + quoted(BROWSER.toString())
                + ",\"args\":[" + arguments + "]}}}}"));
        base += "/" + value.get("sessionId");
        chrome("Browser.setDownloadBehavior", "{\"behavior\":\"allow\",\"downloadPath\":"
                + quoted(downloads(folder).toString()) + "}");
    }

    static Path downloads(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve("downloads"));
    }

    // ---- commands ------------------------------------------------------------------------------------------------

    void open(URI address) throws Exception {
        command("POST", "/url", "{\"url\":" + quoted(address.toString()) + "}");
    }

    /** What a function's body returns: text, a double, a boolean, a list, a map or null. */
    Object script(String body) throws Exception {
        return command("POST", "/execute/sync", "{\"script\":" + quoted(body) + ",\"args\":[]}");
    }

    String text(String expression) throws Exception {
        return (String) script("return String(" + expression + ")");
    }

    boolean isTrue(String expression) throws Exception {
        return Boolean.TRUE.equals(script("return Boolean(" + expression + ")"));
    }

    /** Waits until an expression is true. */
    void await(String expression) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean found = isTrue(expression);
        while (!found && System.nanoTime() < end) {
            Thread.sleep(20);
            found = isTrue(expression);
        }
        assertTrue(found, () -> "never: " + expression);
    }

    /** Clicks an element; rows of trees may be made anew at any time. */
    void click(String selector) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); ; ) {
            try {
                command("POST", "/element/" + element(selector) + "/click", "{}");
                return;
            } catch (IOException e) {
                if (!e.getMessage().contains("stale element") || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** Presses and releases keys, one after the other. */
    void keys(String... keys) throws Exception {
        StringBuilder actions = new StringBuilder();
        for (String key : keys) {
            actions.append(actions.length() == 0 ? "" : ",").append(key("keyDown", key)).append(',')
                    .append(key("keyUp", key));
        }
        keyActions(actions.toString());
    }

    void type(String text) throws Exception {
        keys(text.split(""));
    }

    /** Presses a key while another one is held. */
    void chord(String held, String key) throws Exception {
        keyActions(key("keyDown", held) + "," + key("keyDown", key) + "," + key("keyUp", key) + ","
                + key("keyUp", held));
    }

    private static String key(String type, String key) {
        return "{\"type\":\"" + type + "\",\"value\":" + quoted(key) + "}";
    }

    private void keyActions(String actions) throws Exception {
        command("POST", "/actions", "{\"actions\":[{\"type\":\"key\",\"id\":\"keys\",\"actions\":[" + actions + "]}]}");
    }

    /** Drags with a button (0 the left, 2 the right one) from the middle of an element. */
    void drag(String selector, int button, int dx, int dy) throws Exception {
        String move = "{\"type\":\"pointerMove\",\"duration\":20,";
        command("POST", "/actions", "{\"actions\":[{\"type\":\"pointer\",\"id\":\"mouse\",\"actions\":["
                + move + "\"x\":0,\"y\":0,\"origin\":{\"" + ELEMENT + "\":\"" + element(selector) + "\"}},"
                + "{\"type\":\"pointerDown\",\"button\":" + button + "},"
                + move + "\"x\":" + dx + ",\"y\":" + dy + ",\"origin\":\"pointer\"},"
                + "{\"type\":\"pointerUp\",\"button\":" + button + "}]}]}");
    }

    /** Turns the wheel over the middle of an element. */
    void wheel(String selector, int notches) throws Exception {
        StringBuilder actions = new StringBuilder();
        for (int i = 0; i < Math.abs(notches); i++) {
            actions.append(i == 0 ? "" : ",").append("{\"type\":\"scroll\",\"x\":0,\"y\":0,\"deltaX\":0,\"deltaY\":")
                    .append(notches > 0 ? 100 : -100).append(",\"origin\":{\"" + ELEMENT + "\":\"")
                    .append(element(selector)).append("\"}}");
        }
        command("POST", "/actions", "{\"actions\":[{\"type\":\"wheel\",\"id\":\"wheel\",\"actions\":[" + actions
                + "]}]}");
    }

    /** The size of the page, in pixels. */
    void size(int width, int height) throws Exception {
        chrome("Emulation.setDeviceMetricsOverride", "{\"width\":" + width + ",\"height\":" + height
                + ",\"deviceScaleFactor\":1,\"mobile\":false}");
    }

    /** "dark" or "light". */
    void colours(String scheme) throws Exception {
        chrome("Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]}");
    }

    /** What a screen reader is told that has the focus: role and name (WebDriver 12.4.9 and 12.4.10). */
    String spokenOfFocus() throws Exception {
        String path = "/element/" + object(command("GET", "/element/active", "")).get(ELEMENT);
        return command("GET", path + "/computedrole", "") + ": " + command("GET", path + "/computedlabel", "");
    }

    /** A PNG of an element. */
    byte[] picture(String selector) throws Exception {
        return Base64.getDecoder().decode((String) command("GET", "/element/" + element(selector) + "/screenshot", ""));
    }

    /** The lines of the console since the last call. */
    List<String> console() throws Exception {
        return log("browser");
    }

    /** What was asked for since the last call, what the page made itself and the browser's own first page aside. */
    List<URI> requests() throws Exception {
        List<URI> requests = new ArrayList<>();
        for (String line : log("performance")) {
            Map<String, Object> message = object(JsonTree.object(line).get("message"));
            if (message.get("method").equals("Network.requestWillBeSent")) {
                String address = (String) object(object(message.get("params")).get("request")).get("url");
                if (!address.startsWith("blob:") && !address.startsWith("data:") && !address.startsWith("chrome:")) {
                    requests.add(URI.create(address));
                }
            }
        }
        return requests;
    }

    private List<String> log(String type) throws Exception {
        List<String> lines = new ArrayList<>();
        for (Object entry : (List<?>) command("POST", "/se/log", "{\"type\":\"" + type + "\"}")) {
            lines.add((String) object(entry).get("message"));
        }
        return lines;
    }

    private String element(String selector) throws Exception {
        Object found = command("POST", "/element",
                "{\"using\":\"css selector\",\"value\":" + quoted(selector) + "}");
        return (String) object(found).get(ELEMENT);
    }

    private void chrome(String name, String parameters) throws Exception {
        command("POST", "/goog/cdp/execute", "{\"cmd\":\"" + name + "\",\"params\":" + parameters + "}");
    }

    private Object command(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE.multipliedBy(2))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        Object value = JsonTree.object(response.body()).get("value");
        if (response.statusCode() != 200) {
            throw new IOException(method + " " + path + " " + body + ": " + object(value).get("message"));
        }
        return value;
    }

    @SuppressWarnings("unchecked") // An answer that is no object fails where it is used as one.
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** Ends the browser and its driver, whatever happens. */
    void quit() throws Exception {
        try {
            command("DELETE", "", "");
        } finally {
            end(process);
        }
    }

    /** Of a driver and the browsers that it started. */
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroy();
        process.waitFor();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
