package fanout.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// A drawing, read by the JDK's XML parser.
public record Svg(Document document) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");
  private static final Pattern SIMPLE_PATH = Pattern.compile("[MLlZ0-9eE., -]*");
  private static final Pattern STEP = Pattern.compile("[MLl][^MLlZ]+");

  /// A place in the drawing, after the element's transformation.
  public record Spot(double x, double y, String what) {}

  public static Svg parse(String text) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return new Svg(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
  }

  public List<Element> elements() {
    return elements("*");
  }

  public List<Element> elements(String tag) {
    var nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  public List<String> texts() {
    return elements("text").stream().map(Element::getTextContent).toList();
  }

  /// `name=value` of every attribute.
  public List<String> attributes() {
    var all = new ArrayList<String>();
    for (var element : elements()) {
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        all.add(attributes.item(i).getNodeName() + "=" + attributes.item(i).getNodeValue());
      }
    }
    return all;
  }

  public double width() {
    return number(document.getDocumentElement(), "width");
  }

  public double height() {
    return number(document.getDocumentElement(), "height");
  }

  public static double number(Element element, String attribute) {
    var value = element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }

  /// Every corner of every shape, and where every text is anchored.
  public List<Spot> spots() {
    var spots = new ArrayList<Spot>();
    for (var element : elements()) {
      switch (element.getTagName()) {
        case "svg" -> {}
        case "circle" -> addCircle(spots, element);
        case "rect" -> addRectangle(spots, element);
        case "path" -> addPath(spots, element);
        case "polygon", "polyline" -> addCorners(spots, element, "points");
        case "text" -> add(spots, element, 0, 0);
        default -> throw new AssertionError("No chart draws a " + element.getTagName());
      }
    }
    return spots;
  }

  private static void addCircle(List<Spot> spots, Element e) {
    double r = number(e, "r");
    add(spots, e, number(e, "cx") - r, number(e, "cy") - r);
    add(spots, e, number(e, "cx") + r, number(e, "cy") + r);
  }

  private static void addRectangle(List<Spot> spots, Element e) {
    add(spots, e, number(e, "x"), number(e, "y"));
    add(spots, e, number(e, "x") + number(e, "width"), number(e, "y") + number(e, "height"));
  }

  private static void addPath(List<Spot> spots, Element e) {
    var d = e.getAttribute("d");
    if (!SIMPLE_PATH.matcher(d).matches()) {
      throw new AssertionError("No chart draws the path " + d);
    }
    double x = 0;
    double y = 0;
    for (var step : STEP.matcher(d).results().toList()) {
      var to = numbers(step.group());
      boolean relative = step.group().startsWith("l");
      x = to.get(0) + (relative ? x : 0);
      y = to.get(1) + (relative ? y : 0);
      add(spots, e, x, y);
    }
  }

  private static void addCorners(List<Spot> spots, Element e, String attribute) {
    var numbers = numbers(e.getAttribute(attribute));
    for (int i = 0; i + 1 < numbers.size(); i += 2) {
      add(spots, e, numbers.get(i), numbers.get(i + 1));
    }
  }

  private static void add(List<Spot> spots, Element e, double x, double y) {
    var moved = numbers(e.getAttribute("transform"));
    double dx = moved.isEmpty() ? 0 : moved.get(0);
    double dy = moved.isEmpty() ? 0 : moved.get(1);
    spots.add(new Spot(x + dx, y + dy, e.getTagName() + " " + e.getTextContent()));
  }

  public static List<Double> numbers(String text) {
    return NUMBER.matcher(text).results().map(m -> Double.valueOf(m.group())).toList();
  }
}
