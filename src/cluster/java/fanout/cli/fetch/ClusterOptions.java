package fanout.cli.fetch;

import fanout.cli.CommandException;
import fanout.cli.ExitCode;
import fanout.cluster.ClusterException;
import fanout.cluster.ClusterToken;
import fanout.cluster.LocalMembers;
import fanout.cluster.MemberAddress;
import fanout.cluster.MemberSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// Which members `scripts/fetch --strategy cluster` fetches with.
///
/// @param members those that were named; empty for members of its own
/// @param token of their cluster
/// @param ownMembers how many it starts where none is named
/// @param inFlight fetches at once in each of its own
record ClusterOptions(
    List<MemberAddress> members, ClusterToken token, int ownMembers, int inFlight) {
  private static final String MEMBER = "--member";
  private static final String TOKEN_FILE = "--token-file";
  private static final String MEMBERS = "--members";
  private static final String IN_FLIGHT = "--in-flight";
  private static final int DEFAULT_MEMBERS = 2;
  private static final int MOST_MEMBERS = 20;

  /// Adds the options to a command.
  static void addTo(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(MEMBER)
            .paramLabel("ADDRESS")
            .description("A member that scripts/member started, such as 10.0.0.3:5701.")
            .type(List.class)
            .auxiliaryTypes(MemberAddress.class)
            .converters(new AddressConverter())
            .arity("1..*")
            .build());
    spec.addOption(
        OptionSpec.builder(TOKEN_FILE)
            .paramLabel("FILE")
            .description("The token of those members; needed where they are on another machine.")
            .type(Path.class)
            .build());
    spec.addOption(
        number(
            MEMBERS,
            "How many members to start where none is named (default: " + DEFAULT_MEMBERS + ")."));
    spec.addOption(
        number(
            IN_FLIGHT,
            "Fetches at once in each of those (default: "
                + MemberSettings.DEFAULT_IN_FLIGHT
                + ")."));
  }

  /// What was typed.
  ///
  /// @throws CommandException if a number is out of its range, or the token is missing or public
  static ClusterOptions of(ParseResult parsed) {
    List<MemberAddress> members = parsed.matchedOptionValue(MEMBER, List.of());
    var tokenFile = parsed.<@Nullable Path>matchedOptionValue(TOKEN_FILE, null);
    if (tokenFile == null) {
      members.stream()
          .filter(each -> !each.isLoopback())
          .findFirst()
          .ifPresent(each -> {
            throw usage(MEMBER + " " + each + " is on another machine, and needs " + TOKEN_FILE);
          });
    }
    try {
      return new ClusterOptions(
          members,
          ClusterToken.ofFile(tokenFile),
          inRange(parsed, MEMBERS, DEFAULT_MEMBERS, MOST_MEMBERS),
          inRange(
              parsed, IN_FLIGHT, MemberSettings.DEFAULT_IN_FLIGHT, MemberSettings.MAX_IN_FLIGHT));
    } catch (ClusterException e) {
      throw new CommandException(ExitCode.USAGE, e);
    }
  }

  /// The same with members that were started.
  ClusterOptions with(LocalMembers own) {
    return new ClusterOptions(own.addresses(), own.token(), ownMembers, inFlight);
  }

  private static int inRange(ParseResult parsed, String option, int usual, int most) {
    int value = parsed.matchedOptionValue(option, usual);
    if (value < 1 || value > most) {
      throw usage("%s takes 1 to %d, got: %d".formatted(option, most, value));
    }
    return value;
  }

  private static CommandException usage(String sentence) {
    return new CommandException(ExitCode.USAGE, sentence);
  }

  private static OptionSpec number(String name, String description) {
    return OptionSpec.builder(name)
        .paramLabel("N")
        .description(description)
        .type(Integer.class)
        .build();
  }

  /// Reads `10.0.0.3:5701`.
  private static final class AddressConverter implements ITypeConverter<MemberAddress> {
    @Override
    public MemberAddress convert(String text) {
      try {
        return MemberAddress.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
