/* Rows of cells: filtered, sorted, and as CSV. A cell is a text, a number, or null. */
var fanout = fanout || {};
fanout.rows = (function () {
  'use strict';

  function isNumber(cell) {
    return typeof cell === 'number';
  }

  /* Those that have every word in some cell. */
  function matching(rows, words) {
    var wanted = words.toLowerCase().split(/\s+/);
    return rows.filter(function (row) {
      var text = row.join(' ').toLowerCase();
      return wanted.every(function (word) { return text.indexOf(word) >= 0; });
    });
  }

  /* Empty cells are last in either direction. */
  function compare(a, b, descending) {
    if (a === null || b === null) {
      return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    }
    var order = isNumber(a) && isNumber(b) ? a - b : String(a) < String(b) ? -1 : a === b ? 0 : 1;
    return descending ? -order : order;
  }

  /* Sorted by a column; equal ones stay in their order, and -1 is no column. */
  function sorted(rows, column, descending) {
    return column < 0 ? rows : rows.map(function (row, i) { return [row, i]; })
        .sort(function (a, b) {
          return compare(a[0][column], b[0][column], descending) || a[1] - b[1];
        }).map(function (pair) { return pair[0]; });
  }

  function shown(cell) {
    return cell === null ? '' : isNumber(cell) ? fanout.numbers.brief(cell) : cell;
  }

  function quoted(cell) {
    var text = cell === null ? '' : String(cell);
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  /* Numbers with all their digits. */
  function csv(columns, rows) {
    return [columns].concat(rows).map(function (row) {
      return row.map(quoted).join(',');
    }).join('\n') + '\n';
  }

  return {matching: matching, sorted: sorted, shown: shown, csv: csv};
})();
