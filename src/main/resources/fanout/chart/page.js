/* What a reader does with the page: draws the charts, and draws them again at each choice. */
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var root = document.documentElement;
  var system = window.matchMedia('(prefers-color-scheme: dark)');
  var shared = {theme: null, hidden: Object.create(null), focus: null, printing: false};
  var pen = document.createElement('canvas').getContext('2d');
  var charts = [], unfolded = [];

  function measure(text, font) {
    pen.font = font;
    return pen.measureText(text).width;
  }

  function element(tag, properties, children) {
    var made = document.createElement(tag);
    Object.keys(properties || {}).forEach(function (key) { made[key] = properties[key]; });
    (children || []).forEach(function (child) { made.appendChild(child); });
    return made;
  }

  function theme() {
    return shared.printing ? 'light' : shared.theme || (system.matches ? 'dark' : 'light');
  }

  function applyTheme() {
    root.setAttribute('data-theme', theme());
    document.getElementById('theme').textContent =
        theme() === 'dark' ? 'Light theme' : 'Dark theme';
  }

  /* A chart in its section: which view, which axis, and what was drawn. */
  function openChart(chart) {
    var section = document.getElementById(chart.name);
    var self = {chart: chart, section: section, view: chart.first, log: null,
      box: section.querySelector('.canvas'), echart: null};
    addChoices(self);
    section.querySelectorAll('[data-do]').forEach(function (button) {
      button.addEventListener('click', function () { press(self, button); });
    });
    return self;
  }

  function values(chart, parameter) {
    var found = [];
    chart.views.forEach(function (view) {
      if (found.indexOf(view.choices[parameter]) < 0) {
        found.push(view.choices[parameter]);
      }
    });
    return found;
  }

  function addChoices(self) {
    var box = self.section.querySelector('.choices');
    Object.keys(self.chart.views[0].choices).forEach(function (parameter) {
      var tabs = element('div', {className: 'tabs'}, values(self.chart, parameter).map(function (value) {
        var input = element('input', {type: 'radio', name: self.chart.name + '-' + parameter});
        input.setAttribute('data-parameter', parameter);
        input.value = value;
        input.addEventListener('change', function () {
          self.view = nearest(self, parameter, value);
          draw(self);
        });
        return element('label', {}, [input, document.createTextNode(value)]);
      }));
      box.appendChild(element('fieldset', {}, [element('legend', {textContent: parameter}), tabs]));
    });
  }

  /* Not every combination was measured: the view with that value that keeps most other choices. */
  function nearest(self, parameter, value) {
    var now = self.chart.views[self.view].choices, best = self.view, most = -1;
    self.chart.views.forEach(function (view, index) {
      var same = Object.keys(now).filter(function (p) { return now[p] === view.choices[p]; }).length;
      if (view.choices[parameter] === value && same > most) {
        most = same;
        best = index;
      }
    });
    return best;
  }

  function isLog(self) {
    var panel = self.chart.views[self.view].panels[0];
    return self.log === null ? !!(panel && panel.log) : self.log;
  }

  function press(self, button) {
    var act = button.getAttribute('data-do');
    if (act === 'scale') {
      self.log = !isLog(self);
      draw(self);
    } else {
      zoom(self, act);
    }
  }

  function zoom(self, act) {
    (self.echart.getOption().dataZoom || []).forEach(function (each, index) {
      var middle = (each.start + each.end) / 2, half = (each.end - each.start) / 2;
      half = act === 'in' ? half / 1.6 : act === 'out' ? Math.min(50, half * 1.6) : 50;
      middle = Math.max(half, Math.min(100 - half, middle));
      self.echart.dispatchAction({type: 'dataZoom', dataZoomIndex: index,
        start: middle - half, end: middle + half});
    });
  }

  function draw(self) {
    var view = self.chart.views[self.view];
    var drawn = fanout.draw(self.chart, view, {
      width: shared.printing ? 680 : self.box.clientWidth, theme: theme(), fixed: false,
      hidden: shared.hidden, focus: shared.focus, log: self.log, measure: measure
    });
    self.box.style.height = drawn.height + 'px';
    if (self.echart) {
      self.echart.resize({width: self.box.clientWidth, height: drawn.height});
    } else {
      self.echart = echarts.init(self.box, null,
          {renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio || 1)});
    }
    self.echart.setOption(drawn.option, true);
    self.box.setAttribute('aria-label', spoken(self.chart, view));
    self.section.querySelector('.shown').textContent = fanout.conditions(view);
    showChoices(self, view);
    showNumbers(self, view);
  }

  function spoken(chart, view) {
    var parts = view.panels.map(function (panel) {
      var items = (panel.rows || panel.groups || []).map(function (item) {
        return item.label + ' ' + (item.text || item.total);
      });
      var lines = (panel.lines || []).filter(function (each) {
        return each.points.length;
      }).map(function (each) {
        return each.label + ' from ' + fanout.brief(each.points[0].y) + ' to '
            + fanout.brief(each.points[each.points.length - 1].y);
      });
      return panel.title + ': ' + items.concat(lines).join(', ');
    });
    return [chart.title].concat(view.conditions || [], view.instead || [], parts).join('. ');
  }

  function showChoices(self, view) {
    self.section.querySelectorAll('input[data-parameter]').forEach(function (input) {
      input.checked = view.choices[input.getAttribute('data-parameter')] === input.value;
      input.parentNode.classList.toggle('chosen', input.checked);
    });
    var scale = self.section.querySelector('[data-do=scale]');
    if (scale) {
      scale.textContent = isLog(self) ? 'Linear axis' : 'Log axis';
    }
  }

  function showNumbers(self, view) {
    var box = self.section.querySelector('.numbers');
    box.textContent = '';
    if (view.table) {
      var head = element('tr', {}, view.table.columns.map(function (c) {
        return element('th', {textContent: c, scope: 'col'});
      }));
      var rows = view.table.rows.map(function (cells) {
        return element('tr', {}, cells.map(function (c, i) {
          return i ? element('td', {textContent: c}) : element('th', {textContent: c, scope: 'row'});
        }));
      });
      var table = element('table', {},
          [element('thead', {}, [head]), element('tbody', {}, rows)]);
      table.setAttribute('aria-label', self.chart.title);
      box.appendChild(table);
    }
  }

  function drawAll() {
    applyTheme();
    charts.forEach(draw);
    colourChips();
  }

  function names() {
    var found = [];
    data.charts.forEach(function (chart) {
      chart.views.forEach(function (view) {
        view.panels.forEach(function (panel) {
          (panel.rows || panel.lines || panel.groups).forEach(function (item) {
            if (item.name && found.indexOf(item.name) < 0) {
              found.push(item.name);
            }
          });
        });
      });
    });
    return found;
  }

  function addChips() {
    var bar = document.getElementById('strategies');
    names().forEach(function (name) {
      var swatch = element('span',
          {className: 'swatch' + (fanout.isCounterpart(name) ? ' diamond' : '')});
      var focus = element('button', {type: 'button', title: 'Only ' + name + ' in full colour'},
          [swatch, document.createTextNode(name.substring(0, 40))]);
      var hide = element('button', {type: 'button', textContent: 'hide'});
      var chip = element('span', {className: 'chip'}, [focus, hide]);
      chip.setAttribute('data-name', name);
      hide.setAttribute('aria-label', 'Hide ' + name);
      focus.addEventListener('click', function () {
        shared.focus = shared.focus === name ? null : name;
        delete shared.hidden[name];
        showChips();
        drawAll();
      });
      hide.addEventListener('click', function () {
        if (shared.hidden[name]) {
          delete shared.hidden[name];
        } else {
          shared.hidden[name] = true;
          shared.focus = shared.focus === name ? null : shared.focus;
        }
        showChips();
        drawAll();
      });
      bar.appendChild(chip);
    });
    showChips();
  }

  function eachChip(act) {
    document.querySelectorAll('.chip').forEach(function (chip) {
      act(chip, chip.getAttribute('data-name'), chip.firstChild, chip.lastChild);
    });
  }

  function showChips() {
    eachChip(function (chip, name, focus, hide) {
      var hidden = !!shared.hidden[name];
      chip.classList.toggle('hidden', hidden);
      chip.classList.toggle('focused', shared.focus === name);
      focus.setAttribute('aria-pressed', String(shared.focus === name));
      hide.setAttribute('aria-pressed', String(hidden));
      hide.textContent = hidden ? 'show' : 'hide';
    });
  }

  function colourChips() {
    eachChip(function (chip, name, focus) {
      focus.firstChild.style.color = fanout.colour({theme: theme()}, name);
    });
  }

  /* Paper shows what is folded on the screen; a browser may announce one printing twice. */
  function unfold() {
    document.querySelectorAll('details:not([open])').forEach(function (each) {
      each.open = true;
      unfolded.push(each);
    });
  }

  function fold() {
    unfolded.forEach(function (each) { each.open = false; });
    unfolded = [];
  }

  document.getElementById('theme').addEventListener('click', function () {
    shared.theme = theme() === 'dark' ? 'light' : 'dark';
    drawAll();
  });
  system.addEventListener('change', drawAll);
  window.addEventListener('beforeprint', function () {
    shared.printing = true;
    unfold();
    drawAll();
  });
  window.addEventListener('afterprint', function () {
    shared.printing = false;
    fold();
    drawAll();
  });
  var width = root.clientWidth, waiting = 0;
  window.addEventListener('resize', function () {
    if (root.clientWidth !== width && !shared.printing) {
      width = root.clientWidth;
      window.cancelAnimationFrame(waiting);
      waiting = window.requestAnimationFrame(drawAll);
    }
  });

  addChips();
  charts = data.charts.map(openChart);
  drawAll();
  window.fanoutTable(data.table, element);
  root.setAttribute('data-drawn-ms', String(Math.round(performance.now())));
})();
