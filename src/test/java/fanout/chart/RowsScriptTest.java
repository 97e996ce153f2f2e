package fanout.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowsScriptTest {
  private static final Script ROWS = new Script("numbers.js", "page/rows.js");
  private static final String THREE = "[['ASYNC', 12.5], ['SEQUENTIAL', null], ['ASYNC', 3]]";

  @Test
  void keepsRowsThatHaveEveryWord() {
    assertThat(rows("matching(%s, 'async 3')".formatted(THREE))).isEqualTo("[[\"ASYNC\",3]]");
    assertThat(rows("matching(%s, '').length".formatted(THREE))).isEqualTo("3");
    assertThat(rows("matching(%s, ' seq ').length".formatted(THREE))).isEqualTo("1");
  }

  @Test
  void sortsNumbersAsNumbersAndEmptyCellsLastInEitherDirection() {
    assertThat(rows("sorted(%s, 1, false).map(r => r[1])".formatted(THREE)))
        .isEqualTo("[3,12.5,null]");
    assertThat(rows("sorted(%s, 1, true).map(r => r[1])".formatted(THREE)))
        .isEqualTo("[12.5,3,null]");
  }

  @Test
  void equalRowsKeepTheirOrderInEitherDirection() {
    assertThat(rows("sorted(%s, 0, false).map(r => r[1])".formatted(THREE)))
        .isEqualTo("[12.5,3,null]");
    assertThat(rows("sorted(%s, 0, true).map(r => r[1])".formatted(THREE)))
        .isEqualTo("[null,12.5,3]");
    assertThat(rows("sorted(%s, -1, true).map(r => r[1])".formatted(THREE)))
        .isEqualTo("[12.5,null,3]");
  }

  @Test
  void quotesForCsvWhatWouldEndACell() {
    assertThat(rows("csv(['a', 'b'], [['x,y', 1.23456], ['say \"no\"', null]])"))
        .isEqualTo("\"a,b\\n\\\"x,y\\\",1.23456\\n\\\"say \\\"\\\"no\\\"\\\"\\\",\\n\"");
  }

  @Test
  void showsNumbersBrieflyAndNothingAsNothing() {
    assertThat(rows("shown(1234.5)")).isEqualTo("\"1,235\"");
    assertThat(rows("shown(null)")).isEqualTo("\"\"");
    assertThat(rows("shown('12.3456')")).isEqualTo("\"12.3456\"");
  }

  private static String rows(String call) {
    return ROWS.json("fanout.rows." + call);
  }
}
