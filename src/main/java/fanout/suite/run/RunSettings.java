package fanout.suite.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run is to do beside its plan.
///
/// @param seed of the order and of the delays
/// @param payloads folder of the user's own bodies; null for generated ones
/// @param stubUrl a stub that somebody else runs, such as `http://127.0.0.1:8080`; null for an own
///   one
/// @param options as they were typed, and the seed: what resumes the run
public record RunSettings(
    long seed, @Nullable Path payloads, @Nullable String stubUrl, List<String> options) {
  public RunSettings {
    options = List.copyOf(options);
  }
}
