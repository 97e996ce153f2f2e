/* Values on a linear or a log axis, and their ticks. */
var fanout = fanout || {};
fanout.scales = (function () {
  'use strict';
  var tidy = fanout.numbers.tidy;

  function forward(value, log) {
    return log ? Math.log(value) / Math.LN10 : value;
  }

  function backward(value, log) {
    return log ? Math.pow(10, value) : value;
  }

  function evenTicks(from, to, wanted) {
    var rough = (to - from) / Math.max(1, wanted);
    var power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10 + 1e-9));
    var step = [1, 2, 5, 10].filter(function (f) { return f * power >= rough * 0.999; })[0] * power;
    var ticks = [];
    for (var i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
      ticks.push(tidy(i * step));
    }
    return ticks;
  }

  /* These multiples of each power of ten that lie between. */
  function multiples(factors, from, to) {
    var ticks = [];
    for (var e = Math.floor(forward(from, true)); e <= Math.ceil(forward(to, true)); e++) {
      factors.forEach(function (factor) {
        var value = tidy(factor * Math.pow(10, e));
        if (value >= from * 0.9999 && value <= to * 1.0001) {
          ticks.push(value);
        }
      });
    }
    return ticks;
  }

  function logTicks(from, to, wanted) {
    var choices = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];
    for (var c = 0; c < choices.length; c++) {
      var ticks = multiples(choices[c], from, to);
      if (ticks.length >= Math.min(3, wanted)) {
        return ticks;
      }
    }
    return evenTicks(from, to, wanted);
  }

  /* Ticks for what is visible; `from` and `to` are values, not their logarithms. */
  function ticks(from, to, log, wanted) {
    if (!(to > from)) {
      return [];
    }
    return log ? logTicks(from, to, wanted) : evenTicks(from, to, wanted);
  }

  return {forward: forward, backward: backward, ticks: ticks};
})();
