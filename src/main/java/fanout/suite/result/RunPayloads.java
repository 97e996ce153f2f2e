package fanout.suite.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which bodies a run fetched.
///
/// @param text where they come from, `generated` or `user`, and a digest of the files; or whose
///   they are
public record RunPayloads(@JsonValue String text) {
  /// Nothing is known of the files of a stub that somebody else runs.
  public static final RunPayloads OF_ANOTHER_STUB = new RunPayloads("those of the user's stub");

  private static final String GENERATED = "generated";

  /// Reads what a fingerprint holds.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public RunPayloads {}

  /// Bodies of a known source.
  ///
  /// @param source `generated` or `user`
  public static RunPayloads of(String source, String digest) {
    return new RunPayloads(source + " " + digest);
  }

  /// Whether they are the stub's own, whose sizes are known.
  public boolean areGenerated() {
    int space = text.indexOf(' ');
    return GENERATED.equals(space < 0 ? text : text.substring(0, space));
  }
}
