package fanout.suite.result;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Lists of a file, which can hold null where their types do not.
final class Whole {
  private Whole() {}

  static <T> List<T> whole(List<T> values, String name) {
    requireNonNull(values, name + " is null");
    values.forEach(value -> requireNonNull(value, name + " holds null"));
    return List.copyOf(values);
  }
}
