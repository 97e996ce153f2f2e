package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How far the axes of points and of lines go.
class AxisScriptTest {
  private static final Script AXES =
      new Script("numbers.js", "scales.js", "points-scale.js", "lines-scale.js");
  private static final String POINT = "{score: 10, span: {low: 1, high: 100}, dots: [9], text: ''}";
  private static final String LINE =
      "{points: [{x: 10, y: 10, low: -1, high: 100}, {x: 1000, y: 1, low: null, high: null}]}";

  @Test
  void aLinearAxisOfPointsBeginsAtZero() {
    assertThat(points("{log: true, reference: null, rows: [%s]}".formatted(POINT), "false"))
        .isEqualTo("{\"from\":0,\"to\":106,\"log\":false}");
  }

  @Test
  void aLogAxisOfPointsHoldsIntervalsAndLeavesRoomAside() {
    assertThat(points("{log: true, reference: null, rows: [%s]}".formatted(POINT), "null"))
        .isEqualTo("{\"from\":-0.12,\"to\":2.1272,\"log\":true}");
  }

  @Test
  void anIntervalThatReachesZeroIsCutOnALogAxis() {
    var row = "{score: 10, span: {low: -5, high: 100}, dots: [0], text: ''}";

    assertThat(points("{log: true, reference: null, rows: [%s]}".formatted(row), "null"))
        .isEqualTo("{\"from\":0.94,\"to\":2.0636,\"log\":true}");
  }

  @Test
  void aScoreOfZeroMakesTheAxisLinear() {
    var row = "{score: 0, span: null, dots: [], text: ''}";

    assertThat(points("{log: true, reference: null, rows: [%s]}".formatted(row), "true"))
        .startsWith("{\"from\":0,")
        .endsWith("\"log\":false}");
  }

  @Test
  void aNumberBesideItsPointHasRoom() {
    // Of 212 pixels the text and a gap of 12 leave 100, so the axis is 2.12 times as long.
    var row = "{score: 50, span: null, dots: [], text: '0123456789'}";

    assertThat(points("{log: false, reference: null, rows: [%s]}".formatted(row), "null"))
        .isEqualTo("{\"from\":0,\"to\":106,\"log\":false}");
  }

  @Test
  void theBandOfAReferenceIsAsFarBelowAsAbove() {
    assertThat(AXES.json("fanout.pointsScale.band({value: 1, margin: 0.25})"))
        .isEqualTo("[0.8,1.25]");
  }

  @Test
  void hiddenRowsAndLinesLeaveAnEmptyAxis() {
    assertThat(points("{log: true, reference: null, rows: []}", "null"))
        .isEqualTo("{\"from\":0,\"to\":1,\"log\":false}");
    assertThat(AXES.json("fanout.linesScale.of({log: true, ideals: []}, [], null)"))
        .isEqualTo("{\"x\":{\"from\":0,\"to\":1},\"y\":{\"from\":0,\"to\":1,\"log\":false}}");
  }

  @Test
  void percentilesStandAtTheLogarithmOfWhatLiesBeyond() {
    assertThat(AXES.json("[0, 90, 99].map(q => fanout.linesScale.xOf({percentiles: true}, q))"))
        .isEqualTo("[0,1,2]");
    assertThat(AXES.json("fanout.linesScale.xOf({percentiles: false}, 1000)")).isEqualTo("3");
  }

  @Test
  void axesOfLinesHoldAllPointsAndIntervalsThatALogAxisCanShow() {
    var panel = "{percentiles: false, log: true, ideals: []}";

    assertThat(AXES.json("fanout.linesScale.of(%s, [%s], null)".formatted(panel, LINE)))
        .isEqualTo(
            "{\"x\":{\"from\":0.9,\"to\":3.1},\"y\":{\"from\":-0.12,\"to\":2.12,\"log\":true}}");
    assertThat(AXES.json("fanout.linesScale.of(%s, [%s], false).y".formatted(panel, LINE)))
        .isEqualTo("{\"from\":0,\"to\":106,\"log\":false}");
  }

  /// 212 pixels wide, ten for each character.
  private static String points(String panel, String asked) {
    return AXES.json(
        """
        (function (panel, asked) {
          return fanout.pointsScale.of(panel, panel.rows, 212, asked,
              function (text) { return 10 * text.length; });
        })(%s, %s)\
        """
            .formatted(panel, asked));
  }
}
