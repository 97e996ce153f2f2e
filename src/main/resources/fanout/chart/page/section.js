/*
 * A chart in its section of the page, drawn again at each choice. What all charts share is `reader`:
 * `theme()`, `hidden`, `focus`, `printing`, and the width of a text, `measure`.
 */
fanout.section = (function () {
  'use strict';
  var PAPER = 680, element = fanout.element;

  function viewOf(self) {
    return self.chart.views[self.view];
  }

  function isLog(self) {
    var panel = viewOf(self).panels[0];
    return self.log === null ? !!(panel && panel.log) : self.log;
  }

  function choice(self, parameter, value) {
    var input = element('input', {type: 'radio', name: self.chart.name + '-' + parameter});
    input.setAttribute('data-parameter', parameter);
    input.value = value;
    input.addEventListener('change', function () {
      self.view = fanout.views.nearest(self.chart.views, self.view, parameter, value);
      draw(self);
    });
    return element('label', {}, [input, document.createTextNode(value)]);
  }

  function addChoices(self) {
    var box = self.section.querySelector('.choices');
    Object.keys(self.chart.views[0].choices).forEach(function (parameter) {
      var values = fanout.views.values(self.chart.views, parameter);
      var tabs = element('div', {className: 'tabs'}, values.map(function (value) {
        return choice(self, parameter, value);
      }));
      box.appendChild(element('fieldset', {}, [element('legend', {textContent: parameter}), tabs]));
    });
  }

  function zoom(self, act) {
    (self.echart.getOption().dataZoom || []).forEach(function (each, index) {
      var to = fanout.views.zoomed(each.start, each.end, act);
      self.echart.dispatchAction({type: 'dataZoom', dataZoomIndex: index, start: to.start,
        end: to.end});
    });
  }

  function press(self, act) {
    if (act === 'scale') {
      self.log = !isLog(self);
      draw(self);
    } else {
      zoom(self, act);
    }
  }

  function show(self, drawn) {
    self.box.style.height = drawn.height + 'px';
    if (self.echart) {
      self.echart.resize({width: self.box.clientWidth, height: drawn.height});
    } else {
      self.echart = echarts.init(self.box, null,
          {renderer: 'canvas', devicePixelRatio: Math.max(2, window.devicePixelRatio || 1)});
    }
    self.echart.setOption(drawn.option, true);
  }

  function draw(self) {
    var view = viewOf(self), reader = self.reader;
    show(self, fanout.frame.draw(self.chart, view, {
      width: reader.printing ? PAPER : self.box.clientWidth, theme: reader.theme(), fixed: false,
      hidden: reader.hidden, focus: reader.focus, log: self.log, measure: reader.measure
    }));
    self.box.setAttribute('aria-label', fanout.views.spoken(self.chart.texts.title, view));
    self.section.querySelector('.shown').textContent = fanout.frame.conditions(view);
    showChoices(self, view);
    showNumbers(self, view.table);
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

  function showNumbers(self, content) {
    var box = self.section.querySelector('.numbers');
    box.textContent = '';
    if (!content) {
      return;
    }
    var head = element('tr', {}, content.columns.map(function (cell) {
      return element('th', {textContent: cell, scope: 'col'});
    }));
    var rows = content.rows.map(function (cells) {
      return element('tr', {}, cells.map(function (cell, i) {
        return i ? element('td', {textContent: cell})
            : element('th', {textContent: cell, scope: 'row'});
      }));
    });
    var table = element('table', {}, [element('thead', {}, [head]), element('tbody', {}, rows)]);
    table.setAttribute('aria-label', self.chart.texts.title);
    box.appendChild(table);
  }

  /* Gives the function that draws it. */
  return function (chart, reader) {
    var section = document.getElementById(chart.name);
    var self = {chart: chart, section: section, box: section.querySelector('.canvas'),
      reader: reader, view: chart.first, log: null, echart: null};
    addChoices(self);
    section.querySelectorAll('[data-do]').forEach(function (button) {
      button.addEventListener('click', function () {
        press(self, button.getAttribute('data-do'));
      });
    });
    return function () { draw(self); };
  };
})();
