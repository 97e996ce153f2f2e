package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViewsScriptTest {
  private static final Script VIEWS = new Script("numbers.js", "page/views.js");
  private static final String THREE =
      """
      [{choices: {Delay: 'none', Callers: '1'}}, {choices: {Delay: '20 ms', Callers: '1'}},
       {choices: {Delay: '20 ms', Callers: '8'}}]\
      """;

  @Test
  void offersEachValueOnce() {
    assertThat(views("values(%s, 'Delay')".formatted(THREE))).isEqualTo("[\"none\",\"20 ms\"]");
  }

  @Test
  void nearestKeepsTheOtherChoicesWhereThatWasMeasured() {
    assertThat(views("nearest(%s, 0, 'Delay', '20 ms')".formatted(THREE))).isEqualTo("1");
    assertThat(views("nearest(%s, 2, 'Delay', '20 ms')".formatted(THREE))).isEqualTo("2");
    // Eight callers without delay were not measured.
    assertThat(views("nearest(%s, 2, 'Delay', 'none')".formatted(THREE))).isEqualTo("0");
    assertThat(views("nearest(%s, 1, 'Delay', 'never')".formatted(THREE))).isEqualTo("1");
  }

  @Test
  void zoomStaysInsideTheAxis() {
    assertThat(views("zoomed(0, 100, 'in')")).isEqualTo("{\"start\":18.75,\"end\":81.25}");
    assertThat(views("zoomed(0, 50, 'out')")).isEqualTo("{\"start\":0,\"end\":80}");
    assertThat(views("zoomed(60, 100, 'out')")).isEqualTo("{\"start\":36,\"end\":100}");
    assertThat(views("zoomed(40, 60, 'reset')")).isEqualTo("{\"start\":0,\"end\":100}");
  }

  @Test
  void listsEveryNameOnceAndNoneOfAnIdeal() {
    assertThat(
            views(
                """
                names([{views: [{panels: [{rows: [{name: 'A'}, {name: 'B'}]}]}]},
                    {views: [{panels: [{lines: [{name: null}, {name: 'C'}]}, {groups: [{name: 'A'}]}]}]}])\
                """))
        .isEqualTo("[\"A\",\"B\",\"C\"]");
  }

  @Test
  void speaksWhatIsDrawn() {
    assertThat(
            views(
                """
                spoken('Time', {conditions: 'one caller', instead: null, panels: [
                    {title: 'none', rows: [{label: 'A', text: '4.53'}, {label: 'B', text: '5'}]},
                    {title: 'p', lines: [{label: 'C', points: [{y: 1.2345}, {y: 2000}]},
                        {label: 'D', points: []}]}]})\
                """))
        .isEqualTo("\"Time. one caller. none: A 4.53, B 5. p: C from 1.23 to 2,000\"");
    assertThat(views("spoken('Time', {conditions: '', instead: 'Too few samples.', panels: []})"))
        .isEqualTo("\"Time. Too few samples.\"");
  }

  private static String views(String call) {
    return VIEWS.json("fanout.views." + call);
  }
}
