package fanout.suite.report;

import fanout.chart.BrowsedPage;
import fanout.os.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The page of the ordinary run in a browser, both of them one for all tests of a class.
///
/// @param folder of the run, with its files
/// @param file the page
record BrowsedReport(BrowsedPage browser, Path folder, Path file) implements AutoCloseable {

  static BrowsedReport open() {
    try {
      var browser = new BrowsedPage();
      var folder = Files.createTempDirectory("fanout-report");
      return new BrowsedReport(browser, folder, Report.write(Runs.copiedTo(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The browser with the page newly opened, in a light system.
  BrowsedPage opened(int width) {
    browser.preferTheme("light");
    browser.open(file, width);
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    Folders.delete(folder);
  }

  /// Gives it to constructors of tests; it is closed after the last of their class, as later tests
  /// of processes find no browser then.
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == BrowsedReport.class;
    }

    @Override
    public BrowsedReport resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getStore(Namespace.create(BrowsedReport.class))
          .getOrComputeIfAbsent(
              BrowsedReport.class, _ -> BrowsedReport.open(), BrowsedReport.class);
    }
  }
}
