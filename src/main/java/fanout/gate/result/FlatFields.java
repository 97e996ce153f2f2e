package fanout.gate.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Turns the fields of `gate.json` into those of the records, and back: they differ where a record
/// is [Inlined].
final class FlatFields {
  private static final Set<String> INLINED =
      Stream.of(GateRun.class, GateSettings.class)
          .flatMap(type -> Stream.of(type.getRecordComponents()))
          .filter(component -> component.isAnnotationPresent(Inlined.class))
          .map(RecordComponent::getName)
          .collect(Collectors.toUnmodifiableSet());

  private FlatFields() {}

  /// Whether a record of this name has its fields beside its siblings in the file.
  static boolean isInlined(String name) {
    return INLINED.contains(name);
  }

  /// Moves fields into the inlined records that they belong to. What no record knows stays where it
  /// is.
  static void nest(ObjectNode fields, Class<?> type) {
    for (var component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(Inlined.class)) {
        requireUnused(fields, component.getName());
        fields.set(component.getName(), taken(fields, component.getType()));
      }
      if (fields.get(component.getName()) instanceof ObjectNode nested
          && component.getType().isRecord()) {
        nest(nested, component.getType());
      }
    }
  }

  /// The name is ours, and no field of the file.
  private static void requireUnused(ObjectNode fields, String name) {
    if (fields.has(name)) {
      throw new IllegalArgumentException("the field " + name + " is unknown");
    }
  }

  private static ObjectNode taken(ObjectNode fields, Class<?> type) {
    var nested = JsonNodeFactory.instance.objectNode();
    for (var component : type.getRecordComponents()) {
      var value = fields.remove(name(component));
      if (value != null) {
        nested.set(name(component), value);
      } else if (component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
        nested.putNull(name(component)); // which is not written
      }
    }
    return nested;
  }

  /// The fields in the order of the components, inlined ones among them.
  static ObjectNode flatten(ObjectNode fields, Class<?> type) {
    var flat = JsonNodeFactory.instance.objectNode();
    for (var component : type.getRecordComponents()) {
      var value = fields.get(name(component));
      if (value != null) {
        add(flat, component, value);
      }
    }
    return flat;
  }

  private static void add(ObjectNode flat, RecordComponent component, JsonNode value) {
    if (!component.getType().isRecord() || !(value instanceof ObjectNode nested)) {
      flat.set(name(component), value);
    } else if (component.isAnnotationPresent(Inlined.class)) {
      flat.setAll(flatten(nested, component.getType()));
    } else {
      flat.set(name(component), flatten(nested, component.getType()));
    }
  }

  /// What the component is called in the file.
  static String name(RecordComponent component) {
    var named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }
}
