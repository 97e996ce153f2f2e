/* One block per strategy, one bar per fetch: when it started, waited, received, paused, finished. */
fanout.kinds.TIMELINE = (function () {
  'use strict';
  var BAR = 12, PITCH = 14, SPACE = 14, GAP = 12;
  var d = fanout.drawing, p = fanout.panels;

  function axis(index, ctx) {
    return p.layer(index, function (params, api) {
      var cs = params.coordSys, extent = p.xExtent(params, api);
      var items = fanout.scales.ticks(Math.max(0, extent[0]), extent[1], false,
          Math.max(2, Math.floor(cs.width / 80))).map(function (value) {
        return {at: api.coord([value, 0])[0], label: fanout.numbers.exact(value / 1000)};
      });
      var box = {left: cs.x, width: cs.width, top: cs.y - 4, bottom: cs.y + cs.height + 6};
      return p.xAxis(ctx, items, box, 11);
    }, {z: 0});
  }

  function rect(x1, x2, y, cs, style) {
    var a = Math.max(cs.x, x1), b = Math.min(cs.x + cs.width, x2);
    return b < a ? [] : [{type: 'rect', silent: true, z2: 4,
      shape: {x: a, y: y, width: b - a, height: BAR}, style: style}];
  }

  /* Solid while it waits and receives, pale from then on, where its name stands if it has room. */
  function fetch(bar, y, name, cs, xOf, ctx) {
    var own = d.colour(ctx, name), k = d.strength(ctx, name);
    var busy = Math.max(xOf(bar.received), xOf(bar.started) + 2.5);
    var start = Math.max(busy, cs.x), end = Math.min(xOf(bar.finished), cs.x + cs.width);
    var words = end - start > d.measureOf(ctx)(bar.label, 10) + 10
        ? [d.text(ctx, start + 5, y + BAR / 2 + 0.5, bar.label,
            {size: 10, opacity: d.textStrength(ctx, name)})] : [];
    var hover = ctx.fixed ? [] : [{type: 'rect', invisible: true, z2: 30, ignore: end < start,
      shape: {x: start - 3, y: y, width: Math.max(6, end - start + 3), height: PITCH}}];
    return rect(xOf(bar.started), busy, y, cs, {fill: own, opacity: k}).concat(
        rect(busy, xOf(bar.finished), y, cs, {fill: own, opacity: 0.28 * k}), words, hover);
  }

  function blockLayer(index, block, ctx) {
    var bars = block.group.bars;
    return p.layer(index, function (params, api) {
      return fetch(bars[params.dataIndex], block.y + params.dataIndex * PITCH, block.group.name,
          params.coordSys, function (ms) { return api.coord([ms, 0])[0]; }, ctx);
    }, {silent: false, z: 3, data: bars.map(function (bar) {
      return {value: [bar.started, 0], tip: bar.tip};
    })});
  }

  /* Each group with its place below the one before. */
  function stack(groups, top) {
    var y = top;
    return groups.map(function (group) {
      var block = {group: group, y: y, height: group.bars.length * PITCH};
      y += block.height + SPACE;
      return block;
    });
  }

  function columns(groups, frame, ctx) {
    var measure = d.measureOf(ctx);
    var named = groups.map(function (group) { return group.label; });
    var totals = groups.map(function (group) { return group.total; });
    var labels = Math.min(fanout.layout.widest(measure, named, 12) + GAP + 2, frame.room * 0.36);
    return {labels: labels, left: frame.side + labels,
      width: frame.room - labels - fanout.layout.widest(measure, totals, 12) - GAP};
  }

  function caption(frame, block, at, ctx) {
    var middle = block.y + block.height / 2 - 1;
    var k = d.textStrength(ctx, block.group.name);
    frame.graphic.push(
        d.text(ctx, at.left - GAP, middle, d.label(ctx, block.group.label, at.labels - GAP),
            {align: 'right', opacity: k}),
        d.text(ctx, frame.side + frame.room, middle, block.group.total,
            {align: 'right', weight: 600, opacity: k}));
  }

  function lastFinish(groups) {
    return groups.reduce(function (most, group) {
      return group.bars.reduce(function (m, bar) { return Math.max(m, bar.finished); }, most);
    }, 1);
  }

  return function (chart, view, ctx) {
    var panel = view.panels[0], groups = d.shown(ctx, panel.groups);
    var frame = fanout.frame.open(chart, view, ctx), option = p.empty();
    var at = columns(groups, frame, ctx), top = frame.top + 26, blocks = stack(groups, top);
    var body = blocks.reduce(function (most, block) {
      return Math.max(most, block.y + block.height - top);
    }, 20);
    fanout.frame.panelTitle(frame, ctx, at.left, frame.top + 8, panel.title,
        frame.side + frame.room - at.left);
    blocks.forEach(function (block) { caption(frame, block, at, ctx); });
    var index = p.add(option, ctx, {left: at.left, top: top, width: at.width, height: body},
        {from: 0, to: lastFinish(groups) * 1.01}, {from: -1, to: 1});
    option.series = [axis(index, ctx)].concat(blocks.map(function (block) {
      return blockLayer(index, block, ctx);
    }));
    return fanout.frame.close(frame, chart, ctx, top + body + 28, option);
  };
})();
