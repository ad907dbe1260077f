package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the page's modules into one script, as a browser loads no module from a file beside the page. Each becomes a
 * function that gives what the module exports, in an order in which nothing is used before it is there. It understands
 * the few forms of import and export that the page uses, and refuses every other.
 */
final class ModuleBundle {
    private static final Pattern IMPORT = Pattern.compile(
            "^import\\s+(?:\\*\\s+as\\s+(\\w+)|\\{([^}]*)\\})\\s+from\\s+'\\./([a-z0-9-]+\\.js)';", Pattern.MULTILINE);
    private static final Pattern EXPORT = Pattern.compile(
            "^export\\s+((?:async\\s+)?function\\*?|const|class)\\s+(\\w+)", Pattern.MULTILINE);
    private static final Pattern OTHER = Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);
    private static final Pattern RENAMED = Pattern.compile("(\\w+)\\s+as\\s+(\\w+)");

    private final Map<String, String> done = new LinkedHashMap<>();
    private final List<String> begun = new ArrayList<>();

    private final Sources sources;

    /** Where modules come from. */
    interface Sources {
        /** The bytes of a module, in UTF-8. */
        Optional<byte[]> find(String name) throws IOException;
    }

    private ModuleBundle(Sources sources) {
        this.sources = sources;
    }

    /**
     * Joins a module and all that it imports.
     *
     * @param name    such as {@code app.js}
     * @param sources has it and all that it imports
     * @return a script that stands for itself
     * @throws IllegalStateException where a module is missing, imports go in a circle, or a form is not understood
     */
    static String of(String name, Sources sources) throws IOException {
        ModuleBundle bundle = new ModuleBundle(sources);
        bundle.add(name);
        String script = String.join("", bundle.done.values());
        if (script.contains("</script") || script.contains("<!--")) {
            throw new IllegalStateException("a module holds what would end the script within a page");
        }
        return script;
    }

    private void add(String name) throws IOException {
        if (done.containsKey(name)) {
            return;
        }
        if (begun.contains(name)) {
            throw new IllegalStateException("modules import each other in a circle: " + begun + ", " + name);
        }
        begun.add(name);
        String source = new String(sources.find(name).orElseThrow(() ->
                new IllegalStateException("there is no module " + name)), StandardCharsets.UTF_8);
        StringBuilder code = new StringBuilder();
        Matcher imports = IMPORT.matcher(source);
        while (imports.find()) {
            add(imports.group(3));
            String names = imports.group(1) != null ? imports.group(1)
                    : "{" + RENAMED.matcher(imports.group(2)).replaceAll("$1: $2") + "}";
            imports.appendReplacement(code, Matcher.quoteReplacement(
                    "const " + names + " = " + variable(imports.group(3)) + ";"));
        }
        imports.appendTail(code);
        done.put(name, function(name, code.toString()));
    }

    private static String function(String name, String source) {
        List<String> exported = new ArrayList<>();
        Matcher exports = EXPORT.matcher(source);
        StringBuilder code = new StringBuilder();
        while (exports.find()) {
            exported.add(exports.group(2));
            exports.appendReplacement(code, "$1 $2");
        }
        exports.appendTail(code);
        Matcher other = OTHER.matcher(code);
        if (other.find()) {
            throw new IllegalStateException(name + " has a line that cannot be joined: " + other.group());
        }
        return "const " + variable(name) + " = (() => {\n" + code + "\nreturn {" + String.join(", ", exported)
                + "};\n})();\n";
    }

    private static String variable(String name) {
        return "module_" + name.substring(0, name.length() - ".js".length()).replace('-', '_');
    }
}
