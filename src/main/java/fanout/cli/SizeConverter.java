package fanout.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a number of bytes as people write it: `500`, `64kB`, `64MB` or `1GB`, in powers of 1000.
public final class SizeConverter implements ITypeConverter<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10}) ?([kmg]?b?)");

  private static final long LARGEST = 1_000_000_000;

  @Override
  public Integer convert(String text) {
    var size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (size.matches()) {
      long bytes = Long.parseLong(size.group(1)) * factor(size.group(2));
      if (bytes > 0 && bytes <= LARGEST) {
        return (int) bytes;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is not a size; write a number and kB, MB or GB, such as 64MB, up to 1GB");
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "k", "kb" -> 1_000;
      case "m", "mb" -> 1_000_000;
      case "g", "gb" -> 1_000_000_000;
      default -> 1;
    };
  }
}
