package fanout.cli.projectgate;

import static org.assertj.core.api.Assertions.assertThat;

import fanout.gate.cli.GateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import picocli.CommandLine;

class ProjectGateTest {
  @Test
  void whatMavenLeavesEmptyCountsAsNotGiven() {
    assertThat(ProjectGate.given("--base=main", "--budget=", "-p=content=USERS", "--resume="))
        .containsExactly("--base=main", "-p=content=USERS");
  }

  /// Maven's exec plugin takes `-p` for java's module path and loses the word after it.
  @Test
  void theProfileHasEachOptionInOneWordWithItsValue() throws Exception {
    assertThat(profileWords()).isNotEmpty().allMatch(word -> word.matches("--?[a-z-]+=.*"));
  }

  @Test
  void theProfileAsksForRowsOfTwoStrategiesAndTwoBodies() throws Exception {
    var given = ProjectGate.given(profileWords().toArray(String[]::new));

    var parsed = new CommandLine(new GateCommand()).parseArgs(given);

    assertThat(parsed.matchedOptionValue("-p", List.of()))
        .containsExactly(
            "content=USERS,PHOTOS", "delay=FIXED_20_MS", "strategy=VIRTUAL_THREADS,ASYNC");
    assertThat(parsed.matchedOptionValue("--include", List.of()))
        .containsExactly("DecodeBenchmark|SixEndpointsBenchmark");
    assertThat(parsed.hasMatchedOption("--dry-run")).isFalse();
  }

  /// The words that the program gets where nothing is given with `-D`.
  private static List<String> profileWords() throws Exception {
    var pom =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile());
    var arguments =
        (NodeList)
            XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate("//execution[id='bench-gate']//argument", pom, XPathConstants.NODESET);
    var words = new ArrayList<String>();
    for (int i = 0; i < arguments.getLength(); i++) {
      words.add(arguments.item(i).getTextContent().replaceAll("\\$\\{gate\\.[a-z-]+}", ""));
    }
    int program = words.indexOf(ProjectGate.class.getName());
    return words.subList(program + 1, words.size());
  }
}
