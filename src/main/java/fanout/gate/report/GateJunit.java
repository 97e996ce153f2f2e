package fanout.gate.report;

import fanout.chart.PrintableText;
import fanout.gate.judge.GateOutcome;
import fanout.gate.judge.JudgedControl;
import fanout.gate.judge.Judgement;
import fanout.gate.judge.Verdict;
import fanout.gate.result.GateRun;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A run of the gate as JUnit's XML: a test for each judged quantity. Regressed is a failure, or
/// skipped where the run is advisory; undecided is skipped, a failed benchmark and an invalid run
/// are errors.
final class GateJunit {
  private final GateRun run;
  private final Judgement judgement;
  private final List<GateLine> lines;

  private GateJunit(GateRun run, Judgement judgement) {
    this.run = run;
    this.judgement = judgement;
    this.lines = GateLine.of(judgement);
  }

  static String of(GateRun run, Judgement judgement) {
    var text = new StringWriter();
    try {
      var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new GateJunit(run, judgement).write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A string can always be written to", e);
    }
    return text + "\n";
  }

  private void write(XMLStreamWriter xml) throws XMLStreamException {
    boolean invalid = judgement.outcome() == GateOutcome.INVALID;
    xml.writeStartDocument();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "gate");
    int gone = run.missing().size();
    xml.writeAttribute("tests", String.valueOf(lines.size() + gone + (invalid ? 1 : 0)));
    xml.writeAttribute("failures", count(line -> line.regressed() && !isAdvisory()));
    xml.writeAttribute(
        "skipped", count(line -> line.undecided() || (line.regressed() && isAdvisory())));
    long failed = lines.stream().filter(line -> line.judged() == null).count();
    xml.writeAttribute("errors", String.valueOf(failed + gone + (invalid ? 1 : 0)));
    xml.writeAttribute("timestamp", run.startedAt().toString());
    if (invalid) {
      writeInvalid(xml);
    }
    for (var name : run.missing()) {
      startTest(xml, "missing", PrintableText.sentence(name));
      child(xml, "error", "The baseline has it, and the candidate lacks it.");
      xml.writeEndElement();
    }
    for (var line : lines) {
      writeLine(xml, line);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private String count(Predicate<GateLine> which) {
    return String.valueOf(lines.stream().filter(which).count());
  }

  private boolean isAdvisory() {
    return run.settings().onlyReports();
  }

  private void writeInvalid(XMLStreamWriter xml) throws XMLStreamException {
    var control =
        judgement.controls().stream()
            .filter(JudgedControl::moved)
            .findFirst()
            .map(JudgedControl::name)
            .orElse("run");
    startTest(xml, "controls", PrintableText.name(control));
    child(xml, "error", new GateHeadline(run, judgement).text());
    xml.writeEndElement();
  }

  private void writeLine(XMLStreamWriter xml, GateLine line) throws XMLStreamException {
    startTest(
        xml,
        PrintableText.name(line.row().row().benchmark()),
        PrintableText.sentence(
                line.row().row().label()) // in full: a name must stay from run to run
            + (line.judged() == null ? "" : ", " + line.quantity()));
    if (line.judged() == null) {
      child(xml, "error", line.words());
    } else {
      switch (line.judged().verdict()) {
        case Verdict.Regressed _ ->
            child(xml, isAdvisory() ? "skipped" : "failure", sentence(line));
        case Verdict.Undecided _ -> child(xml, "skipped", sentence(line));
        case Verdict.Improved _, Verdict.Same _ -> {
          xml.writeStartElement("system-out"); // of a test that passes there is no other text
          xml.writeCharacters(line.words());
          xml.writeEndElement();
        }
      }
    }
    xml.writeEndElement();
  }

  private static String sentence(GateLine line) {
    return "%s: %s (%s), margin %s, %s pairs%s"
        .formatted(
            line.verdict(),
            line.change(),
            line.interval(),
            line.margin(),
            line.pairs(),
            line.words().isEmpty() ? "" : "; " + line.words());
  }

  private static void startTest(XMLStreamWriter xml, String className, String name)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", className);
    xml.writeAttribute("name", name);
  }

  private static void child(XMLStreamWriter xml, String element, String message)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", message);
    xml.writeEndElement();
  }
}
