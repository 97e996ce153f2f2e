package fanout.gate.arm;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What holds in both arms instead of what benchmarks are annotated with; null where nothing was
/// asked for.
///
/// @param threadGroups `-tg`: threads of each group of an asymmetric benchmark, with commas
/// @param operations `-opi`: operations per invocation
/// @param batch `-bs`: calls per measured single shot
/// @param collect `-gc`: whether garbage is collected between iterations
public record JmhOverrides(
    @Nullable String threadGroups,
    @Nullable Integer operations,
    @Nullable Integer batch,
    @Nullable Boolean collect) {
  public static final JmhOverrides NONE = new JmhOverrides(null, null, null, null);

  /// @throws IllegalArgumentException with one sentence, if JMH would not take a value
  public JmhOverrides {
    if (threadGroups != null && !threadGroups.matches("[1-9][0-9]{0,5}(,[1-9][0-9]{0,5})*")) {
      throw new IllegalArgumentException(
          "-tg must be numbers of threads from 1, such as 3,1, got: " + threadGroups);
    }
    JmhOptions.requireCount("-opi", operations, 1);
    JmhOptions.requireCount("-bs", batch, 1);
  }

  /// As typed.
  List<String> typed() {
    var typed = new ArrayList<String>();
    JmhOptions.add(typed, "-tg", threadGroups);
    JmhOptions.add(typed, "-opi", operations);
    JmhOptions.add(typed, "-bs", batch);
    JmhOptions.add(typed, "-gc", collect);
    return List.copyOf(typed);
  }
}
