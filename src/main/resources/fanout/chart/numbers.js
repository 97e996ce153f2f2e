/* Numbers for people. */
var fanout = fanout || {};
fanout.numbers = (function () {
  'use strict';

  /* Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
  function tidy(value) {
    return Number(value.toPrecision(12));
  }

  /* A tick or a count: all of its digits. */
  function exact(value) {
    return Math.abs(value) >= 1000
        ? String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
        : String(tidy(value));
  }

  /* Three significant digits, as the numbers that come with the charts have. */
  function brief(value) {
    return exact(Math.abs(value) >= 1000 ? value : Number(value.toPrecision(3)));
  }

  return {tidy: tidy, exact: exact, brief: brief};
})();
