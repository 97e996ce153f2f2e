/* Lines with bands or intervals, labelled at their ends; x is a percentile or a size. */
fanout.kinds.LINES = (function () {
  'use strict';
  var HEAD = 26, LEFT = 58, AXIS = 44, LOWEST = 290;
  var d = fanout.drawing, layers = fanout.linesLayers;

  /* What the labels at the right need, within reason. */
  function roomForLabels(lines, frame, ctx) {
    var widest = fanout.layout.widest(d.measureOf(ctx),
        lines.map(function (each) { return each.label; }), 12);
    return Math.min(widest + layers.LEAD + 14, frame.room * 0.42);
  }

  function addLayers(series, plot, ctx) {
    if (!plot.lines.length) {
      return;
    }
    series.push(layers.axes(plot, ctx));
    plot.panel.ideals.forEach(function (each) { series.push(layers.ideal(plot, each, ctx)); });
    plot.lines.forEach(function (each) {
      series.push(layers.line(plot, each, ctx));
      if (!ctx.fixed) {
        series.push(layers.hover(plot, each));
      }
    });
    series.push(layers.labels(plot, ctx));
  }

  /* Gives where the panel ends. */
  function addPanel(option, frame, panel, top, ctx) {
    var lines = d.shown(ctx, panel.lines).filter(function (each) { return each.points.length; });
    var plot = {panel: panel, lines: lines, scale: fanout.linesScale.of(panel, lines, ctx.log),
      room: roomForLabels(lines.concat(panel.ideals), frame, ctx)};
    var box = {left: frame.side + LEFT, top: top + HEAD, width: frame.room - LEFT - plot.room,
      height: Math.max(LOWEST, lines.length * layers.PITCH + 60)};
    fanout.frame.panelTitle(frame, ctx, frame.side, top + 8, panel.title, frame.room);
    plot.index = fanout.panels.add(option, ctx, box, plot.scale.x, plot.scale.y);
    addLayers(option.series, plot, ctx);
    frame.graphic.push(d.text(ctx, box.left + box.width / 2, box.top + box.height + 32,
        d.shorten(ctx, panel.xTitle, box.width, 11),
        {size: 11, align: 'center', fill: d.palette(ctx).muted}));
    return box.top + box.height + AXIS;
  }

  return function (chart, view, ctx) {
    var frame = fanout.frame.open(chart, view, ctx), option = fanout.panels.empty();
    var bottom = view.panels.reduce(function (top, panel) {
      return addPanel(option, frame, panel, top, ctx) + 12;
    }, frame.top);
    if (ctx.fixed && view.table) {
      bottom = fanout.frame.table(frame, ctx, view.table, bottom + 10);
    }
    return fanout.frame.close(frame, chart, ctx, bottom - 8, option);
  };
})();
