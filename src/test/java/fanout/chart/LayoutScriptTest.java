package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// With a measure by which every character is ten pixels wide.
class LayoutScriptTest {
  private static final Script LAYOUT = new Script("layout.js");

  @Test
  void wrapsAtSpacesAndShortensWhatNoLineHolds() {
    assertThat(layout("wrap(tens, 'one two three', 70, 12)")).isEqualTo("[\"one two\",\"three\"]");
    assertThat(layout("wrap(tens, 'a endpoints b', 40, 12)")).isEqualTo("[\"a\",\"end…\",\"b\"]");
    assertThat(layout("wrap(tens, '', 40, 12)")).isEqualTo("[]");
  }

  @Test
  void shortensWithAnEllipsisThatHasRoomItself() {
    assertThat(layout("shorten(tens, 'abcd', 40, 12)")).isEqualTo("\"abcd\"");
    assertThat(layout("shorten(tens, 'abcde', 40, 12)")).isEqualTo("\"abc…\"");
    assertThat(layout("shorten(tens, 'abc', 5, 12)")).isEqualTo("\"a…\"");
  }

  @Test
  void abridgesANameInItsMiddle() {
    assertThat(layout("abridge(tens, 'Checksum.crc', 120, 12)")).isEqualTo("\"Checksum.crc\"");
    assertThat(layout("abridge(tens, 'Checksum.crc', 90, 12)")).isEqualTo("\"Chec….crc\"");
    assertThat(layout("abridge(tens, 'Checksum.crc', 40, 12)")).isEqualTo("\"C…rc\"");
    assertThat(layout("abridge(tens, 'Checksum.crc', 5, 12)")).isEqualTo("\"…\"");
  }

  @Test
  void leavesOutTheLabelThatTouchesTheOneBefore() {
    // Each is 20 wide: from 0 to 20, from 25 to 45, and from 26 to 46.
    var labels = "[{at: 10, label: 'ab'}, {at: 35, label: 'cd'}, {at: 36, label: 'ef'}]";

    assertThat(layout("uncrowded(tens, " + labels + ", 11, 5).map(l => l.label)"))
        .isEqualTo("[\"ab\",\"cd\"]");
    assertThat(layout("uncrowded(tens, " + labels + ", 11, 6).map(l => l.label)"))
        .isEqualTo("[\"ab\",\"ef\"]");
  }

  @Test
  void spreadsLabelsDownAndThenUpFromTheEdge() {
    assertThat(spread("[{y: 50}, {y: 10}]")).isEqualTo("[10,50]");
    assertThat(spread("[{y: 20}, {y: 22}, {y: 24}]")).isEqualTo("[20,30,40]");
    assertThat(spread("[{y: 95}, {y: 97}]")).isEqualTo("[90,100]");
    assertThat(spread("[{y: -5}]")).isEqualTo("[0]");
    assertThat(spread("[]")).isEqualTo("[]");
  }

  @Test
  void labelsOfOneHeightKeepTheirOrder() {
    assertThat(layout("spread([{y: 5, order: 2}, {y: 5, order: 1}], 0, 100, 10).map(l => l.order)"))
        .isEqualTo("[1,2]");
  }

  @Test
  void aLineIsLastSeenAtItsEndOrWhereItLeavesTheWindow() {
    assertThat(layout("exit([[0, 0], [40, 8]], 0, 100)")).isEqualTo("[40,8]");
    assertThat(layout("exit([[0, 0], [200, 8]], 0, 100)")).isEqualTo("[100,4]");
    assertThat(layout("exit([[-50, 0], [-20, 8]], 0, 100)")).isEqualTo("null");
    assertThat(layout("exit([[120, 0], [200, 8]], 0, 100)")).isEqualTo("null");
  }

  @Test
  void estimatesWiderCapitalsWiderBoldAndFullWidthCharacters() {
    assertThat(layout("estimate('ab', 10, 400)")).isEqualTo("12.4");
    assertThat(layout("['iW', 'A', '電'].map(t => estimate(t, 100, 400))"))
        .isEqualTo("[132,73,105]");
    assertThat(layout("estimate('ab', 10, 600) > estimate('ab', 10, 400)")).isEqualTo("true");
  }

  @Test
  void theWidestOfNothingIsZero() {
    assertThat(layout("widest(tens, ['a', 'abc'], 12)")).isEqualTo("30");
    assertThat(layout("widest(tens, [], 12)")).isEqualTo("0");
  }

  private static String spread(String labels) {
    return layout("spread(" + labels + ", 0, 100, 10).map(l => l.at)");
  }

  private static String layout(String expression) {
    return LAYOUT.json(
        "(function (tens) { with (fanout.layout) { return %s; } })(t => 10 * t.length)"
            .formatted(expression));
  }
}
