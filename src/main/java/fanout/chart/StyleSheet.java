package fanout.chart;

/// The page's style: `page/page.css` after the colours that it names.
final class StyleSheet {
  private StyleSheet() {}

  /// The reader's choice of a theme comes before the system's.
  static String of(Theme theme) {
    return variables(":root, :root[data-theme=light]", theme.light())
        + "@media (prefers-color-scheme: dark) {"
        + variables(":root:not([data-theme=light])", theme.dark())
        + "}\n"
        + variables(":root[data-theme=dark]", theme.dark())
        + Resources.text("page/page.css");
  }

  private static String variables(String selector, Theme.Colours colours) {
    return "%s { --background: %s; --text: %s; --muted: %s; --rule: %s; --grid: %s; --focus: %s; --warning: %s; }\n"
        .formatted(
            selector,
            colours.background(),
            colours.text(),
            colours.muted(),
            colours.rule(),
            colours.grid(),
            colours.strategies().get(5),
            colours.strategies().get(1));
  }
}
