package fanout.suite.plan;

import fanout.vocabulary.Benchmark;
import fanout.vocabulary.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Which part of a preset is wanted.
///
/// @param include which benchmarks, found anywhere in `SixEndpointsBenchmark.fetchAll`
/// @param values wanted values by parameter; a parameter that is missing is not narrowed
public record PlanFilter(Pattern include, Map<Parameter, List<String>> values) {

  /// Everything.
  public static PlanFilter none() {
    return new PlanFilter(Pattern.compile(""), Map.of());
  }

  /// Reads what was typed: a regular expression, and `name=value,…`, where a part without a name is
  /// one more value of the name before it: `strategy=ASYNC,SEQUENTIAL,delay=NONE`. Null or empty
  /// means everything.
  ///
  /// @throws PlanException if it cannot be understood
  public static PlanFilter parse(@Nullable String include, @Nullable String parameters)
      throws PlanException {
    return new PlanFilter(pattern(include), values(parameters));
  }

  boolean includes(Benchmark benchmark) {
    return include.matcher(benchmark.text()).find();
  }

  /// Whether a scenario's value is wanted; a size that it does not have yet is.
  boolean allows(Parameter parameter, Scenario scenario) {
    var wanted = values.get(parameter);
    var value = parameter.text(scenario);
    return wanted == null || value == null || wanted.contains(value);
  }

  private static Pattern pattern(@Nullable String include) throws PlanException {
    try {
      return Pattern.compile(include == null ? "" : include);
    } catch (PatternSyntaxException e) {
      throw new PlanException("'" + include + "' is no regular expression: " + e.getDescription());
    }
  }

  private static Map<Parameter, List<String>> values(@Nullable String text) throws PlanException {
    var values = new EnumMap<Parameter, List<String>>(Parameter.class);
    if (text == null || text.isBlank()) {
      return values;
    }
    @Nullable Parameter parameter = null;
    for (var part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        parameter = Parameter.of(part.substring(0, equals).strip());
      }
      var value = part.substring(equals + 1).strip();
      if (parameter == null || value.isEmpty()) {
        throw new PlanException(
            "'" + text + "' is not name=value,… such as strategy=ASYNC,SEQUENTIAL,delay=NONE");
      }
      values.computeIfAbsent(parameter, _ -> new ArrayList<>()).add(checked(parameter, value));
    }
    return values;
  }

  private static String checked(Parameter parameter, String value) throws PlanException {
    if (parameter.isPool() && !isFromOneTo(parameter.most(), value)) {
      throw new PlanException(
          parameter.typedName()
              + " must be a number from 1 to "
              + parameter.most()
              + ", got: "
              + value);
    }
    return parameter.canonical(value);
  }

  private static boolean isFromOneTo(int most, String value) {
    return value.matches("[1-9][0-9]{0,4}") && Integer.parseInt(value) <= most;
  }
}
