/* How far the axis of a panel of points goes. Rows are as `Chart.PointRow` has them. */
var fanout = fanout || {};
fanout.pointsScale = (function () {
  'use strict';
  var forward = fanout.scales.forward;

  function isLog(panel, asked) {
    var positive = panel.rows.every(function (row) { return row.score > 0; });
    return positive && (asked === null ? panel.log : asked);
  }

  /* The farthest that a row draws. */
  function reach(row) {
    return Math.max.apply(null, [row.span ? row.span.high : row.score].concat(row.dots));
  }

  /* The least that a log axis has to reach: an interval that goes to 0 is cut at its edge. */
  function start(row) {
    return Math.min.apply(null, [row.score, row.span ? row.span.low : row.score]
        .concat(row.dots).filter(function (value) { return value > 0; }));
  }

  /* The ends of the band around a reference, as far below as above on a log axis. */
  function band(reference) {
    return [reference.value / (1 + reference.margin), reference.value * (1 + reference.margin)];
  }

  /* {from, to, log}: ends on the axis, so that every number printed right of its interval has room
     in `width` pixels; `asked` is whether a log axis was asked for, or null. */
  function of(panel, rows, width, asked, measure) {
    if (rows.length === 0) { // all of them are hidden
      return {from: 0, to: 1, log: false};
    }
    var log = isLog(panel, asked), edges = panel.reference ? band(panel.reference) : [];
    var starts = rows.map(start).concat(edges), ends = rows.map(reach).concat(edges);
    var from = log ? forward(Math.min.apply(null, starts), true) : 0;
    var most = forward(Math.max.apply(null, ends.concat(log ? [] : [1e-9])), log);
    if (log) {
      from -= Math.max(0.04, (most - from) * 0.06);
    }
    var to = most + (most - from) * 0.03;
    rows.forEach(function (row) {
      var room = Math.max(width * 0.25, width - 12 - measure(row.text, 12));
      to = Math.max(to, from + (forward(reach(row), log) - from) * width / room);
    });
    return {from: from, to: to > from ? to : from + 1, log: log};
  }

  return {of: of, reach: reach, band: band};
})();
