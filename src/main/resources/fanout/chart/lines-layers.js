/*
 * The layers of a panel of lines. A `plot` has the panel, its index and scale, the lines that are
 * shown, and the room right of it that their labels have.
 */
var fanout = fanout || {};
fanout.linesLayers = (function () {
  'use strict';
  var LEAD = 26, PITCH = 17;
  var d = fanout.drawing, p = fanout.panels, numbers = fanout.numbers, xOf = fanout.linesScale.xOf;
  var forward = fanout.scales.forward, backward = fanout.scales.backward;

  /* Pixels of a point of the plot. */
  function place(plot, api, x, y) {
    return api.coord([xOf(plot.panel, x), forward(y, plot.scale.y.log)]);
  }

  function trace(plot, api, points) {
    return points.map(function (point) { return place(plot, api, point.x, point.y); });
  }

  function rows(plot, ctx, params, api) {
    var cs = params.coordSys, colours = d.palette(ctx), log = plot.scale.y.log, drawn = [];
    var visible = p.yExtent(params, api), lastY = Infinity;
    fanout.scales.ticks(backward(visible[0], log), backward(visible[1], log), log,
        Math.max(3, Math.floor(cs.height / 55))).forEach(function (value) {
      var y = api.coord([0, forward(value, log)])[1];
      drawn.push(d.line(cs.x, y, cs.x + cs.width, y, colours.grid));
      if (lastY - y >= 15) {
        lastY = y;
        drawn.push(d.text(ctx, cs.x - 8, y, numbers.exact(value),
            {size: 11, align: 'right', fill: colours.muted}));
      }
    });
    return drawn;
  }

  function axes(plot, ctx) {
    return p.layer(plot.index, function (params, api) {
      var cs = params.coordSys;
      var items = plot.panel.ticks.map(function (tick) {
        return {at: api.coord([xOf(plot.panel, tick.value), 0])[0], label: tick.label};
      }).filter(function (item) { return item.at >= cs.x - 1 && item.at <= cs.x + cs.width + 1; });
      var box = {left: cs.x, width: cs.width, top: cs.y, bottom: cs.y + cs.height};
      return rows(plot, ctx, params, api).concat(p.xAxis(ctx, items, box, 13));
    }, {z: 0});
  }

  function ideal(plot, each, ctx) {
    return p.layer(plot.index, function (params, api) {
      return [{type: 'polyline', silent: true, z2: 4, shape: {points: trace(plot, api, each.points)},
        style: {stroke: d.palette(ctx).muted, fill: 'none', lineWidth: 1.5, lineDash: [3, 4]}}];
    }, {z: 2, clip: !ctx.fixed});
  }

  /* From the lowest to the highest fork; an interval below the axis ends where the axis begins. */
  function band(plot, api, ranged, pen) {
    var bottom = backward(plot.scale.y.from, plot.scale.y.log);
    var highs = ranged.map(function (point) { return place(plot, api, point.x, point.high); });
    var lows = ranged.map(function (point) {
      return place(plot, api, point.x, Math.max(bottom, point.low));
    });
    if (!plot.panel.percentiles) {
      return lows.map(function (low, i) {
        return d.line(low[0], low[1], highs[i][0], highs[i][1], pen.colour,
            {width: 1.5, opacity: pen.strength, z2: 7});
      });
    }
    return ranged.length < 2 ? [] : [{type: 'polygon', silent: true, z2: 2,
      shape: {points: highs.concat(lows.reverse())},
      style: {fill: pen.colour, opacity: 0.13 * pen.strength}}];
  }

  function line(plot, each, ctx) {
    var pen = {colour: d.colour(ctx, each.name), strength: d.strength(ctx, each.name)};
    var ranged = each.points.filter(function (point) {
      return point.low !== null && point.high !== null;
    });
    return p.layer(plot.index, function (params, api) {
      var points = trace(plot, api, each.points);
      var marked = plot.panel.percentiles ? points.slice(-1) : points;
      return band(plot, api, ranged, pen).concat(
          {type: 'polyline', silent: true, z2: 6, shape: {points: points},
            style: {stroke: pen.colour, fill: 'none', lineWidth: 2, opacity: pen.strength,
              lineDash: d.isCounterpart(each.name) ? [6, 3] : null}},
          marked.map(function (c) { return d.glyph(ctx, c[0], c[1], each.name, false, 3); }));
    }, {z: 3, clip: !ctx.fixed});
  }

  function tip(panel, each, point) {
    var took = numbers.brief(point.y) + ' ms', none = point.low === null;
    var ends = none ? '' : numbers.brief(point.low) + ' to ' + numbers.brief(point.high);
    return panel.percentiles
        ? each.label + '\n' + numbers.exact(point.x) + ' % of the batches took at most ' + took
            + (none ? '' : '\nforks from ' + ends)
            + '\n' + numbers.exact(point.samples) + ' samples beyond'
        : each.label + '\n' + numbers.exact(point.x) + ' endpoints: ' + took + ' per batch'
            + (none ? '' : '\n95 % interval ' + ends)
            + '\n' + numbers.exact(point.samples) + ' samples';
  }

  function hover(plot, each) {
    return p.layer(plot.index, function (params, api) {
      var c = api.coord([api.value(0), api.value(1)]), cs = params.coordSys;
      var inside = c[0] >= cs.x && c[0] <= cs.x + cs.width && c[1] >= cs.y
          && c[1] <= cs.y + cs.height;
      return [{type: 'circle', invisible: true, ignore: !inside, z2: 30,
        shape: {cx: c[0], cy: c[1], r: 9}}];
    }, {silent: false, z: 5, data: each.points.map(function (point) {
      return {value: [xOf(plot.panel, point.x), forward(point.y, plot.scale.y.log)],
        tip: tip(plot.panel, each, point)};
    })});
  }

  function label(at, right, room, ctx) {
    var name = at.each.name, muted = d.palette(ctx).muted;
    var leader = {type: 'polyline', silent: true, z2: 3, shape: {points:
      [[at.x + 5, at.y], [right + 6, at.y], [right + LEAD - 6, at.at]]},
      // Dotted where it crosses the plot: there it must not be taken for measured.
      style: {stroke: name ? d.colour(ctx, name) : muted, fill: 'none', lineWidth: 1,
        opacity: 0.45 * (name ? d.strength(ctx, name) : 1),
        lineDash: at.x < right - 1 ? [1, 5] : null}};
    var words = d.text(ctx, right + LEAD + (name ? 9 : -3), at.at,
        d.label(ctx, at.each.label, room - LEAD - 9),
        {opacity: name ? d.textStrength(ctx, name) : 1, fill: name ? null : muted});
    return name
        ? [leader, d.glyph(ctx, right + LEAD, at.at, name, false, 3.5), words] : [leader, words];
  }

  function labels(plot, ctx) {
    return p.layer(plot.index, function (params, api) {
      var cs = params.coordSys, right = cs.x + cs.width, bottom = cs.y + cs.height, seen = [];
      plot.lines.concat(plot.panel.ideals).forEach(function (each, order) {
        var c = fanout.layout.exit(trace(plot, api, each.points), cs.x, right);
        if (c && c[1] >= cs.y - 1 && c[1] <= bottom + 1) {
          seen.push({order: order, each: each, x: Math.min(c[0], right), y: c[1]});
        }
      });
      return fanout.layout.spread(seen, cs.y, bottom, PITCH).reduce(function (drawn, at) {
        return drawn.concat(label(at, right, plot.room, ctx));
      }, []);
    }, {z: 6});
  }

  return {LEAD: LEAD, PITCH: PITCH, axes: axes, ideal: ideal, line: line, hover: hover,
    labels: labels};
})();
