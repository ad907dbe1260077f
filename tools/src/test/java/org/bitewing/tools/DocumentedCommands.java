package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page whose commands a shell runs in order, in a new folder; each block must say what stands below it. */
public final class DocumentedCommands {
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```\\n(?:```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final String MARK = "== block ";

    private DocumentedCommands() {
    }

    /** Commands, and the lines that they must print, in order, perhaps among others. */
    private record Block(String commands, List<String> expected) {
    }

    /** Runs the blocks of a page; launchers and files are made in a folder. */
    public static void run(String page, Path folder) throws IOException, InterruptedException {
        assumeTrue(Judge.isInstalled("sh") && Judge.isInstalled("zip"), "sh or zip is not installed");
        Path bin = launchers(folder);
        List<Block> blocks = blocks(page);
        assertEquals(page.split("```sh\n").length - 1, blocks.size());
        assertEquals(page.split("```text\n").length - 1, blocks.stream().filter(block -> !block.expected().isEmpty())
                .count());
        StringBuilder script = new StringBuilder("set -e\n");
        for (int i = 0; i < blocks.size(); i++) {
            script.append("echo '").append(MARK).append(i).append("'\n").append(blocks.get(i).commands());
        }
        Path lesson = Files.createDirectory(folder.resolve("lesson"));
        Path output = folder.resolve("output.txt");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script.toString().replace("11112", "" + freePort()))
                .directory(lesson.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        shell.environment().merge("PATH", bin.toString(), (before, own) -> own + File.pathSeparator + before);

        int code = shell.start().waitFor();

        String text = Files.readString(output);
        assertEquals(0, code, text);
        String[] said = text.split(MARK + "\\d+\n");
        for (int i = 0; i < blocks.size(); i++) {
            assertSays(blocks.get(i), said[i + 1]);
        }
    }

    private static Path launchers(Path folder) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> launchers = new ArrayList<>(Commands.NAMES);
        launchers.removeIf(Commands::isPartOfBitewing);
        launchers.add("bitewing");
        for (String name : launchers) {
            Path launcher = Files.writeString(bin.resolve(name), "#!/bin/sh\nexec '" + java
                    + "' -XX:TieredStopAtLevel=1 -cp '" + classPath + "' " + Main.class.getName()
                    + (name.equals("bitewing") ? "" : " " + name) + " \"$@\"\n");
            assertTrue(launcher.toFile().setExecutable(true));
        }
        return bin;
    }

    private static List<Block> blocks(String page) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(page);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2) == null ? List.of()
                    : matcher.group(2).lines().toList()));
        }
        return blocks;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void assertSays(Block block, String said) {
        List<String> lines = said.lines().toList();
        int next = 0;
        for (String expected : block.expected()) {
            Pattern pattern = Pattern.compile(Pattern.quote(expected).replaceAll(" ?\\.\\.\\. ?", "\\\\E.*\\\\Q"));
            while (next < lines.size() && !pattern.matcher(lines.get(next).strip()).matches()) {
                next++;
            }
            assertTrue(next < lines.size(), "not said: " + expected + "\nby:\n" + block.commands() + "but:\n" + said);
            next++;
        }
    }
}
