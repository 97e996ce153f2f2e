package fanout.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Files that a page carries inside it, packed.
///
/// @param leftOut names of those that had no room
public record Downloads(List<File> files, List<String> leftOut) {
  public static final Downloads NONE = new Downloads(List.of(), List.of());

  /// One packed file.
  ///
  /// @param base64 the gzipped content
  /// @param size of the content, for people
  public record File(String name, String base64, String size) {}

  /// Packs `names` of `folder`, the smallest first, as far as there is room.
  ///
  /// @param room bytes that all of them may have in the page
  public static Downloads of(Path folder, List<String> names, long room) throws IOException {
    var packed = new ArrayList<File>();
    for (var name : names) {
      packed.add(pack(folder, name));
    }
    packed.sort(Comparator.comparingInt(file -> file.base64().length()));
    var files = new ArrayList<File>();
    var leftOut = new ArrayList<String>();
    long left = room;
    for (var file : packed) {
      if (file.base64().length() <= left) {
        left -= file.base64().length();
        files.add(file);
      } else {
        leftOut.add(file.name());
      }
    }
    return new Downloads(files, leftOut);
  }

  private static File pack(Path folder, String name) throws IOException {
    var content = Files.readAllBytes(folder.resolve(name));
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new SmallestGzip(bytes)) {
      gzip.write(content);
    }
    var size = Numbers.text((content.length + 999L) / 1000) + " kB";
    return new File(name, Base64.getEncoder().encodeToString(bytes.toByteArray()), size);
  }

  private static final class SmallestGzip extends GZIPOutputStream {
    SmallestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
