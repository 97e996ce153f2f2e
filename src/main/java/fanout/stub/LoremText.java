package fanout.stub;

import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/// Text as jsonplaceholder has it: lower-case words of Latin that means nothing.
final class LoremText {
  /// From Cicero, De finibus bonorum et malorum, sections 1.10.32 and 1.10.33.
  private static final List<String> WORDS =
      List.of(
          ("sed ut perspiciatis unde omnis iste natus error sit voluptatem accusantium doloremque"
                  + " laudantium totam rem aperiam eaque ipsa quae ab illo inventore veritatis et"
                  + " quasi architecto beatae vitae dicta sunt explicabo nemo enim ipsam quia"
                  + " voluptas aspernatur aut odit fugit consequuntur magni dolores eos qui ratione"
                  + " sequi nesciunt neque porro quisquam est dolorem ipsum dolor amet consectetur"
                  + " adipisci velit non numquam eius modi tempora incidunt labore dolore magnam"
                  + " aliquam quaerat ad minima veniam quis nostrum exercitationem ullam corporis"
                  + " suscipit laboriosam nisi aliquid ex ea commodi consequatur at vero accusamus"
                  + " iusto odio dignissimos ducimus blanditiis praesentium voluptatum deleniti"
                  + " atque corrupti quos quas molestias excepturi occaecati cupiditate provident"
                  + " similique culpa officia deserunt mollitia animi id laborum dolorum fuga harum"
                  + " quidem rerum facilis expedita distinctio nam libero tempore cum soluta nobis"
                  + " eligendi optio cumque nihil impedit quo minus quod maxime placeat facere"
                  + " possimus assumenda repellendus")
              .split(" "));

  private final UniformRandomProvider random;

  LoremText(UniformRandomProvider random) {
    this.random = random;
  }

  String word() {
    return oneOf(WORDS);
  }

  /// A word with a capital.
  String name() {
    var word = word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// Words, at least half of `meanChars` and at most half more, and a last word.
  String line(int meanChars) {
    int chars = random.nextInt(meanChars / 2, meanChars * 3 / 2 + 1);
    var line = new StringBuilder(word());
    while (line.length() < chars) {
      line.append(' ').append(word());
    }
    return line.toString();
  }

  /// Lines, divided by line feeds.
  String lines(int count, int meanCharsEach) {
    var text = new StringBuilder(line(meanCharsEach));
    for (int i = 1; i < count; i++) {
      text.append('\n').append(line(meanCharsEach));
    }
    return text.toString();
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
