package fanout.suite.cli;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cli.ServerUrl;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Reads the values of options, each with one sentence for what is not allowed.
final class OptionValues {
  private OptionValues() {}

  static long number(String option, String text, long least, long most) {
    try {
      long number = Long.parseLong(text.strip());
      if (least <= number && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, as any other value that is not allowed.
    }
    throw usage(
        option + " must be a whole number from " + least + " to " + most + ", got: " + text);
  }

  static boolean truth(String option, String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw usage(option + " must be true or false, got: " + text);
    };
  }

  static Path folder(String text) {
    var folder = Path.of(text);
    if (!Files.isDirectory(folder)) {
      throw usage("--payloads must be a folder, but there is none at " + text);
    }
    return folder.toAbsolutePath();
  }

  static String url(String text) {
    try {
      var uri = URI.create(text);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        ServerUrl.requireServer("--stub", uri);
        return text;
      }
    } catch (IllegalArgumentException _) {
      // Said below, as any other text that is no such URL.
    }
    throw usage("--stub must be a URL such as http://127.0.0.1:8080, got: " + text);
  }

  static CommandException usage(String sentence) {
    return new CommandException(ExitCode.USAGE, sentence);
  }
}
