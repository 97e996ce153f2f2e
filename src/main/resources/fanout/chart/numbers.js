/* Numbers for people; `Numbers.java` writes the same texts. */
var fanout = fanout || {};
fanout.numbers = (function () {
  'use strict';

  /* Without the noise of binary fractions: 0.30000000000000004 is 0.3. */
  function tidy(value) {
    return Number(value.toPrecision(12));
  }

  function grouped(value) {
    return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  }

  /* A tick or a count: all of its digits. */
  function exact(value) {
    return Math.abs(value) >= 1000 ? grouped(value) : String(tidy(value));
  }

  /* Three significant digits, but all digits of a whole number and of what is left of the point. */
  function brief(value) {
    var digits = value.toPrecision(3);
    return value % 1 === 0 || Math.abs(digits) >= 1000 ? grouped(value) : digits;
  }

  return {tidy: tidy, exact: exact, brief: brief};
})();
