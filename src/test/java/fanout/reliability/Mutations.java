package fanout.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Breaks what a reader takes, in seeded ways: 3,000 times, or 12,000 where the system property
/// `fanout.test.reliability` names a folder for the table. The reader must take the text or refuse
/// it with one sentence: any other exception fails the test.
public final class Mutations {
  private static final @Nullable String FOLDER = System.getProperty("fanout.test.reliability");
  private static final int MUTATIONS = FOLDER == null ? 3_000 : 12_000;
  private static final int SEED = 20260102;

  /// No reader repeats more than this of what was wrong.
  private static final int LONGEST_SENTENCE = 2000;

  /// What a hostile or careless hand puts in place of a value.
  private static final List<String> ODD =
      List.of(
          "null",
          "-1",
          "0",
          "1e999",
          "-1e308",
          "NaN",
          "9223372036854775808",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[]]",
          "true",
          "{\"version\":1}",
          "\"\\ud800\"",
          "\u0000",
          "[".repeat(5000));

  private static final Pattern NUMBER = Pattern.compile("[0-9.]+");

  /// As large and as small as numbers are, and other places.
  private static final List<String> ODD_NUMBERS =
      List.of("0", "1", "2", "24", "-0.0", "0.5", "1e-300", "5e-324", "1.7e308", "1e999");

  private Mutations() {}

  /// Takes a text, or throws.
  public interface Reader {
    void read(String text) throws Exception;
  }

  /// Has `reader` read mutations of `whole`, which it must take as it is.
  ///
  /// @param name of what is read, for the table
  /// @param refusal what the reader throws where it does not take a text
  /// @return the share of them that it refused
  public static double refused(
      String name, String whole, Class<? extends Exception> refusal, Reader reader) {
    assertThat(isRefused(whole, refusal, reader)).as("the text as it is").isFalse();
    var random = new SplittableRandom(SEED);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var text = whole;
      for (int times = random.nextInt(1, 4); times > 0; times--) {
        text = mutated(text, random);
      }
      refused += isRefused(text, refusal, reader) ? 1 : 0;
    }
    write(name, refused);
    return (double) refused / MUTATIONS;
  }

  /// Whether `reader` throws `refusal`, with one sentence.
  public static boolean isRefused(String text, Class<? extends Exception> refusal, Reader reader) {
    try {
      reader.read(text);
      return false;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      if (!refusal.isInstance(e)) {
        return fail("neither read nor refused: " + text, e);
      }
      assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(LONGEST_SENTENCE);
      return true;
    }
  }

  private static void write(String name, int refused) {
    if (FOLDER == null) {
      return;
    }
    var row =
        "| %s | %,d | %,d | %,d | 0 |%n".formatted(name, MUTATIONS, MUTATIONS - refused, refused);
    try {
      AtomicFile.write(Path.of(FOLDER, "mutated", name.replaceAll("[^a-z0-9.]+", "-")), row);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String mutated(String text, SplittableRandom random) {
    if (text.length() < 2) {
      return "{";
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(1, 40));
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.substring(end);
      case 2 -> text.substring(0, end) + text.substring(at);
      case 3 -> text.substring(0, Math.max(1, at));
      case 4 -> text.substring(0, at) + odd(random) + text.substring(at);
      case 5 -> withOddNumber(text, at, random);
      default -> withOddValue(text, at, random);
    };
  }

  /// Exchanges a number for another, which leaves the shape as it is.
  private static String withOddNumber(String text, int from, SplittableRandom random) {
    var number = NUMBER.matcher(text);
    return number.find(from)
        ? text.substring(0, number.start())
            + ODD_NUMBERS.get(random.nextInt(ODD_NUMBERS.size()))
            + text.substring(number.end())
        : text;
  }

  /// Exchanges a whole value for another: what follows a colon, or, where there is none, a comma.
  private static String withOddValue(String text, int from, SplittableRandom random) {
    int colon = text.indexOf(':', from);
    int before = colon < 0 ? text.indexOf(',', from) : colon;
    if (before < 0) {
      return text;
    }
    int end = before + 1;
    while (end < text.length() && ",}]\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, before + 1) + odd(random) + text.substring(end);
  }

  private static String odd(SplittableRandom random) {
    return ODD.get(random.nextInt(ODD.size()));
  }
}
