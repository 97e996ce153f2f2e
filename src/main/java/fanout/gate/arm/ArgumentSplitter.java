package fanout.gate.arm;

import java.util.ArrayList;
import java.util.List;

/// A command line in words, without a shell: nothing in it is expanded or run.
public final class ArgumentSplitter {
  private ArgumentSplitter() {}

  /// Splits at blanks; single or double quotes keep blanks together.
  ///
  /// @throws ArmException if a quote is not closed
  public static List<String> split(String line) throws ArmException {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote != 0) {
        word.append(c);
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        inWord = true;
      } else if (inWord) {
        words.add(word.toString());
        word.setLength(0);
        inWord = false;
      }
    }
    if (quote != 0) {
      throw ArmException.usage("The quote " + quote + " is not closed in: " + line);
    }
    if (inWord) {
      words.add(word.toString());
    }
    return List.copyOf(words);
  }
}
