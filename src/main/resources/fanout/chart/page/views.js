/* What a reader can choose of a chart, and what it says in words. Views are as `Chart.View` has them. */
var fanout = fanout || {};
fanout.views = (function () {
  'use strict';

  /* The values that a parameter takes, in the order of the views. */
  function values(views, parameter) {
    return views.map(function (view) { return view.choices[parameter]; })
        .filter(function (value, i, all) { return all.indexOf(value) === i; });
  }

  /* Index of the view with that value that keeps most other choices of view `now`: not every
     combination was measured. */
  function nearest(views, now, parameter, value) {
    var choices = views[now].choices, best = now, most = -1;
    views.forEach(function (view, index) {
      var same = Object.keys(choices).filter(function (each) {
        return choices[each] === view.choices[each];
      }).length;
      if (view.choices[parameter] === value && same > most) {
        most = same;
        best = index;
      }
    });
    return best;
  }

  /* The part of an axis that is seen, in percent, after a step in, out or to all of it. */
  function zoomed(start, end, act) {
    var half = (end - start) / 2;
    half = act === 'in' ? half / 1.6 : act === 'out' ? Math.min(50, half * 1.6) : 50;
    var middle = Math.max(half, Math.min(100 - half, (start + end) / 2));
    return {start: middle - half, end: middle + half};
  }

  /* Every strategy of the charts, in the order in which they come. */
  function names(charts) {
    var found = [];
    charts.forEach(function (chart) {
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

  function spokenPanel(panel) {
    var items = (panel.rows || panel.groups || []).map(function (item) {
      return item.label + ' ' + (item.text || item.total);
    });
    var lines = (panel.lines || []).filter(function (line) {
      return line.points.length;
    }).map(function (line) {
      return line.label + ' from ' + fanout.numbers.brief(line.points[0].y) + ' to '
          + fanout.numbers.brief(line.points[line.points.length - 1].y);
    });
    return panel.title + ': ' + items.concat(lines).join(', ');
  }

  /* A view for those who hear it. */
  function spoken(title, view) {
    return [title].concat(view.conditions || [], view.instead || [], view.panels.map(spokenPanel))
        .join('. ');
  }

  return {values: values, nearest: nearest, zoomed: zoomed, names: names, spoken: spoken};
})();
