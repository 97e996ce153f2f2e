package fanout.chart;

/// Scripts that find texts on top of each other, or outside their drawing.
public final class Overlaps {
  private static final String FIND =
      """
      function collisions(texts, width, height) {
        var found = [];
        texts.forEach((a, i) => {
          if (a.x < -1 || a.y < -1 || a.x + a.width > width + 1 || a.y + a.height > height + 1) {
            found.push('outside: ' + a.text);
          }
          texts.slice(i + 1).forEach(b => {
            var x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
            var y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
            if (x > 1 && y > 3) {
              found.push(a.text + ' / ' + b.text);
            }
          });
        });
        return found;
      }
      """;

  /// Defines `overlaps()`: each pair of texts of a chart of the page that overlap, as lines;
  /// `drawnTexts(id)`; and `faded()`, the number of texts that are drawn pale. Of a chart of lines,
  /// `looseLabels(id)`: the colours of labels whose leader does not begin on its line; and
  /// `polylines(id, true)`: the leaders.
  public static final String IN_CANVAS =
      FIND
          + """
          function drawn(box) {
            return echarts.getInstanceByDom(box).getZr().storage.getDisplayList(true)
                .filter(e => e.type === 'tspan' && !e.ignore && e.style.text)
                .map(e => {
                  var rect = e.getBoundingRect().clone();
                  rect.applyTransform(e.getComputedTransform());
                  return {x: rect.x, y: rect.y, width: rect.width, height: rect.height,
                    text: e.style.text, opacity: e.style.opacity};
                });
          }
          function boxes() { return [...document.querySelectorAll('.canvas')]; }
          function overlaps() {
            return boxes().flatMap(box => collisions(drawn(box), box.clientWidth, box.clientHeight)
                .map(each => box.parentNode.id + ': ' + each)).join('\\n');
          }
          function drawnTexts(id) {
            return boxes().filter(box => !id || box.parentNode.id === id)
                .flatMap(drawn).map(each => each.text).join('\\n');
          }
          function faded() { return boxes().flatMap(drawn).filter(each => each.opacity < 1).length; }
          function polylines(id, leaders) {
            return echarts.getInstanceByDom(document.querySelector('#' + id + ' .canvas')).getZr()
                .storage.getDisplayList(true)
                .filter(e => e.type === 'polyline' && (e.style.lineWidth === 1) === leaders);
          }
          function distance(p, a, b) {
            var x = b[0] - a[0], y = b[1] - a[1], square = x * x + y * y;
            var share = square ? ((p[0] - a[0]) * x + (p[1] - a[1]) * y) / square : 0;
            var at = Math.max(0, Math.min(1, share));
            return Math.hypot(p[0] - a[0] - at * x, p[1] - a[1] - at * y);
          }
          function looseLabels(id) {
            var lines = polylines(id, false);
            return polylines(id, true).filter(leader => {
              var from = [leader.shape.points[0][0] - 5, leader.shape.points[0][1]];
              return !lines.some(line => line.style.stroke === leader.style.stroke
                  && line.shape.points.some((p, i, all) => distance(from, p, all[i + 1] || p) < 1));
            }).map(leader => leader.style.stroke).join('\\n');
          }
          """;

  /// Defines `overlaps()` for a picture that was opened by itself.
  public static final String IN_SVG =
      FIND
          + """
          function overlaps() {
            var root = document.documentElement;
            return collisions([...document.querySelectorAll('text')].map(e => {
              var r = e.getBoundingClientRect();
              return {x: r.x, y: r.y, width: r.width, height: r.height, text: e.textContent};
            }), root.width.baseVal.value, root.height.baseVal.value).join('\\n');
          }
          """;

  private Overlaps() {}
}
