package fanout.gate.arm;

import org.jspecify.annotations.Nullable;

/// An arm that cannot be had. The message is one sentence that says what was given and what is
/// allowed.
public final class ArmException extends Exception {
  private static final long serialVersionUID = 1;

  /// Whose fault it is.
  public enum Fault {
    /// What was asked for does not exist, or is no arm.
    USAGE,
    /// What was asked for exists, but cannot be built.
    BUILD,
    /// Nobody's: the gate was stopped.
    STOPPED
  }

  private final Fault fault;

  private ArmException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public static ArmException usage(String sentence) {
    return new ArmException(Fault.USAGE, sentence, null);
  }

  public static ArmException build(String sentence, @Nullable Throwable cause) {
    return new ArmException(Fault.BUILD, sentence, cause);
  }

  /// The gate was stopped while something of an arm ran.
  static ArmException stopped(String what) {
    return new ArmException(Fault.STOPPED, "The gate was stopped while \"" + what + "\" ran", null);
  }

  public Fault fault() {
    return fault;
  }
}
