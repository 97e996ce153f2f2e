/* What stands around the panels of a drawing, and the drawing of any chart. */
var fanout = fanout || {};
fanout.kinds = {};
fanout.frame = (function () {
  'use strict';
  var d = fanout.drawing;

  /* What all of a view was measured under, as a sentence; empty where the panels tell it. */
  function conditions(view) {
    return view && view.conditions ? 'Shown: ' + view.conditions + '.' : '';
  }

  /* Pushes a text line by line; gives where the next line would stand. */
  function paragraph(frame, ctx, y, string, style, pitch) {
    fanout.layout.wrap(d.measureOf(ctx), string, frame.room, style.size).forEach(function (each) {
      frame.graphic.push(d.text(ctx, frame.side, y, each, style));
      y += pitch;
    });
    return y;
  }

  /* Title and subtitle of a picture; a page has its own. Panels begin at `top`, `side` from the
     edge, and have `room`. */
  function open(chart, view, ctx) {
    var side = ctx.fixed ? 20 : 0;
    var frame = {graphic: [], top: 6, side: side, room: ctx.width - 2 * side};
    if (ctx.fixed) {
      frame.graphic.push(d.text(ctx, side, 26, d.shorten(ctx, chart.texts.title, frame.room, 17, 600),
          {size: 17, weight: 600}));
      var words = [chart.texts.subtitle].concat(conditions(view) || []).join(' ');
      frame.top = 6 + paragraph(frame, ctx, 48, words,
          {size: 13, fill: d.palette(ctx).muted}, 18);
    }
    return frame;
  }

  /* The bold title of a panel. */
  function panelTitle(frame, ctx, x, y, title, room) {
    frame.graphic.push(d.text(ctx, x, y, d.shorten(ctx, title, room, 12, 600), {weight: 600}));
  }

  /* The option of ECharts and the height of the drawing, whose panels end at `bottom`. */
  function close(frame, chart, ctx, bottom, option) {
    var y = bottom + 18;
    (ctx.fixed ? chart.texts.finePrint : []).forEach(function (sentence) {
      y = paragraph(frame, ctx, y, sentence, {size: 11, fill: d.palette(ctx).muted}, 15);
    });
    option.graphic = frame.graphic;
    option.animation = false;
    option.backgroundColor = d.palette(ctx).background;
    if (!ctx.fixed) {
      option.tooltip = tooltip(d.palette(ctx));
    }
    return {option: option, height: Math.ceil(ctx.fixed ? y + 2 : bottom + 6)};
  }

  function tooltip(colours) {
    return {
      trigger: 'item', renderMode: 'richText', confine: true, transitionDuration: 0,
      backgroundColor: colours.background, borderColor: colours.rule, borderWidth: 1,
      textStyle: {color: colours.text, fontSize: 12, lineHeight: 18, fontFamily: d.FONT},
      formatter: function (p) { return p.data.tip || ''; }
    };
  }

  /* A small table of texts in a picture; the first column to the left, numbers to the right. Gives
     where it ends. */
  function table(frame, ctx, content, top) {
    var first = Math.min(190, frame.room * 0.3), colours = d.palette(ctx);
    var pitch = (frame.room - first) / (content.columns.length - 1);
    function row(cells, y, style) {
      cells.forEach(function (cell, i) {
        var right = {align: 'right', fill: style.fill, size: style.size};
        frame.graphic.push(i === 0
            ? d.text(ctx, frame.side, y, d.shorten(ctx, cell, first - 8, 12), style)
            : d.text(ctx, frame.side + first + i * pitch, y,
                d.shorten(ctx, cell, pitch - 6, 12), right));
      });
    }
    row(content.columns, top, {size: 11, fill: colours.muted});
    frame.graphic.push(
        d.line(frame.side, top + 10, frame.side + frame.room, top + 10, colours.rule));
    content.rows.forEach(function (cells, i) { row(cells, top + 22 + i * 19, {}); });
    return top + 22 + content.rows.length * 19;
  }

  /* A view without panels says why, and has its table; without a view nothing was measured. */
  function nothing(chart, view, ctx) {
    var frame = open(chart, view, ctx);
    var why = view && view.instead || 'Nothing of this was measured.';
    var end = paragraph(frame, ctx, frame.top + 20, why, {size: 13}, 18) - 18;
    if (ctx.fixed && view && view.table) {
      end = table(frame, ctx, view.table, end + 30) - 28;
    }
    return close(frame, chart, ctx, end + 20, {series: []});
  }

  /* The ECharts option of one view of a chart, and the height it needs: {option, height}. */
  function draw(chart, view, ctx) {
    var kind = view && view.panels.length ? fanout.kinds[chart.kind] : nothing;
    return kind(chart, view, ctx);
  }

  return {conditions: conditions, open: open, panelTitle: panelTitle, table: table, close: close,
    draw: draw};
})();
