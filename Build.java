import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Builds the distribution with the JDK alone, where Maven is not allowed: {@code java Build.java} makes
 * {@code target/bitewing}, and {@code java Build.java image} makes {@code target/image} besides. The jar is Maven's, byte
 * for byte. It runs no tests: those need JUnit.
 */
class Build {
    /** Each needs only what stands before it. */
    private static final List<String> MODULES = List.of("core", "net", "codec", "tools");
    /** As in pom.xml. */
    private static final List<String> COMPILER = List.of("--release", "17", "-g", "-encoding", "UTF-8", "-Xlint:all",
            "-Xdoclint:all/protected", "-Werror", "-XDstringConcat=inline");
    private static final Path TARGET = Path.of("target");

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted = List.of(arguments);
        if (!List.of("image").containsAll(wanted)) {
            end("usage: java Build.java [image]");
        }
        if (!Files.isDirectory(Path.of("core/src/main/java"))) {
            end("to be run where the sources are: the folder of Build.java");
        }
        List<String> classPath = new ArrayList<>();
        for (String module : MODULES) {
            Path classes = TARGET.resolve("classes").resolve(module);
            remove(classes);
            compile(Path.of(module, "src/main/java"), String.join(System.getProperty("path.separator"), classPath), classes);
            copy(Path.of(module, "src/main/resources"), classes);
            classPath.add(classes.toString());
        }
        make("Distribution", "bitewing", classPath);
        if (wanted.contains("image")) {
            make("Image", "image", classPath);
        }
    }

    private static void compile(Path sources, String modulePath, Path classes) throws IOException {
        List<String> words = new ArrayList<>(COMPILER);
        words.addAll(List.of("-p", modulePath, "-d", classes.toString()));
        for (Path file : files(sources)) {
            words.add(file.toString());
        }
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        if (compiler.run(System.out, System.err, words.toArray(new String[0])) != 0) {
            end(sources + " does not compile");
        }
    }

    private static void copy(Path resources, Path classes) throws IOException {
        for (Path file : Files.isDirectory(resources) ? files(resources) : List.<Path>of()) {
            Path copy = classes.resolve(resources.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A program of the toolkit puts its classes together. */
    private static void make(String program, String name, List<String> classPath)
            throws IOException, InterruptedException {
        Path target = TARGET.resolve(name);
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                String.join(System.getProperty("path.separator"), classPath), "org.bitewing.tools.dist." + program,
                target.toString()).inheritIO().start();
        if (process.waitFor() != 0) {
            end(target + " was not made");
        }
        System.out.println("made " + target);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path file : found.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void end(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
