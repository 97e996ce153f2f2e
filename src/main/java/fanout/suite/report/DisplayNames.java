package fanout.suite.report;

import fanout.chart.PrintableText;
import fanout.vocabulary.Bodies;
import fanout.vocabulary.BodiesName;
import fanout.vocabulary.Content;
import fanout.vocabulary.Delay;
import fanout.vocabulary.DelayName;
import fanout.vocabulary.Unit;
import fanout.vocabulary.UnitName;
import fanout.vocabulary.Unknown;

/// What the names in the files are called in a chart. A name that is not known stays as it is.
final class DisplayNames {
  private DisplayNames() {}

  static String delay(DelayName name) {
    return switch (name) {
      case Unknown unknown -> PrintableText.name(unknown.text());
      case Delay delay when delay == Delay.NONE -> "no delay";
      case Delay delay ->
          switch (delay.spread()) {
            case FIXED -> delay.meanMillis() + " ms delay";
            case LOGNORMAL -> "log-normal delay, about " + delay.meanMillis() + " ms";
          };
    };
  }

  static String bodies(BodiesName name) {
    return switch (name) {
      case Bodies bodies ->
          switch (bodies) {
            case SIX -> "the six endpoints";
            case EQUAL -> "six times posts";
          };
      case Content content -> content.text() + " only";
      case Unknown unknown -> PrintableText.name(unknown.text()) + " only";
    };
  }

  static String callers(int callers) {
    return callers == 1 ? "one caller" : callers + " callers";
  }

  /// The unit that a chart draws in: bytes are drawn as megabytes.
  static String unit(UnitName name) {
    return switch (name) {
      case Unknown unknown -> PrintableText.name(unknown.text());
      case Unit unit ->
          switch (unit) {
            case MS_PER_BATCH -> "ms per batch";
            case US_PER_DECODE -> "us per decode";
            case US_PER_TASK -> "us per task";
            case BATCHES_PER_SECOND -> "batches per second";
            case DECODES_PER_SECOND -> "decodes per second";
            case TASKS_PER_SECOND -> "tasks per second";
            case BYTES_PER_BATCH -> "MB per batch";
            case BYTES_PER_DECODE -> "MB per decode";
            case BYTES_PER_TASK -> "MB per task";
            case THREADS -> "threads";
            case CONNECTIONS -> "connections";
          };
    };
  }

  /// The milliseconds that every response waits; 0 where that is not fixed, or not known.
  static int fixedDelayMillis(DelayName name) {
    return switch (name) {
      case Unknown _ -> 0;
      case Delay delay -> delay.isFixedWait() ? delay.meanMillis() : 0;
    };
  }
}
