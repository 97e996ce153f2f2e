/* Lines with bands or intervals, labelled at their ends; x is a percentile or a size. */
fanout.kinds.LINES = function (chart, view, ctx) {
  'use strict';
  var f = fanout, HEAD = 26, LEFT = 58, AXIS = 44, LEAD = 26, PITCH = 17;

  /* A percentile stands at log10(1 / (1 - q)): 90 at 1, 99 at 2, 99.9 at 3. */
  function xOf(panel, value) {
    return panel.percentiles ? -Math.log(1 - value / 100) / Math.LN10 : f.forward(value, true);
  }

  function all(panel, lines, pick) {
    var values = [];
    lines.concat(panel.ideals).forEach(function (each) {
      each.points.forEach(function (p) { values = values.concat(pick(p)); });
    });
    return values;
  }

  /* What the axis has to hold: an interval that goes to 0 is cut where a log axis begins. */
  function present(p, log) {
    return [p.y].concat(p.low === null || log && p.low <= 0 ? [] : [p.low],
        p.high === null ? [] : [p.high]);
  }

  function scaleOf(panel, lines) {
    var log = ctx.log === null || ctx.log === undefined ? panel.log : ctx.log;
    var xs = all(panel, lines, function (p) { return [xOf(panel, p.x)]; });
    var scores = all(panel, lines, function (p) { return [p.y]; });
    log = log && scores.every(function (score) { return score > 0; });
    var ys = all(panel, lines, function (p) { return present(p, log); });
    var low = Math.min.apply(null, ys), high = Math.max.apply(null, ys);
    var from = log ? f.forward(low, true) : 0, to = f.forward(high, log) || 1;
    var margin = Math.max((to - from) * 0.06, log ? 0.03 : 0);
    var first = Math.min.apply(null, xs), last = Math.max.apply(null, xs);
    var aside = panel.percentiles ? 0 : Math.max(0.08, (last - first) * 0.05);
    return {log: log, from: log ? from - margin : 0, to: to + margin,
      first: first - aside, last: last > first ? last + aside : first + Math.max(aside, 1)};
  }

  function gridLayer(index, panel, scale) {
    return f.layer(index, function (params, api) {
      var cs = params.coordSys, colours = f.palette(ctx), children = [];
      var bottom = cs.y + cs.height, visible = f.yExtent(params, api);
      var rows = f.ticks(f.backward(visible[0], scale.log), f.backward(visible[1], scale.log),
          scale.log, Math.max(3, Math.floor(cs.height / 55)));
      var lastY = Infinity;
      rows.forEach(function (value) {
        var y = api.coord([0, f.forward(value, scale.log)])[1];
        children.push(f.line(cs.x, y, cs.x + cs.width, y, colours.grid));
        if (lastY - y >= 15) {
          lastY = y;
          children.push(f.text(ctx, cs.x - 8, y, f.number(value),
              {size: 11, align: 'right', fill: colours.muted}));
        }
      });
      var columns = panel.ticks.map(function (tick) {
        return {at: api.coord([xOf(panel, tick.value), 0])[0], label: tick.label};
      }).filter(function (item) { return item.at >= cs.x - 1 && item.at <= cs.x + cs.width + 1; });
      columns.forEach(function (item) {
        children.push(f.line(item.at, cs.y, item.at, bottom, colours.grid));
      });
      f.uncrowded(ctx, columns, 11, 8).forEach(function (item) {
        children.push(f.text(ctx, item.at, bottom + 13, item.label,
            {size: 11, align: 'center', fill: colours.muted}));
      });
      children.push(f.line(cs.x, bottom, cs.x + cs.width, bottom, colours.rule));
      return {type: 'group', children: children};
    }, {z: 0});
  }

  function lineLayer(index, panel, each, scale) {
    var own = f.colour(ctx, each.name), k = f.strength(ctx, each.name);
    return f.layer(index, function (params, api) {
      var at = function (x, y) { return api.coord([xOf(panel, x), f.forward(y, scale.log)]); };
      var ranged = each.points.filter(function (p) { return p.low !== null && p.high !== null; });
      var bottom = f.backward(scale.from, scale.log);
      var floor = function (v) { return Math.max(bottom, v); };
      var children = [];
      if (panel.percentiles && ranged.length > 1) {
        children.push({type: 'polygon', silent: true, z2: 2, shape: {points:
          ranged.map(function (p) { return at(p.x, p.high); }).concat(
              ranged.map(function (p) { return at(p.x, floor(p.low)); }).reverse())},
          style: {fill: own, opacity: 0.13 * k}});
      }
      children.push({type: 'polyline', silent: true, z2: 6,
        shape: {points: each.points.map(function (p) { return at(p.x, p.y); })},
        style: {stroke: own, fill: 'none', lineWidth: 2, opacity: k,
          lineDash: f.isCounterpart(each.name) ? [6, 3] : null}});
      (panel.percentiles ? [] : ranged).forEach(function (p) {
        var a = at(p.x, floor(p.low)), b = at(p.x, p.high);
        children.push(f.line(a[0], a[1], b[0], b[1], own, {width: 1.5, opacity: k, z2: 7}));
      });
      (panel.percentiles ? each.points.slice(-1) : each.points).forEach(function (p) {
        var c = at(p.x, p.y);
        children.push(f.glyph(ctx, c[0], c[1], each.name, false, 3));
      });
      return {type: 'group', children: children};
    }, {z: 3, clip: !ctx.fixed});
  }

  function tip(panel, each, p) {
    var took = f.brief(p.y) + ' ms';
    return panel.percentiles
        ? each.label + '\n' + f.number(p.x) + ' % of the batches took at most ' + took
            + (p.low === null ? '' : '\nforks from ' + f.brief(p.low) + ' to ' + f.brief(p.high))
            + '\n' + f.number(p.samples) + ' samples beyond'
        : each.label + '\n' + f.number(p.x) + ' endpoints: ' + took + ' per batch'
            + (p.low === null ? '' : '\n95 % interval ' + f.brief(p.low) + ' to ' + f.brief(p.high))
            + '\n' + f.number(p.samples) + ' samples';
  }

  function hoverLayer(index, panel, each, scale) {
    return f.layer(index, function (params, api) {
      var c = api.coord([api.value(0), api.value(1)]), cs = params.coordSys;
      var inside = c[0] >= cs.x && c[0] <= cs.x + cs.width && c[1] >= cs.y
          && c[1] <= cs.y + cs.height;
      return {type: 'circle', invisible: true, ignore: !inside, z2: 30,
        shape: {cx: c[0], cy: c[1], r: 9}};
    }, {silent: false, z: 5, data: each.points.map(function (p) {
      return {value: [xOf(panel, p.x), f.forward(p.y, scale.log)], tip: tip(panel, each, p)};
    })});
  }

  function idealLayer(index, panel, ideal, scale) {
    return f.layer(index, function (params, api) {
      return {type: 'polyline', silent: true, z2: 4, shape: {points: ideal.points.map(function (p) {
        return api.coord([xOf(panel, p.x), f.forward(p.y, scale.log)]);
      })}, style: {stroke: f.palette(ctx).muted, fill: 'none', lineWidth: 1.5, lineDash: [3, 4]}};
    }, {z: 2, clip: !ctx.fixed});
  }

  /* Moves labels apart: pushed down where they touch, then up from the bottom edge. */
  function spread(labels, top, bottom) {
    labels.sort(function (a, b) { return a.y - b.y || a.order - b.order; });
    labels.forEach(function (label, i) {
      label.at = Math.max(label.y, i ? labels[i - 1].at + PITCH : top);
    });
    for (var i = labels.length - 1; i >= 0; i--) {
      var limit = i === labels.length - 1 ? bottom : labels[i + 1].at - PITCH;
      labels[i].at = Math.min(labels[i].at, limit);
    }
    return labels;
  }

  /* Where a line is last seen in the window: at its end, or where it crosses the right edge; null
     where it is not seen at all. */
  function exit(points, at, left, right) {
    var next = at(points[points.length - 1]);
    if (next[0] <= right + 1) {
      return next[0] < left - 1 ? null : next;
    }
    for (var i = points.length - 2; i >= 0; i--) {
      var p = at(points[i]);
      if (p[0] <= right) {
        return [right, p[1] + (next[1] - p[1]) * (right - p[0]) / (next[0] - p[0])];
      }
      next = p;
    }
    return null;
  }

  function endLabels(index, panel, lines, scale, room) {
    return f.layer(index, function (params, api) {
      var cs = params.coordSys, right = cs.x + cs.width, children = [], visible = [];
      var at = function (p) { return api.coord([xOf(panel, p.x), f.forward(p.y, scale.log)]); };
      lines.concat(panel.ideals).forEach(function (each, order) {
        var c = exit(each.points, at, cs.x, right);
        if (c && c[1] >= cs.y - 1 && c[1] <= cs.y + cs.height + 1) {
          visible.push({order: order, each: each, x: Math.min(c[0], right), y: c[1]});
        }
      });
      spread(visible, cs.y, cs.y + cs.height).forEach(function (label) {
        var name = label.each.name, k = name ? f.strength(ctx, name) : 1;
        children.push({type: 'polyline', silent: true, z2: 3, shape: {points:
          [[label.x + 5, label.y], [right + 6, label.y], [right + LEAD - 6, label.at]]},
          // Dotted where it crosses the plot: there it must not be taken for measured.
          style: {stroke: name ? f.colour(ctx, name) : f.palette(ctx).muted, fill: 'none',
            lineWidth: 1, opacity: 0.45 * k, lineDash: label.x < right - 1 ? [1, 5] : null}});
        if (name) {
          children.push(f.glyph(ctx, right + LEAD, label.at, name, false, 3.5));
        }
        children.push(f.text(ctx, right + LEAD + (name ? 9 : -3), label.at,
            f.shorten(ctx, label.each.label, room - LEAD - 9, 12),
            {opacity: Math.max(k, 0.35), fill: name ? null : f.palette(ctx).muted}));
      });
      return {type: 'group', children: children};
    }, {z: 6});
  }

  var out = f.frame(chart, view, ctx);
  var option = {grid: [], xAxis: [], yAxis: [], dataZoom: [], series: []};
  var top = out.top;
  view.panels.forEach(function (panel, index) {
    var lines = f.shown(ctx, panel.lines).filter(function (each) { return each.points.length; });
    if (!lines.length) {
      lines = [];
    }
    var widest = lines.concat(panel.ideals).reduce(function (most, each) {
      return Math.max(most, f.measure(ctx, each.label, 12));
    }, 0);
    var room = Math.min(widest + LEAD + 14, out.room * 0.42);
    var width = out.room - LEFT - room, body = Math.max(290, lines.length * PITCH + 60);
    var scale = lines.length ? scaleOf(panel, lines) : {from: 0, to: 1, first: 0, last: 1};
    out.graphic.push(f.text(ctx, out.side, top + 8, f.shorten(ctx, panel.title, out.room, 12, 600),
        {weight: 600}));
    option.grid.push({left: out.side + LEFT, top: top + HEAD, width: width, height: body});
    option.xAxis.push(f.hiddenAxis(index, scale.first, scale.last));
    option.yAxis.push(f.hiddenAxis(index, scale.from, scale.to));
    if (lines.length) {
      option.series.push(gridLayer(index, panel, scale));
      panel.ideals.forEach(function (ideal) {
        option.series.push(idealLayer(index, panel, ideal, scale));
      });
      lines.forEach(function (each) {
        option.series.push(lineLayer(index, panel, each, scale));
        if (!ctx.fixed) {
          option.series.push(hoverLayer(index, panel, each, scale));
        }
      });
      option.series.push(endLabels(index, panel, lines, scale, room));
    }
    out.graphic.push(f.text(ctx, out.side + LEFT + width / 2, top + HEAD + body + 32,
        f.shorten(ctx, panel.xTitle, width, 11), {size: 11, align: 'center', fill: f.palette(ctx).muted}));
    if (!ctx.fixed) {
      option.dataZoom.push({type: 'inside', xAxisIndex: [index], filterMode: 'none',
        zoomOnMouseWheel: 'ctrl'});
    }
    top += HEAD + body + AXIS + 12;
  });
  if (ctx.fixed && view.table) {
    top = f.table(out, ctx, view.table, top + 10);
  }
  return out.finish(top - 8, option);
};

/* A small table of texts; the first column to the left, numbers to the right. */
fanout.table = function (out, ctx, table, top) {
  'use strict';
  var f = fanout, first = Math.min(190, out.room * 0.3), colours = f.palette(ctx);
  var pitch = (out.room - first) / (table.columns.length - 1);
  function row(cells, y, style) {
    cells.forEach(function (cell, i) {
      out.graphic.push(i === 0
          ? f.text(ctx, out.side, y, f.shorten(ctx, cell, first - 8, 12), style)
          : f.text(ctx, out.side + first + i * pitch, y, f.shorten(ctx, cell, pitch - 6, 12),
              {align: 'right', fill: style.fill, size: style.size}));
    });
  }
  row(table.columns, top, {size: 11, fill: colours.muted});
  out.graphic.push(f.line(out.side, top + 10, out.side + out.room, top + 10, colours.rule));
  table.rows.forEach(function (cells, i) { row(cells, top + 22 + i * 19, {}); });
  return top + 22 + table.rows.length * 19;
};
