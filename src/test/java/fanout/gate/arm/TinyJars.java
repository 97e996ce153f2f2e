package fanout.gate.arm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes real JMH jars of this test tree's small benchmarks, with JMH in them, as other projects
/// have them.
public final class TinyJars {
  private static final String HINTS = "META-INF/CompilerHints";
  private static final String LIST = "META-INF/BenchmarkList";

  private TinyJars() {}

  /// A jar with one benchmark class and JMH.
  public static Path of(Path jar, Class<?> benchmark) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      var names = new HashSet<String>();
      for (var library : libraries().toList()) {
        copyLibrary(library, out, names);
      }
      var tests = classesOf(benchmark);
      var packageFolder = benchmark.getPackageName().replace('.', '/');
      var generated = packageFolder + "/jmh_generated";
      for (var folder : new String[] {packageFolder, generated}) {
        try (var files = Files.list(tests.resolve(folder))) {
          for (var file : files.filter(f -> isOf(f, benchmark)).toList()) {
            add(out, folder + "/" + file.getFileName(), Files.readAllBytes(file));
          }
        }
      }
      var list =
          Files.readString(tests.resolve(LIST))
              .lines()
              .filter(line -> line.contains(" " + benchmark.getName() + " "))
              .collect(Collectors.joining("\n", "", "\n"));
      add(out, HINTS, Files.readAllBytes(tests.resolve(HINTS)));
      add(out, LIST, list.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  /// The same as a class path of several entries, as a project without a shaded jar has it.
  public static String classPath(Path jar) {
    return Stream.concat(Stream.of(jar), libraries())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// A jar that is none of JMH's.
  public static Path empty(Path jar) throws IOException {
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, "nothing.txt", new byte[0]);
    }
    return jar;
  }

  private static Stream<Path> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path ->
            path.getFileName().toString().matches("(jmh-core|jopt-simple|commons-math3)-.*"));
  }

  private static void copyLibrary(Path library, JarOutputStream out, Set<String> names)
      throws IOException {
    try (var jar = new JarFile(library.toFile())) {
      for (var entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        if (names.add(entry.getName())) {
          add(out, entry.getName(), jar.getInputStream(entry).readAllBytes());
        }
      }
      // JMH reads its own version from here.
      var version = jar.getEntry("jmh.properties");
      if (version != null) {
        add(out, version.getName(), jar.getInputStream(version).readAllBytes());
      }
    }
  }

  private static boolean isOf(Path file, Class<?> benchmark) {
    return file.getFileName().toString().startsWith(benchmark.getSimpleName());
  }

  private static Path classesOf(Class<?> benchmark) throws IOException {
    try {
      return Path.of(benchmark.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
