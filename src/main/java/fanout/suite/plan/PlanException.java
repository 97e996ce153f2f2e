package fanout.suite.plan;

/// A plan that cannot be made of what was given. The message is one sentence for people.
public final class PlanException extends Exception {
  private static final long serialVersionUID = 1;

  PlanException(String message) {
    super(message);
  }
}
