/* One block per strategy, one bar per fetch: when it started, waited, received, paused, finished. */
fanout.kinds.TIMELINE = function (chart, view, ctx) {
  'use strict';
  var f = fanout, BAR = 12, PITCH = 14, SPACE = 14, GAP = 12;
  var panel = view.panels[0], groups = f.shown(ctx, panel.groups), out = f.frame(chart, view, ctx);

  function widest(strings, size) {
    return strings.reduce(function (most, s) { return Math.max(most, f.measure(ctx, s, size)); }, 0);
  }

  var labels = Math.min(widest(groups.map(function (g) { return g.label; }), 12) + GAP + 2,
      out.room * 0.36);
  var totals = widest(groups.map(function (g) { return g.total; }), 12) + GAP;
  var width = out.room - labels - totals, left = out.side + labels, top = out.top + 26;
  var y = top, blocks = groups.map(function (group) {
    var block = {group: group, y: y, height: group.bars.length * PITCH};
    y += block.height + SPACE;
    return block;
  });
  var body = Math.max(20, y - top - SPACE);

  function axis() {
    return f.layer(0, function (params, api) {
      var cs = params.coordSys, extent = f.xExtent(params, api), bottom = cs.y + cs.height + 6;
      var colours = f.palette(ctx), children = [];
      var items = f.ticks(Math.max(0, extent[0]), extent[1], false,
          Math.max(2, Math.floor(cs.width / 80))).map(function (value) {
        return {at: api.coord([value, 0])[0], label: f.number(value / 1000)};
      });
      items.forEach(function (item) {
        children.push(f.line(item.at, cs.y - 4, item.at, bottom, colours.grid));
      });
      f.uncrowded(ctx, items, 11, 8).forEach(function (item) {
        children.push(f.text(ctx, item.at, bottom + 11, item.label,
            {size: 11, align: 'center', fill: colours.muted}));
      });
      children.push(f.line(cs.x, bottom, cs.x + cs.width, bottom, colours.rule));
      return {type: 'group', children: children};
    }, {z: 0});
  }

  function rect(x1, x2, y, fill, opacity, bounds) {
    var a = Math.max(bounds.x, x1), b = Math.min(bounds.x + bounds.width, x2);
    return b < a ? [] : [{type: 'rect', silent: true, z2: 4,
      shape: {x: a, y: y, width: Math.max(b - a, 0), height: BAR},
      style: {fill: fill, opacity: opacity}}];
  }

  function blockLayer(block) {
    var name = block.group.name, own = f.colour(ctx, name), k = f.strength(ctx, name);
    return f.layer(0, function (params, api) {
      var cs = params.coordSys, bar = block.group.bars[params.dataIndex];
      var x = function (ms) { return api.coord([ms, 0])[0]; };
      var at = block.y + params.dataIndex * PITCH;
      var busy = Math.max(x(bar.received), x(bar.started) + 2.5);
      var children = rect(x(bar.started), busy, at, own, k, cs)
          .concat(rect(busy, x(bar.finished), at, own, 0.28 * k, cs));
      var start = Math.max(busy, cs.x), end = Math.min(x(bar.finished), cs.x + cs.width);
      if (end - start > f.measure(ctx, bar.label, 10) + 10) {
        children.push(f.text(ctx, start + 5, at + BAR / 2 + 0.5, bar.label,
            {size: 10, opacity: Math.max(k, 0.35)}));
      }
      if (!ctx.fixed) {
        children.push({type: 'rect', invisible: true, z2: 30, shape: {x: start - 3, y: at,
          width: Math.max(6, end - start + 3), height: PITCH}, ignore: end < start});
      }
      return {type: 'group', children: children};
    }, {silent: false, z: 3, data: block.group.bars.map(function (bar) {
      return {value: [bar.started, 0], tip: bar.tip};
    })});
  }

  out.graphic.push(f.text(ctx, left, out.top + 8, f.shorten(ctx, panel.title, width + totals, 12, 600),
      {weight: 600}));
  blocks.forEach(function (block) {
    var middle = block.y + block.height / 2 - 1;
    var k = Math.max(0.35, f.strength(ctx, block.group.name));
    out.graphic.push(f.text(ctx, left - GAP, middle,
        f.shorten(ctx, block.group.label, labels - GAP, 12), {align: 'right', opacity: k}));
    out.graphic.push(f.text(ctx, out.side + out.room, middle, block.group.total,
        {align: 'right', weight: 600, opacity: k}));
  });
  var end = groups.reduce(function (most, group) {
    return group.bars.reduce(function (m, bar) { return Math.max(m, bar.finished); }, most);
  }, 1);
  return out.finish(top + body + 28, {
    grid: [{left: left, top: top, width: width, height: body}],
    xAxis: [f.hiddenAxis(0, 0, end * 1.01)],
    yAxis: [f.hiddenAxis(0, -1, 1)],
    dataZoom: ctx.fixed ? [] : [{type: 'inside', xAxisIndex: [0], filterMode: 'none',
      zoomOnMouseWheel: 'ctrl'}],
    series: [axis()].concat(blocks.map(blockLayer))
  });
};
