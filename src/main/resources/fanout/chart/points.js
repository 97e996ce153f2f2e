/* Points with intervals, one row per strategy, one panel beside the other. */
fanout.kinds.POINTS = function (chart, view, ctx) {
  'use strict';
  var f = fanout, ROW = 30, AXIS = 24, HEAD = 26, GAP = 26, LABEL_GAP = 14;

  /* The union of the panels' rows, in their order, so that panels side by side share labels. */
  function rowKeys() {
    var keys = [], seen = {};
    view.panels.forEach(function (panel) {
      f.shown(ctx, panel.rows).forEach(function (row) {
        if (!Object.prototype.hasOwnProperty.call(seen, row.label)) {
          seen[row.label] = true;
          keys.push({label: row.label, name: row.name, place: row.place});
        }
      });
    });
    return keys.sort(function (a, b) { return a.place - b.place; });
  }

  function low(row) { return row.low === null ? row.score : row.low; }
  function high(row) { return row.high === null ? row.score : row.high; }
  function reach(row) { return Math.max.apply(null, [high(row)].concat(row.dots)); }

  /* The least that a log axis has to reach: an interval that goes to 0 is cut at its edge. */
  function start(row) {
    return Math.min.apply(null, [row.score, low(row)].concat(row.dots).filter(function (value) {
      return value > 0;
    }));
  }

  function isLog(panel) {
    var positive = panel.rows.every(function (row) { return row.score > 0; });
    return positive && (ctx.log === null || ctx.log === undefined ? panel.log : ctx.log);
  }

  /* The ends of the band around a reference, as far below as above on a log axis. */
  function band(reference) {
    return [reference.value / (1 + reference.margin), reference.value * (1 + reference.margin)];
  }

  /* From and to on the axis, so that every number printed right of its interval has room. */
  function range(panel, rows, width) {
    if (rows.length === 0) { // all of them are hidden
      return {from: 0, to: 1, log: false};
    }
    var log = isLog(panel), reference = panel.reference;
    var starts = rows.map(start).concat(reference ? band(reference) : []);
    var from = log ? f.forward(Math.min.apply(null, starts), true) : 0;
    var ends = rows.map(reach).concat(reference ? band(reference) : []);
    var most = f.forward(Math.max.apply(null, ends.concat(log ? [] : [1e-9])), log);
    if (log) {
      from -= Math.max(0.04, (most - from) * 0.06);
    }
    var to = most + (most - from) * 0.03;
    rows.forEach(function (row) {
      var room = Math.max(width * 0.25, width - 12 - f.measure(ctx, row.text, 12));
      to = Math.max(to, from + (f.forward(reach(row), log) - from) * width / room);
    });
    return {from: from, to: to > from ? to : from + 1, log: log};
  }

  function axisLayer(index, panel, scale) {
    return f.layer(index, function (params, api) {
      var cs = params.coordSys, extent = f.xExtent(params, api), children = [];
      var bottom = cs.y + cs.height, colours = f.palette(ctx);
      var ticks = f.ticks(f.backward(extent[0], scale.log), f.backward(extent[1], scale.log),
          scale.log, Math.max(2, Math.floor(cs.width / 62)));
      var items = ticks.map(function (value) {
        return {at: api.coord([f.forward(value, scale.log), 0])[0], label: f.number(value)};
      }).filter(function (item) { return item.at > cs.x - 1 && item.at < cs.x + cs.width + 1; });
      items.forEach(function (item) {
        children.push(f.line(item.at, cs.y, item.at, bottom, colours.grid));
      });
      f.uncrowded(ctx, items, 11, 8).forEach(function (item) {
        children.push(f.text(ctx, item.at, bottom + 12, item.label,
            {size: 11, align: 'center', fill: colours.muted}));
      });
      children.push(f.line(cs.x, bottom, cs.x + cs.width, bottom, colours.rule));
      if (panel.reference && panel.reference.margin > 0) {
        var ends = band(panel.reference).map(function (value) {
          return Math.max(cs.x, Math.min(cs.x + cs.width, api.coord([f.forward(value, scale.log), 0])[0]));
        });
        children.push({type: 'rect', silent: true, z2: 0, style: {fill: colours.grid},
          shape: {x: ends[0], y: cs.y, width: ends[1] - ends[0], height: cs.height}});
        ends.forEach(function (end) { children.push(f.line(end, cs.y, end, bottom, colours.rule)); });
      }
      if (panel.reference) {
        var at = api.coord([f.forward(panel.reference.value, scale.log), 0])[0];
        if (at >= cs.x && at <= cs.x + cs.width) {
          children.push(f.line(at, cs.y, at, bottom, colours.muted, {dash: [4, 3]}));
        }
      }
      return {type: 'group', children: children};
    }, {z: 0});
  }

  function rowLayer(index, row, place, scale) {
    return f.layer(index, function (params, api) {
      var cs = params.coordSys, left = cs.x, right = cs.x + cs.width;
      var x = function (value) {
        return scale.log && value <= 0
            ? -Infinity : api.coord([f.forward(value, scale.log), place])[0];
      };
      var y = api.coord([0, place])[1], own = f.colour(ctx, row.name), k = f.strength(ctx, row.name);
      var inside = function (at) { return at >= left - 1 && at <= right + 1; };
      var clamp = function (at) { return Math.max(left, Math.min(right, at)); };
      var hover = ctx.fixed ? [] : [{type: 'rect', invisible: true, z2: 30,
        shape: {x: left, y: y - ROW / 2, width: cs.width, height: ROW}}];
      var children = row.dots.filter(function (dot) { return inside(x(dot)); }).map(function (dot) {
        return {type: 'circle', silent: true, z2: 5, shape: {cx: x(dot), cy: y + 10, r: 2},
          style: {fill: own, opacity: 0.38 * k}};
      });
      if (row.low !== null && row.high !== null && x(row.high) >= left && x(row.low) <= right) {
        var a = clamp(x(row.low)), b = clamp(x(row.high));
        children.push(f.line(a, y, b, y, own, {width: 2, opacity: k, z2: 8}));
        [x(row.low), x(row.high)].filter(inside).forEach(function (end) {
          children.push(f.line(end, y - 6, end, y + 6, own, {width: 2, opacity: k, z2: 8}));
        });
      }
      if (inside(x(row.score))) {
        children.push(f.glyph(ctx, x(row.score), y, row.name, row.hollow, 3.8));
        var after = clamp(Math.max(x(reach(row)), x(row.score) + 6)) + 7;
        if (after + f.measure(ctx, row.text, 12) <= right + 6) {
          children.push(f.text(ctx, after, y, row.text, {opacity: Math.max(k, 0.35)}));
        }
      }
      return {type: 'group', children: children.concat(hover)};
    }, {silent: false, z: 3, data: [{value: [f.forward(row.score, scale.log), place], tip: row.tip}]});
  }

  var keys = rowKeys(), out = f.frame(chart, view, ctx);
  var widest = keys.reduce(function (most, key) {
    return Math.max(most, f.measure(ctx, key.label, 12));
  }, 0);
  var labels = Math.min(widest + LABEL_GAP + 2, out.room * 0.4);
  var wanted = Math.floor((out.room - labels + GAP) / (180 + GAP));
  var most = Math.max(1, Math.min(view.panels.length, wanted));
  // As many in each line as in the others, where that goes.
  var columns = Math.ceil(view.panels.length / Math.ceil(view.panels.length / most));
  var width = (out.room - labels - (columns - 1) * GAP - 8) / columns;
  var body = Math.max(1, keys.length) * ROW, tall = HEAD + body + AXIS + 14;
  var option = {grid: [], xAxis: [], yAxis: [], dataZoom: [], series: []};

  view.panels.forEach(function (panel, index) {
    var column = index % columns, left = out.side + labels + column * (width + GAP);
    var top = out.top + Math.floor(index / columns) * tall;
    var rows = f.shown(ctx, panel.rows), scale = range(panel, rows, width);
    out.graphic.push(f.text(ctx, left, top + 8, f.shorten(ctx, panel.title, width, 12, 600),
        {weight: 600}));
    option.grid.push({left: left, top: top + HEAD, width: width, height: body});
    option.xAxis.push(f.hiddenAxis(index, scale.from, scale.to));
    option.yAxis.push(f.hiddenAxis(index, -0.5, Math.max(1, keys.length) - 0.5, true));
    option.series.push(axisLayer(index, panel, scale));
    keys.forEach(function (key, place) {
      var row = rows.filter(function (each) { return each.label === key.label; })[0];
      var y = top + HEAD + (place + 0.5) * ROW;
      if (column === 0) {
        out.graphic.push(f.text(ctx, left - LABEL_GAP, y,
            f.shorten(ctx, key.label, labels - LABEL_GAP, 12),
            {align: 'right', opacity: Math.max(0.35, f.strength(ctx, key.name))}));
      }
      if (row) {
        option.series.push(rowLayer(index, row, place, scale));
      } else {
        out.graphic.push(f.text(ctx, left + 4, y, 'not measured',
            {size: 11, fill: f.palette(ctx).muted}));
      }
    });
    if (!ctx.fixed) {
      option.dataZoom.push({type: 'inside', xAxisIndex: [index], filterMode: 'none',
        zoomOnMouseWheel: 'ctrl'});
    }
  });
  return out.finish(out.top + Math.ceil(view.panels.length / columns) * tall - 14, option);
};
