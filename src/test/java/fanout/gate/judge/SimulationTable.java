package fanout.gate.judge;

import fanout.gate.result.InterimLooks;
import fanout.os.Sha256;
import fanout.stats.Proportion;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// The part of `benchmarks-results/gate-evidence.md` that the simulation makes.
///
/// @param sets of each model: without an effect, with 10 %, with 20 %
record SimulationTable(Simulation simulation, List<List<Scores>> sets) {
  static final String BEGIN = "<!-- simulation:begin -->";
  static final String END = "<!-- simulation:end -->";

  /// `text` with the part between the markers exchanged.
  String into(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    return text.substring(0, begin + BEGIN.length()) + "\n" + markdown() + text.substring(end);
  }

  /// Names the models that a table was made of.
  static String fingerprint() {
    return new Sha256().add(Simulation.text()).hex().substring(0, 16);
  }

  private String markdown() {
    var text = new StringBuilder();
    var first = sets.getFirst().getFirst();
    text.append(
        String.format(
            Locale.ROOT,
            "Models and seed: `simulation.json` (SHA-256 `%s…`). %,d runs of our rule and %,d of"
                + " the others for each model and effect; %d rows each, one of which is slower."
                + " Every rule gets %d forks of %d iterations of each arm of a row; ours stops"
                + " earlier where it can.\n\n",
            fingerprint(),
            first.ours().size(),
            first.falseAlarms(OtherRule.BENCHSTAT).trials(),
            simulation.rows(),
            simulation.pairs(),
            simulation.iterations()));
    sets.forEach(set -> text.append(model(set)));
    return text.append(own()).toString();
  }

  private String model(List<Scores> set) {
    var noise = set.getFirst().noise();
    var text = new StringBuilder("**" + noise.name() + "**: " + noise.words() + ".\n\n");
    text.append(
        "| rule | same code: runs with a false \"regressed\" | +10 % found | +20 % found |\n");
    text.append("| --- | ---: | ---: | ---: |\n");
    text.append(row("this gate", set, Scores::falseAlarms, Scores::found));
    for (var rule : OtherRule.values()) {
      text.append(row(rule.words(), set, s -> s.falseAlarms(rule), s -> s.found(rule)));
    }
    return text.append('\n').toString();
  }

  private static String row(
      String name,
      List<Scores> set,
      Function<Scores, Proportion> falseAlarms,
      Function<Scores, Proportion> found) {
    var alarms = falseAlarms.apply(set.get(0));
    return "| %s | %s (at most %s) | %s | %s |\n"
        .formatted(
            name,
            percent(alarms.value(), 1),
            percent(alarms.atMost(), 2),
            percent(found.apply(set.get(1)).value(), 1),
            percent(found.apply(set.get(2)).value(), 1));
  }

  /// What only ours prints.
  private String own() {
    var text =
        new StringBuilder(
            """
            "At most" is the upper end of the one-sided 95 %% interval. Criterion's bootstrap is Welch's t here.

            What else this gate promises. Coverage: of the 95 %% t interval at a fixed number of pairs (%s), over all rows,
            and of the printed %s interval of the slower row when it stopped. Invalid: honest runs in which a control moved.

            | model | effect | pairs of the slower row | coverage at fixed pairs | coverage when it stopped | invalid | exit code not 0 |
            | --- | --- | ---: | --- | ---: | ---: | ---: |
            """
                .formatted(
                    String.join(
                        ", ",
                        InterimLooks.of(simulation.pairs()).stream().map(String::valueOf).toList()),
                    percent(JudgedQuantity.CONFIDENCE, 0)));
    for (var set : sets) {
      for (var scores : set) {
        text.append(own(scores));
      }
    }
    return text.toString();
  }

  private String own(Scores scores) {
    var fixed = new StringBuilder();
    for (int look = 0; look < InterimLooks.of(simulation.pairs()).size(); look++) {
      fixed.append(look == 0 ? "" : ", ");
      fixed.append(percent(scores.coveredAt(look, simulation.rows()).value(), 1));
    }
    return "| %s | %s | %.1f | %s | %s | %s | %s |\n"
        .formatted(
            scores.noise().name(),
            scores.slowdown() == 0 ? "none" : "+" + percent(scores.slowdown(), 0),
            scores.pairs(),
            fixed,
            percent(scores.covered().value(), 1),
            percent(scores.invalid().value(), 2),
            percent(scores.alarms().value(), 1));
  }

  private static String percent(double share, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f %%", 100 * share);
  }
}
