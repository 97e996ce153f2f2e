/* The table of all measurements: filter, sort, copy; and the files kept in the page. */
window.fanoutTable = function (table, element) {
  'use strict';
  var FIRST = 60;
  var body = document.querySelector('#table tbody'), head = document.querySelector('#table thead');
  var filter = document.getElementById('filter'), more = document.getElementById('more');
  var sorted = {column: -1, descending: false}, all = false, printing = false;

  function isNumber(cell) { return typeof cell === 'number'; }

  function compare(a, b) {
    if (a === null || b === null) {
      return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    }
    var order = isNumber(a) && isNumber(b) ? a - b : String(a) < String(b) ? -1 : a === b ? 0 : 1;
    return sorted.descending ? -order : order;
  }

  function rows() {
    var words = filter.value.toLowerCase().split(/\s+/);
    var kept = table.rows.filter(function (row) {
      var text = row.join(' ').toLowerCase();
      return words.every(function (word) { return text.indexOf(word) >= 0; });
    });
    return sorted.column < 0 ? kept : kept.map(function (row, i) { return [row, i]; })
        .sort(function (a, b) {
          return compare(a[0][sorted.column], b[0][sorted.column]) || a[1] - b[1];
        }).map(function (pair) { return pair[0]; });
  }

  function show() {
    var found = rows(), shown = all || printing ? found : found.slice(0, FIRST);
    var made = document.createDocumentFragment();
    shown.forEach(function (row) {
      made.appendChild(element('tr', {}, row.map(function (cell, i) {
        return element('td', {className: table.words[i] ? 'words' : '',
          textContent: cell === null ? '' : isNumber(cell) ? fanout.brief(cell) : cell});
      })));
    });
    body.textContent = '';
    body.appendChild(made);
    document.getElementById('count').textContent =
        found.length + ' of ' + table.rows.length + ' rows';
    more.hidden = shown.length === found.length;
    more.textContent = 'Show all ' + found.length + ' rows';
  }

  head.appendChild(element('tr', {}, table.columns.map(function (column, i) {
    var button = element('button', {type: 'button', textContent: column});
    var cell = element('th', {scope: 'col', className: table.words[i] ? 'words' : ''}, [button]);
    button.addEventListener('click', function () {
      sorted = {column: i, descending: sorted.column === i && !sorted.descending};
      head.querySelectorAll('th').forEach(function (th) { th.removeAttribute('aria-sort'); });
      cell.setAttribute('aria-sort', sorted.descending ? 'descending' : 'ascending');
      show();
    });
    return cell;
  })));

  function quoted(cell) {
    var text = cell === null ? '' : String(cell);
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function copyByHand(text) {
    var area = element('textarea', {value: text});
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done;
  }

  document.getElementById('copy').addEventListener('click', function (event) {
    var text = [table.columns].concat(rows()).map(function (row) {
      return row.map(quoted).join(',');
    }).join('\n') + '\n';
    var say = function (done) {
      event.target.textContent = done ? 'Copied' : 'The browser forbids copying';
      setTimeout(function () { event.target.textContent = 'Copy as CSV'; }, 2000);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(function () { say(true); },
          function () { say(copyByHand(text)); });
    } else {
      say(copyByHand(text));
    }
  });
  filter.addEventListener('input', show);
  more.addEventListener('click', function () {
    all = true;
    show();
  });
  window.addEventListener('beforeprint', function () {
    printing = true;
    show();
  });
  window.addEventListener('afterprint', function () {
    printing = false;
    show();
  });
  show();

  function save(name, blob) {
    var url = URL.createObjectURL(blob), link = element('a', {href: url, download: name});
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  }

  function type(name) {
    return /\.json$/.test(name) ? 'application/json' : 'text/csv';
  }

  document.querySelectorAll('[data-file]').forEach(function (button) {
    button.addEventListener('click', function () {
      var packed = atob(button.getAttribute('data-gzip')), bytes = new Uint8Array(packed.length);
      for (var i = 0; i < packed.length; i++) {
        bytes[i] = packed.charCodeAt(i);
      }
      var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      new Response(stream).blob().then(function (blob) {
        var name = button.getAttribute('data-file');
        save(name, new Blob([blob], {type: type(name)}));
      });
    });
  });
};
