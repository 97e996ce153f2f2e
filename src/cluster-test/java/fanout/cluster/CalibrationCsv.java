package fanout.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Each look of a calibration, for whoever wants to compute it anew.
final class CalibrationCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private CalibrationCsv() {}

  static String of(CalibrationReport report) {
    var text = new StringBuilder();
    try (var printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(
          "share_of_a_core",
          "way",
          "round",
          "fetches_per_s",
          "caller_cpu_ms_per_fetch",
          "others_cpu_ms_per_fetch");
      for (var way : report.beside().entrySet()) {
        print(printer, "", way.getKey(), way.getValue());
      }
      for (var limit : report.apart().entrySet()) {
        for (int count = 1; count <= limit.getValue().size(); count++) {
          print(
              printer,
              limit.getKey().name(),
              ClusterCalibration.name(count),
              limit.getValue().get(count - 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void print(
      CSVPrinter printer, String limit, String way, List<CalibratedWay.Look> looks)
      throws IOException {
    for (int round = 0; round < looks.size(); round++) {
      var look = looks.get(round);
      printer.printRecord(
          limit,
          way,
          round + 1,
          CalibrationReport.number(look.fetchesPerSecond(), 1),
          CalibrationReport.number(look.callerNs() / CalibrationReport.NS_PER_MS, 4),
          CalibrationReport.number(look.othersNs() / CalibrationReport.NS_PER_MS, 4));
    }
  }
}
