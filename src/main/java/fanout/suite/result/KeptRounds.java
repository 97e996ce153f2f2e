package fanout.suite.result;

import fanout.measure.ResultException;
import fanout.measure.ResultText;
import fanout.os.AtomicFile;
import fanout.os.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rounds of a run under way. Each is there as soon as it is finished, whatever becomes of the
/// run.
///
/// @param folder a folder of their own in the run's
public record KeptRounds(Path folder) {
  private static final String START = "start.json";
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Whether a run began here, which can be resumed.
  public boolean exist() {
    return Files.exists(folder.resolve(START));
  }

  /// Keeps what a run begins with.
  ///
  /// @throws IOException with one sentence, if it cannot be written
  public void begin(RunStart start) throws IOException {
    AtomicFile.write(folder.resolve(START), JSON.writeValueAsString(start));
  }

  /// What the run began with.
  ///
  /// @throws ResultException if that is missing or broken
  public RunStart start() throws ResultException {
    return read(folder.resolve(START), new TypeReference<>() {});
  }

  /// Keeps a finished round.
  ///
  /// @param number of the round, from 1
  /// @throws IOException with one sentence, if it cannot be written
  public void add(int number, List<KeptFork> round) throws IOException {
    AtomicFile.write(file(number), JSON.writeValueAsString(round));
  }

  /// How many there are.
  public int count() {
    int count = 0;
    while (Files.exists(file(count + 1))) {
      count++;
    }
    return count;
  }

  /// All rounds from the first on.
  ///
  /// @throws ResultException if one is broken
  public List<List<KeptFork>> all() throws ResultException {
    var rounds = new ArrayList<List<KeptFork>>();
    for (int number = 1; number <= count(); number++) {
      rounds.add(read(file(number), new TypeReference<>() {}));
    }
    return List.copyOf(rounds);
  }

  /// Deletes them when the run is finished.
  void delete() {
    Folders.delete(folder);
  }

  private Path file(int number) {
    return folder.resolve("round-" + number + ".json");
  }

  private static <T> T read(Path file, TypeReference<T> type) throws ResultException {
    try {
      var read = JSON.readValue(ResultText.of(file), type);
      if (read == null) {
        throw new ResultException(file + " is broken: it holds null", null);
      }
      return read;
    } catch (JacksonException e) {
      throw new ResultException(
          file + " is broken: " + ResultException.brief(String.valueOf(e.getOriginalMessage())), e);
    }
  }
}
