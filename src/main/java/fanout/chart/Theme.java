package fanout.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// The colours, from `theme.json`, which the charts, the page and this class share.
///
/// @param order strategies in the order in which they are listed; each has the colour at its index
/// @param counterparts programs that are listed in the order of these strategies, in no colour
/// @param verdicts verdicts that are drawn in the colour of a strategy
public record Theme(
    List<String> order,
    Map<String, String> counterparts,
    Map<String, String> verdicts,
    Colours light,
    Colours dark) {
  private static final Pattern COLOUR =
      Pattern.compile("(?<attribute>fill|stroke)=\"(?<colour>#[0-9A-Fa-f]{6})\"");

  /// The theme of all charts and pages.
  public static final Theme FANOUT = load();

  /// The colours of one theme, as `#rrggbb`; no two are equal, as each has one counterpart.
  public record Colours(
      String background,
      String text,
      String muted,
      String rule,
      String grid,
      String other,
      List<String> strategies) {

    List<String> all() {
      var all = new ArrayList<>(List.of(background, text, muted, rule, grid, other));
      all.addAll(strategies);
      return all;
    }
  }

  private static Theme load() {
    return JsonMapper.shared().readValue(Resources.text("theme.json"), Theme.class);
  }

  /// Where a strategy stands in a list: the known ones first, then their counterparts, then others.
  public int place(String strategy) {
    int own = order.indexOf(strategy);
    if (own >= 0) {
      return own;
    }
    var counterpart = counterparts.get(strategy);
    return order.size() + (counterpart == null ? order.size() : order.indexOf(counterpart));
  }

  /// The dark twin of a light drawing: the same with each colour exchanged.
  ///
  /// @throws IllegalArgumentException if it has a colour that this theme does not name
  public String darkened(String lightSvg) {
    var twins = new HashMap<String, String>();
    for (int i = 0; i < light.all().size(); i++) {
      twins.put(light.all().get(i).toLowerCase(Locale.ROOT), dark.all().get(i));
    }
    return COLOUR
        .matcher(lightSvg)
        .replaceAll(match -> {
          var twin = twins.get(match.group("colour").toLowerCase(Locale.ROOT));
          if (twin == null) {
            throw new IllegalArgumentException(
                match.group("colour") + " is no colour of the light theme " + light);
          }
          return match.group("attribute") + "=\"" + twin + "\"";
        });
  }
}
