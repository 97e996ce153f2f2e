/* How far the axes of a panel of lines go. Lines are as `Chart.Line` has them. */
var fanout = fanout || {};
fanout.linesScale = (function () {
  'use strict';
  var forward = fanout.scales.forward;

  /* A percentile stands at log10(1 / (1 - q)): 90 at 1, 99 at 2, 99.9 at 3. */
  function xOf(panel, value) {
    return panel.percentiles ? -Math.log(1 - value / 100) / Math.LN10 : forward(value, true);
  }

  function collect(lines, pick) {
    return lines.reduce(function (values, line) {
      return line.points.reduce(function (more, p) { return more.concat(pick(p)); }, values);
    }, []);
  }

  /* What the axis has to hold: an interval that goes to 0 is cut where a log axis begins. */
  function heights(p, log) {
    return [p.y].concat(p.low === null || log && p.low <= 0 ? [] : [p.low],
        p.high === null ? [] : [p.high]);
  }

  function yRange(lines, asked) {
    var log = asked && collect(lines, function (p) { return p.y; }).every(function (y) { return y > 0; });
    var ys = collect(lines, function (p) { return heights(p, log); });
    var from = log ? forward(Math.min.apply(null, ys), true) : 0;
    var to = forward(Math.max.apply(null, ys), log) || 1;
    var margin = Math.max((to - from) * 0.06, log ? 0.03 : 0);
    return {from: log ? from - margin : 0, to: to + margin, log: log};
  }

  function xRange(panel, lines) {
    var xs = collect(lines, function (p) { return xOf(panel, p.x); });
    var first = Math.min.apply(null, xs), last = Math.max.apply(null, xs);
    var aside = panel.percentiles ? 0 : Math.max(0.08, (last - first) * 0.05);
    return {from: first - aside, to: last > first ? last + aside : first + Math.max(aside, 1)};
  }

  /* {x, y}: the ends on both axes; `asked` is whether a log axis was asked for, or null. */
  function of(panel, lines, asked) {
    if (!lines.length) { // all of them are hidden
      return {x: {from: 0, to: 1}, y: {from: 0, to: 1, log: false}};
    }
    var all = lines.concat(panel.ideals);
    return {x: xRange(panel, all), y: yRange(all, asked === null ? panel.log : asked)};
  }

  return {of: of, xOf: xOf};
})();
