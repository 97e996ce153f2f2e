package fanout.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a share as people write it: `3%`, `2.5 %` or `0.03`.
public final class ShareConverter implements ITypeConverter<Double> {
  private static final double PERCENT = 100;

  @Override
  public Double convert(String text) {
    var stripped = text.strip();
    try {
      double share =
          stripped.endsWith("%")
              ? Double.parseDouble(stripped.substring(0, stripped.length() - 1)) / PERCENT
              : Double.parseDouble(stripped);
      if (share >= 0 && Double.isFinite(share)) {
        return share;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new TypeConversionException("'" + text + "' is not a share; write 3% or 0.03");
  }
}
