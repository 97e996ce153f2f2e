package fanout.suite.report;

import fanout.chart.Numbers;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.Delay;
import fanout.vocabulary.Name;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a reader chooses a value of, or what panels stand for.
enum Dimension {
  DELAY("Delay"),
  BODIES("Bodies"),
  CALLERS("Callers"),
  ENDPOINTS("Fan-out");

  private final String label;

  Dimension(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// The value as it is printed.
  String text(Scenario scenario) {
    return switch (this) {
      case DELAY -> scenario.delay() == null ? "" : DisplayNames.delay(scenario.delay());
      case BODIES -> scenario.bodies() == null ? "" : DisplayNames.bodies(scenario.bodies());
      case CALLERS -> scenario.callers() == null ? "" : DisplayNames.callers(scenario.callers());
      case ENDPOINTS ->
          scenario.endpoints() == null
              ? ""
              : Numbers.text(scenario.endpoints().longValue()) + " endpoints";
    };
  }

  private Comparator<Scenario> order() {
    return switch (this) {
      case DELAY -> usualFirst(Scenario::delay, Delay.NONE);
      case BODIES -> usualFirst(Scenario::bodies, Bodies.SIX);
      case CALLERS -> Comparator.comparingInt(s -> s.callers() == null ? 0 : s.callers());
      case ENDPOINTS -> Comparator.comparingInt(s -> s.endpoints() == null ? 0 : s.endpoints());
    };
  }

  private static Comparator<Scenario> usualFirst(
      Function<Scenario, @Nullable Name> field, Name usual) {
    return Comparator.<Scenario, Boolean>comparing(s -> !usual.equals(field.apply(s)))
        .thenComparing(s -> String.valueOf(Name.textOf(field.apply(s))));
  }

  /// Splits items by the values of some parameters, in the order of the values.
  static <T> List<List<T>> split(
      List<T> items, Function<T, Scenario> scenario, List<Dimension> parameters) {
    var order =
        parameters.stream().map(Dimension::order).reduce((_, _) -> 0, Comparator::thenComparing);
    var groups = new TreeMap<Scenario, List<T>>(order);
    for (var item : items) {
      groups.computeIfAbsent(scenario.apply(item), _ -> new ArrayList<>()).add(item);
    }
    return List.copyOf(groups.values());
  }

  /// What holds for all of `scenarios`, in words; empty where nothing does. Such as `20 ms delay,
  /// the six endpoints, one caller`: the bodies tell how many endpoints there are.
  static String conditions(List<Scenario> scenarios) {
    return Stream.of(DELAY, BODIES, CALLERS)
        .map(parameter -> scenarios.stream().map(parameter::text).distinct().toList())
        .filter(values -> values.size() == 1)
        .map(values -> values.getFirst())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /// What distinguishes `one` among `all`: the value of each parameter that has several there.
  static SequencedMap<String, String> choices(
      Scenario one, List<Scenario> all, List<Dimension> parameters) {
    var choices = new LinkedHashMap<String, String>();
    for (var parameter : parameters) {
      if (all.stream().map(parameter::text).distinct().count() > 1) {
        choices.put(parameter.label(), parameter.text(one));
      }
    }
    return choices;
  }
}
