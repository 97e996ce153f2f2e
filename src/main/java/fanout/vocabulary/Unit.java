package fanout.vocabulary;

/// The units of all metrics of all operations.
public enum Unit implements UnitName {
  MS_PER_BATCH("ms/batch"),
  US_PER_DECODE("us/decode"),
  US_PER_TASK("us/task"),
  BATCHES_PER_SECOND("batches/s"),
  DECODES_PER_SECOND("decodes/s"),
  TASKS_PER_SECOND("tasks/s"),
  BYTES_PER_BATCH("bytes/batch"),
  BYTES_PER_DECODE("bytes/decode"),
  BYTES_PER_TASK("bytes/task"),
  THREADS("threads"),
  CONNECTIONS("connections");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
