package fanout.suite.result;

import fanout.measure.ResultException;
import fanout.measure.ResultText;
import fanout.os.AtomicFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The folder of a run under way: `runs/<id>.FAIL` below the results folder. After each round it
/// holds what was found until then. Only [#finish()] takes the suffix away and makes it `latest`,
/// so an incomplete run never looks like a whole one.
public final class RunDirectory {
  /// Ends the name of a folder whose run is not complete.
  public static final String FAILED = ".FAIL";

  /// The newest finished run, a link to its folder.
  public static final String LATEST = "latest";

  private static final String ROUNDS = "rounds";
  private static final String SHARD = "shard";

  public static final String ENVIRONMENT = "environment.json";
  public static final String JMH = "jmh.json";
  public static final String SUMMARY = "summary.md";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Path results;
  private final String id;

  private RunDirectory(Path results, String id) {
    this.results = results;
    this.id = id;
  }

  /// Creates the folder of a new run, named by time and preset.
  public static RunDirectory create(Path results, Instant startedAt, String preset)
      throws IOException {
    var runs = Files.createDirectories(results.resolve("runs"));
    var base = STAMP.format(startedAt) + "-" + preset;
    for (int i = 1; ; i++) {
      var id = i == 1 ? base : base + "-" + i;
      if (!Files.exists(runs.resolve(id))) {
        try {
          Files.createDirectory(runs.resolve(id + FAILED));
          return new RunDirectory(results, id);
        } catch (FileAlreadyExistsException _) {
          // Another run began in the same second: the next number is free.
        }
      }
    }
  }

  /// The newest run that did not finish and can be resumed; empty where there is none.
  public static Optional<RunDirectory> newestUnfinished(Path results) throws IOException {
    var runs = results.resolve("runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (var folders = Files.list(runs)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.endsWith(FAILED))
          .map(
              name -> new RunDirectory(results, name.substring(0, name.length() - FAILED.length())))
          .filter(run -> run.rounds().exist())
          .max(Comparator.comparing(RunDirectory::id));
    }
  }

  /// Its finished rounds.
  public KeptRounds rounds() {
    return new KeptRounds(path().resolve(ROUNDS));
  }

  /// The run's name, which is the folder's once it is finished.
  public String id() {
    return id;
  }

  /// Where its files go meanwhile.
  public Path path() {
    return results.resolve("runs").resolve(id + FAILED);
  }

  /// Writes everything but what `report` makes of it.
  public void write(RunRecord run) throws IOException {
    RunTables.RESULTS.write(path(), run.measurements());
    RunTables.SAMPLES.write(path(), run.samples());
    RunTables.PERCENTILES.write(path(), run.percentiles());
    RunTables.TIMELINE.write(path(), run.timeline());
    AtomicFile.write(
        path().resolve(ENVIRONMENT), JSON.writeValueAsString(run.environment()) + "\n");
  }

  /// What was written, as whoever reads the folder has it: with nine digits of each number. What is
  /// made of this is the same as what is made of the finished folder.
  ///
  /// @throws ResultException if not all of it is there
  public RunRecord written() throws ResultException {
    return readFiles(path());
  }

  /// The run is complete: gives the folder its name, and makes it `latest` in one step.
  ///
  /// @return the finished folder
  public Path finish() throws IOException {
    var finished = results.resolve("runs").resolve(id);
    AtomicFile.publish(path(), finished);
    var latest = results.resolve(LATEST);
    moveAside(latest);
    var link = results.resolve(LATEST + "." + id);
    Files.createSymbolicLink(link, Path.of("runs", id));
    AtomicFile.publish(link, latest);
    new KeptRounds(finished.resolve(ROUNDS)).delete();
    return finished;
  }

  /// A real folder of that name, such as a copied one, is kept among the runs.
  private void moveAside(Path latest) throws IOException {
    if (Files.isDirectory(latest) && !Files.isSymbolicLink(latest)) {
      Files.move(latest, results.resolve("runs").resolve(LATEST + "-before-" + id));
    }
  }

  /// Reads a run that has finished, or what a run has found that did not: its full rounds.
  ///
  /// @throws ResultException if the folder, or a file in it, is missing, broken or half there
  public static RunRecord read(Path folder) throws ResultException {
    if (!Files.isDirectory(folder)) {
      throw new ResultException(folder + " is no run folder: there is no such folder", null);
    }
    if (isUnfinished(folder) && !Files.exists(folder.resolve(ENVIRONMENT))) {
      throw new ResultException(
          folder + " holds a run that ended before its first round was finished", null);
    }
    return readFiles(folder);
  }

  private static boolean isUnfinished(Path folder) {
    return folder.getFileName() != null && folder.getFileName().toString().endsWith(FAILED);
  }

  private static RunRecord readFiles(Path folder) throws ResultException {
    var run =
        new RunRecord(
            readEnvironment(folder.resolve(ENVIRONMENT)),
            RunTables.RESULTS.read(folder),
            RunTables.SAMPLES.read(folder),
            RunTables.PERCENTILES.read(folder),
            RunTables.TIMELINE.read(folder));
    RunIntegrity.require(folder, run);
    return run;
  }

  static Environment readEnvironment(Path file) throws ResultException {
    try {
      var tree = JSON.readTree(ResultText.of(file));
      if (tree instanceof ObjectNode object && !object.has(SHARD)) {
        object.putNull(SHARD); // older runs are whole
      }
      var environment = JSON.treeToValue(tree, Environment.class);
      if (environment == null) {
        throw new ResultException(file + " is broken: it holds null", null);
      }
      return environment;
    } catch (JacksonException e) {
      throw new ResultException(file + " is broken: " + ResultException.brief(complaint(e)), e);
    }
  }

  /// Our own words where a record refused a value.
  private static String complaint(JacksonException e) {
    return e.getCause() instanceof NullPointerException refusal && refusal.getMessage() != null
        ? refusal.getMessage()
        : String.valueOf(e.getOriginalMessage());
  }
}
