package fanout.gate.result;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds records that were read from a file to what their types say: only what is marked as
/// nullable may be null.
final class CompleteRecord {
  private CompleteRecord() {}

  /// Looks into records within records, lists and maps.
  ///
  /// @throws IllegalArgumentException with a sentence that names what is missing
  static void require(Record root) {
    requireComponents(root, "");
  }

  private static void requireComponents(Record whole, String path) {
    for (var component : whole.getClass().getRecordComponents()) {
      var value = value(whole, component);
      if (component.isAnnotationPresent(Inlined.class) && value instanceof Record inlined) {
        requireComponents(inlined, path);
        continue;
      }
      var name = path + FlatFields.name(component);
      if (value != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        requireValue(value, name);
      }
    }
  }

  private static void requireValue(@Nullable Object value, String name) {
    switch (value) {
      case null -> throw new IllegalArgumentException(name + " is missing");
      case Record nested -> requireComponents(nested, name + ".");
      case Collection<?> list -> {
        int index = 0;
        for (var element : list) {
          requireValue(element, name + "[" + index++ + "]");
        }
      }
      case Map<?, ?> map -> map.forEach((key, element) -> requireValue(element, name + "." + key));
      default -> {}
    }
  }

  private static @Nullable Object value(Record whole, RecordComponent component) {
    try {
      return component.getAccessor().invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
