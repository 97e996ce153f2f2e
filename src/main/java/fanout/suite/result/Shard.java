package fanout.suite.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Which part of a run one of several machines measures.
///
/// @param number which one, from 1
/// @param of how many there are
public record Shard(int number, int of) {
  /// All of it on one machine.
  public static final Shard WHOLE = new Shard(1, 1);

  /// More machines than a suite has comparisons.
  private static final int MOST = 99;

  private static final Pattern TYPED = Pattern.compile("(\\d{1,3})/(\\d{1,3})");

  /// Checks the numbers.
  ///
  /// @throws IllegalArgumentException if there is no such part
  public Shard {
    if (number < 1 || number > of || of > MOST) {
      throw new IllegalArgumentException(
          "A shard is 1/1 to %1$d/%1$d, such as 2/4 for the second of four, got: %2$d/%3$d"
              .formatted(MOST, number, of));
    }
  }

  /// Reads `2/4`.
  ///
  /// @throws IllegalArgumentException if it cannot be understood
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Shard parse(String text) {
    var typed = TYPED.matcher(text.strip());
    if (!typed.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no shard; write 2/4 for the second of four");
    }
    return new Shard(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2)));
  }

  public boolean isWhole() {
    return of == 1;
  }

  @JsonValue
  @Override
  public String toString() {
    return number + "/" + of;
  }
}
