/* The table of all measurements: filter, sort, copy. */
fanout.table = (function () {
  'use strict';
  var FIRST = 60, element = fanout.element;

  function find(self) {
    var found = fanout.rows.matching(self.content.rows, self.filter.value);
    return fanout.rows.sorted(found, self.column, self.descending);
  }

  function cell(self, value, i) {
    return element('td',
        {className: self.content.words[i] ? 'words' : '', textContent: fanout.rows.shown(value)});
  }

  function show(self) {
    var found = find(self), shown = self.all || self.printing ? found : found.slice(0, FIRST);
    var made = document.createDocumentFragment();
    shown.forEach(function (row) {
      made.appendChild(element('tr', {}, row.map(function (value, i) {
        return cell(self, value, i);
      })));
    });
    self.body.textContent = '';
    self.body.appendChild(made);
    document.getElementById('count').textContent =
        found.length + ' of ' + self.content.rows.length + ' rows';
    self.more.hidden = shown.length === found.length;
    self.more.textContent = 'Show all ' + found.length + ' rows';
  }

  function heading(self, head, column, i) {
    var button = element('button', {type: 'button', textContent: column});
    var cell = element('th',
        {scope: 'col', className: self.content.words[i] ? 'words' : ''}, [button]);
    button.addEventListener('click', function () {
      self.descending = self.column === i && !self.descending;
      self.column = i;
      head.querySelectorAll('th').forEach(function (th) { th.removeAttribute('aria-sort'); });
      cell.setAttribute('aria-sort', self.descending ? 'descending' : 'ascending');
      show(self);
    });
    return cell;
  }

  function copyByHand(text) {
    var area = element('textarea', {value: text});
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand('copy');
    area.remove();
    return done;
  }

  function copy(self, button) {
    var text = fanout.rows.csv(self.content.columns, find(self));
    var say = function (done) {
      button.textContent = done ? 'Copied' : 'The browser forbids copying';
      setTimeout(function () { button.textContent = 'Copy as CSV'; }, 2000);
    };
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(function () { say(true); },
          function () { say(copyByHand(text)); });
    } else {
      say(copyByHand(text));
    }
  }

  function set(self, property, value) {
    return function () {
      self[property] = value;
      show(self);
    };
  }

  /* Fills the table of the page; what is printed is all of it. */
  return function (content) {
    var head = document.querySelector('#table thead'), button = document.getElementById('copy');
    var self = {content: content, column: -1, descending: false, all: false, printing: false,
      body: document.querySelector('#table tbody'), filter: document.getElementById('filter'),
      more: document.getElementById('more')};
    head.appendChild(element('tr', {}, content.columns.map(function (column, i) {
      return heading(self, head, column, i);
    })));
    button.addEventListener('click', function () { copy(self, button); });
    self.filter.addEventListener('input', function () { show(self); });
    self.more.addEventListener('click', set(self, 'all', true));
    window.addEventListener('beforeprint', set(self, 'printing', true));
    window.addEventListener('afterprint', set(self, 'printing', false));
    show(self);
  };
})();
