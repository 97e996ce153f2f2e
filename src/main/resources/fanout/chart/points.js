/* Points with intervals, one row per strategy, one panel beside the other. */
fanout.kinds.POINTS = (function () {
  'use strict';
  var ROW = 30, AXIS = 24, HEAD = 26, GAP = 26, LABEL_GAP = 14, NARROWEST = 180;
  var d = fanout.drawing, p = fanout.panels, forward = fanout.scales.forward;
  var backward = fanout.scales.backward;

  /* The union of the panels' rows, in their order, so that panels side by side share labels. */
  function rowKeys(panels, ctx) {
    var keys = [], seen = Object.create(null);
    panels.forEach(function (panel) {
      d.shown(ctx, panel.rows).forEach(function (row) {
        if (!seen[row.label]) {
          seen[row.label] = true;
          keys.push({label: row.label, name: row.name, place: row.place});
        }
      });
    });
    return keys.sort(function (a, b) { return a.place - b.place; });
  }

  function reference(ctx, given, cs, xOf) {
    var colours = d.palette(ctx), top = cs.y, bottom = cs.y + cs.height, drawn = [];
    if (given.margin > 0) {
      var ends = fanout.pointsScale.band(given).map(function (value) {
        return Math.max(cs.x, Math.min(cs.x + cs.width, xOf(value)));
      });
      drawn.push({type: 'rect', silent: true, z2: 0, style: {fill: colours.grid},
        shape: {x: ends[0], y: top, width: ends[1] - ends[0], height: cs.height}});
      ends.forEach(function (end) { drawn.push(d.line(end, top, end, bottom, colours.rule)); });
    }
    var at = xOf(given.value);
    if (at >= cs.x && at <= cs.x + cs.width) {
      drawn.push(d.line(at, top, at, bottom, colours.muted, {dash: [4, 3]}));
    }
    return drawn;
  }

  function axisLayer(index, panel, scale, ctx) {
    return p.layer(index, function (params, api) {
      var cs = params.coordSys, extent = p.xExtent(params, api);
      var xOf = function (value) { return api.coord([forward(value, scale.log), 0])[0]; };
      var items = fanout.scales.ticks(backward(extent[0], scale.log), backward(extent[1], scale.log),
          scale.log, Math.max(2, Math.floor(cs.width / 62))).map(function (value) {
        return {at: xOf(value), label: fanout.numbers.exact(value)};
      }).filter(function (item) { return item.at > cs.x - 1 && item.at < cs.x + cs.width + 1; });
      var box = {left: cs.x, width: cs.width, top: cs.y, bottom: cs.y + cs.height};
      return p.xAxis(ctx, items, box, 12)
          .concat(panel.reference ? reference(ctx, panel.reference, cs, xOf) : []);
    }, {z: 0});
  }

  function dots(row, at, pen) {
    return row.dots.map(at.x).filter(at.inside).map(function (x) {
      return {type: 'circle', silent: true, z2: 5, shape: {cx: x, cy: at.y + 10, r: 2},
        style: {fill: pen.colour, opacity: 0.38 * pen.strength}};
    });
  }

  function interval(row, at, pen) {
    if (row.span === null) {
      return [];
    }
    var ends = [at.x(row.span.low), at.x(row.span.high)], y = at.y;
    if (ends[1] < at.left || ends[0] > at.right) {
      return [];
    }
    var style = {width: 2, opacity: pen.strength, z2: 8};
    return [d.line(at.clamp(ends[0]), y, at.clamp(ends[1]), y, pen.colour, style)].concat(
        ends.filter(at.inside).map(function (end) {
          return d.line(end, y - 6, end, y + 6, pen.colour, style);
        }));
  }

  function pointAndNumber(row, at, ctx) {
    var x = at.x(row.score);
    if (!at.inside(x)) {
      return [];
    }
    var point = d.glyph(ctx, x, at.y, row.name, row.hollow, 3.8);
    var after = at.clamp(Math.max(at.x(fanout.pointsScale.reach(row)), x + 6)) + 7;
    return after + d.measureOf(ctx)(row.text, 12) > at.right + 6 ? [point] : [point,
      d.text(ctx, after, at.y, row.text, {opacity: d.textStrength(ctx, row.name)})];
  }

  /* Where a row's values lie in the window that is visible. */
  function places(cs, api, place, scale) {
    var left = cs.x, right = cs.x + cs.width;
    return {
      left: left, right: right, y: api.coord([0, place])[1],
      x: function (value) {
        return scale.log && value <= 0
            ? -Infinity : api.coord([forward(value, scale.log), place])[0];
      },
      inside: function (x) { return x >= left - 1 && x <= right + 1; },
      clamp: function (x) { return Math.max(left, Math.min(right, x)); }
    };
  }

  function rowLayer(index, row, place, scale, ctx) {
    var pen = {colour: d.colour(ctx, row.name), strength: d.strength(ctx, row.name)};
    return p.layer(index, function (params, api) {
      var at = places(params.coordSys, api, place, scale);
      var hover = ctx.fixed ? [] : [{type: 'rect', invisible: true, z2: 30,
        shape: {x: at.left, y: at.y - ROW / 2, width: at.right - at.left, height: ROW}}];
      return dots(row, at, pen).concat(
          interval(row, at, pen), pointAndNumber(row, at, ctx), hover);
    }, {silent: false, z: 3, data: [{value: [forward(row.score, scale.log), place], tip: row.tip}]});
  }

  /* As many panels in each line as in the others, where that goes. */
  function grid(keys, panels, room, ctx) {
    var widest = fanout.layout.widest(d.measureOf(ctx),
        keys.map(function (key) { return key.label; }), 12);
    var labels = Math.min(widest + LABEL_GAP + 2, room * 0.4);
    var most = Math.max(1, Math.min(panels, Math.floor((room - labels + GAP) / (NARROWEST + GAP))));
    var lines = Math.ceil(panels / most), columns = Math.ceil(panels / lines);
    var body = Math.max(1, keys.length) * ROW;
    return {labels: labels, columns: columns, lines: Math.ceil(panels / columns), body: body,
      width: (room - labels - (columns - 1) * GAP - 8) / columns, pitch: HEAD + body + AXIS + 14};
  }

  function rowLabel(frame, ctx, key, left, y, room) {
    frame.graphic.push(d.text(ctx, left - LABEL_GAP, y, d.label(ctx, key.label, room),
        {align: 'right', opacity: d.textStrength(ctx, key.name)}));
  }

  function addPanel(option, frame, panel, keys, box, ctx) {
    var rows = d.shown(ctx, panel.rows);
    var scale = fanout.pointsScale.of(panel, rows, box.width, ctx.log, d.measureOf(ctx));
    var index = p.add(option, ctx, box, scale,
        {from: -0.5, to: Math.max(1, keys.length) - 0.5, inverse: true});
    option.series.push(axisLayer(index, panel, scale, ctx));
    keys.forEach(function (key, place) {
      var row = rows.filter(function (each) { return each.label === key.label; })[0];
      if (row) {
        option.series.push(rowLayer(index, row, place, scale, ctx));
      } else {
        frame.graphic.push(d.text(ctx, box.left + 4, box.top + (place + 0.5) * ROW, 'not measured',
            {size: 11, fill: d.palette(ctx).muted}));
      }
    });
  }

  return function (chart, view, ctx) {
    var keys = rowKeys(view.panels, ctx), frame = fanout.frame.open(chart, view, ctx);
    var cells = grid(keys, view.panels.length, frame.room, ctx), option = p.empty();
    view.panels.forEach(function (panel, index) {
      var column = index % cells.columns;
      var left = frame.side + cells.labels + column * (cells.width + GAP);
      var top = frame.top + Math.floor(index / cells.columns) * cells.pitch;
      fanout.frame.panelTitle(frame, ctx, left, top + 8, panel.title, cells.width);
      if (column === 0) {
        keys.forEach(function (key, place) {
          rowLabel(frame, ctx, key, left, top + HEAD + (place + 0.5) * ROW,
              cells.labels - LABEL_GAP);
        });
      }
      addPanel(option, frame, panel, keys,
          {left: left, top: top + HEAD, width: cells.width, height: cells.body}, ctx);
    });
    return fanout.frame.close(frame, chart, ctx,
        frame.top + cells.lines * cells.pitch - 14, option);
  };
})();
