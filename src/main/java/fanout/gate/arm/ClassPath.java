package fanout.gate.arm;

import static java.nio.charset.StandardCharsets.UTF_8;

import fanout.os.Sha256;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Jars and class folders, in the order in which a JVM searches them.
///
/// @param entries absolute paths, at least one
public record ClassPath(List<Path> entries) {
  /// Reads `a.jar`, `a.jar:b.jar` (with this system's separator) or `lib/*`, which stands for all
  /// jars in a folder as on java's command line.
  ///
  /// @throws ArmException if an entry is missing, or is neither a jar nor a folder
  public static ClassPath parse(String text) throws ArmException {
    var entries = new ArrayList<Path>();
    for (var part : text.split(File.pathSeparator, -1)) {
      if (part.endsWith(File.separator + "*")) {
        entries.addAll(jarsIn(Path.of(part.substring(0, part.length() - 2))));
      } else if (!part.isEmpty()) {
        entries.add(checked(Path.of(part)));
      }
    }
    if (entries.isEmpty()) {
      throw ArmException.usage("There is no jar in the class path '" + text + "'");
    }
    return new ClassPath(entries.stream().map(Path::toAbsolutePath).map(Path::normalize).toList());
  }

  /// Whether `text` is written as more than one path.
  static boolean isSeveral(String text) {
    return text.contains(File.pathSeparator) || text.endsWith(File.separator + "*");
  }

  /// The first entry's name and the number of the others: what people can read.
  String brief() {
    var first = String.valueOf(entries.getFirst().getFileName());
    return entries.size() == 1 ? first : first + " and " + (entries.size() - 1) + " more";
  }

  /// The same with a copy of each jar in a folder of its own below `folder`; folders of classes
  /// stay where they are.
  public ClassPath copiedInto(Path folder) throws IOException {
    var copies = new ArrayList<Path>();
    for (var entry : entries) {
      if (Files.isDirectory(entry)) {
        copies.add(entry);
        continue;
      }
      var own = Files.createDirectories(folder.resolve(String.valueOf(copies.size())));
      copies.add(
          Files.copy(entry, own.resolve(entry.getFileName()), StandardCopyOption.REPLACE_EXISTING));
    }
    return new ClassPath(List.copyOf(copies));
  }

  /// As java's `-cp` takes it.
  public String text() {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  /// Hexadecimal digits of the SHA-256 of all files in their order: equal where the bytes are.
  public String digest() throws IOException {
    var digest = new Sha256();
    for (var entry : entries) {
      digest.addAll(entry);
    }
    return digest.hex();
  }

  /// The texts of that name in all jars and folders that have one, in their order.
  List<String> texts(String name) throws IOException {
    var texts = new ArrayList<String>();
    for (var entry : entries) {
      var file = entry.resolve(name);
      if (Files.isRegularFile(file)) {
        texts.add(Files.readString(file));
      } else if (Files.isRegularFile(entry)) {
        try (var zip = new ZipFile(entry.toFile())) {
          var inside = zip.getEntry(name);
          if (inside != null) {
            texts.add(new String(zip.getInputStream(inside).readAllBytes(), UTF_8));
          }
        }
      }
    }
    return List.copyOf(texts);
  }

  private static Path checked(Path entry) throws ArmException {
    if (Files.isDirectory(entry)) {
      return entry;
    }
    if (!Files.exists(entry)) {
      throw ArmException.usage("There is no file " + entry);
    }
    try (var zip = new ZipFile(entry.toFile())) {
      if (zip.size() == 0) {
        throw ArmException.usage(entry + " is an empty jar");
      }
      return entry;
    } catch (ZipException e) {
      throw ArmException.usage(entry + " is no jar: an arm is a JMH jar, a git ref or '.'");
    } catch (IOException e) {
      throw ArmException.usage(entry + " cannot be read: " + e.getMessage());
    }
  }

  private static List<Path> jarsIn(Path folder) throws ArmException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw ArmException.usage("There is no folder of jars " + folder);
    }
  }
}
