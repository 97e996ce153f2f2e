/*
 * The shared part of all option functions: colours, text, scales and ticks. ES5, as Rhino and every
 * browser run it. A drawing context `ctx` has
 *   width    of the drawing in pixels
 *   theme    'light' or 'dark'
 *   fixed    true for a picture: title and fine print are drawn, nothing moves
 *   hidden   {name: true} of strategies that are not shown
 *   focus    name of the one that is not faded, or null
 *   log      true, false, or null for what suits the chart
 *   escape   what a text needs before the renderer has it
 *   measure  width of a text in a font, in pixels
 */
var fanout = (function () {
  'use strict';

  var FONT = 'system-ui, -apple-system, Segoe UI, Noto Sans, Helvetica, Arial, sans-serif';

  function palette(ctx) {
    return fanout.theme[ctx.theme];
  }

  function colour(ctx, name) {
    var own = Object.prototype.hasOwnProperty.call(fanout.theme.verdicts, name)
        ? fanout.theme.verdicts[name] : name;
    var index = fanout.theme.order.indexOf(own);
    return index < 0 ? palette(ctx).other : palette(ctx).strategies[index];
  }

  /* What is not one of the seven strategies is drawn as a diamond, so that colour is never all. */
  function isCounterpart(name) {
    return fanout.theme.order.indexOf(name) < 0;
  }

  function font(size, weight) {
    return (weight || 400) + ' ' + size + 'px ' + FONT;
  }

  /* Widths in 1/1000 em of a common sans serif face, a little generous as faces differ. */
  function estimate(text, size, weight) {
    var sum = 0;
    for (var i = 0; i < text.length; i++) {
      var c = text.charAt(i);
      sum += c.charCodeAt(0) > 0x2e7f ? 1050
          : 'iljtfrI.,:;\'|!()[] /-'.indexOf(c) >= 0 ? 370
          : 'mwMW@%'.indexOf(c) >= 0 ? 950
          : c >= 'A' && c <= 'Z' ? 730
          : 620;
    }
    return sum * size / 1000 * (weight > 400 ? 1.06 : 1);
  }

  function measure(ctx, text, size, weight) {
    return ctx.measure ? ctx.measure(text, font(size, weight)) : estimate(text, size, weight || 400);
  }

  /* ECharts keeps widths by text in a plain object: one that every object has, such as __proto__,
     would spoil it. */
  function keyable(string) {
    return string in {} ? string + '\u200b' : string;
  }

  function text(ctx, x, y, string, style) {
    var s = style || {}, safe = keyable(string);
    return {
      type: 'text', x: x, y: y, silent: true, z2: 20,
      style: {
        text: ctx.escape ? ctx.escape(safe) : safe,
        fill: s.fill || palette(ctx).text,
        opacity: s.opacity === undefined ? 1 : s.opacity,
        font: font(s.size || 12, s.weight),
        align: s.align || 'left', verticalAlign: s.vertical || 'middle',
        textAlign: s.align || 'left', textVerticalAlign: s.vertical || 'middle'
      }
    };
  }

  function line(x1, y1, x2, y2, stroke, style) {
    var s = style || {};
    return {
      type: 'line', silent: true, z2: s.z2 || 1, shape: {x1: x1, y1: y1, x2: x2, y2: y2},
      style: {
        stroke: stroke, lineWidth: s.width || 1, lineDash: s.dash || null,
        opacity: s.opacity === undefined ? 1 : s.opacity
      }
    };
  }

  function shorten(ctx, string, room, size, weight) {
    if (measure(ctx, string, size, weight) <= room) {
      return string;
    }
    var kept = string;
    while (kept.length > 1 && measure(ctx, kept + '…', size, weight) > room) {
      kept = kept.substring(0, kept.length - 1);
    }
    return kept + '…';
  }

  function wrap(ctx, string, room, size) {
    var lines = [], current = '';
    string.split(' ').forEach(function (word) {
      var longer = current ? current + ' ' + word : word;
      if (current && measure(ctx, longer, size) > room) {
        lines.push(current);
        current = word;
      } else {
        current = longer;
      }
    });
    return (current ? lines.concat(current) : lines).map(function (each) {
      return shorten(ctx, each, room, size);
    });
  }

  function forward(value, log) {
    return log ? Math.log(value) / Math.LN10 : value;
  }

  function backward(value, log) {
    return log ? Math.pow(10, value) : value;
  }

  function tidy(value) {
    return Number(value.toPrecision(12));
  }

  function evenTicks(from, to, wanted) {
    var rough = (to - from) / Math.max(1, wanted);
    var power = Math.pow(10, Math.floor(Math.log(rough) / Math.LN10 + 1e-9));
    var step = [1, 2, 5, 10].filter(function (f) { return f * power >= rough * 0.999; })[0] * power;
    var ticks = [];
    for (var i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) {
      ticks.push(tidy(i * step));
    }
    return ticks;
  }

  function logTicks(from, to, wanted) {
    var choices = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];
    for (var c = 0; c < choices.length; c++) {
      var ticks = [];
      for (var e = Math.floor(forward(from, true)); e <= Math.ceil(forward(to, true)); e++) {
        choices[c].forEach(function (f) {
          var value = tidy(f * Math.pow(10, e));
          if (value >= from * 0.9999 && value <= to * 1.0001) {
            ticks.push(value);
          }
        });
      }
      if (ticks.length >= Math.min(3, wanted)) {
        return ticks;
      }
    }
    return evenTicks(from, to, wanted);
  }

  /* Ticks for what is visible; `from` and `to` are values, not their logarithms. */
  function ticks(from, to, log, wanted) {
    if (!(to > from)) {
      return [];
    }
    return log ? logTicks(from, to, wanted) : evenTicks(from, to, wanted);
  }

  function number(value) {
    return Math.abs(value) >= 1000
        ? String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
        : String(tidy(value));
  }

  /* Three significant digits, as the numbers that come with the charts have. */
  function brief(value) {
    return number(Math.abs(value) >= 1000 ? value : Number(value.toPrecision(3)));
  }

  /* Keeps the labels that have room, from first to last. */
  function uncrowded(ctx, items, size, gap) {
    var end = -Infinity;
    return items.filter(function (item) {
      var half = measure(ctx, item.label, size) / 2;
      if (item.at - half < end + gap) {
        return false;
      }
      end = item.at + half;
      return true;
    });
  }

  function shown(ctx, items) {
    return items.filter(function (item) {
      return !(ctx.hidden && Object.prototype.hasOwnProperty.call(ctx.hidden, item.name));
    });
  }

  function strength(ctx, name) {
    return !ctx.focus || ctx.focus === name ? 1 : 0.16;
  }

  function glyph(ctx, x, y, name, hollow, size) {
    var r = size || 5;
    return {
      type: isCounterpart(name) ? 'polygon' : 'circle', z2: 12,
      shape: isCounterpart(name)
          ? {points: [[x, y - r - 1], [x + r + 1, y], [x, y + r + 1], [x - r - 1, y]]}
          : {cx: x, cy: y, r: r},
      style: {
        fill: hollow ? palette(ctx).background : colour(ctx, name), stroke: colour(ctx, name),
        lineWidth: 2, opacity: strength(ctx, name)
      }
    };
  }

  /* A custom series that draws one thing in the panel's coordinates. */
  function layer(panelIndex, render, extra) {
    var series = {
      type: 'custom', xAxisIndex: panelIndex, yAxisIndex: panelIndex, silent: true,
      animation: false, encode: {x: 0, y: 1}, data: [[0, 0]], z: 1, renderItem: render
    };
    for (var key in extra) {
      series[key] = extra[key];
    }
    return series;
  }

  function xExtent(params, api) {
    var x0 = api.coord([0, 0])[0], unit = api.coord([1, 0])[0] - x0;
    return [(params.coordSys.x - x0) / unit,
      (params.coordSys.x + params.coordSys.width - x0) / unit];
  }

  function yExtent(params, api) {
    var y0 = api.coord([0, 0])[1], unit = api.coord([0, 1])[1] - y0;
    return [(params.coordSys.y + params.coordSys.height - y0) / unit,
      (params.coordSys.y - y0) / unit];
  }

  function hiddenAxis(panelIndex, min, max, inverse) {
    return {type: 'value', gridIndex: panelIndex, min: min, max: max, inverse: !!inverse, show: false};
  }

  /* What all of a view was measured under, as a sentence; empty where the panels tell it. */
  function conditions(view) {
    return view && view.conditions ? 'Shown: ' + view.conditions + '.' : '';
  }

  /* The frame of a drawing: title above, fine print below, and the height that all of it takes. */
  function frame(chart, view, ctx) {
    var graphic = [], top = 6, side = ctx.fixed ? 20 : 0, room = ctx.width - 2 * side;
    if (ctx.fixed) {
      graphic.push(text(ctx, side, 26, shorten(ctx, chart.title, room, 17, 600), {size: 17, weight: 600}));
      top = 48;
      var words = [chart.subtitle].concat(conditions(view) || []).join(' ');
      wrap(ctx, words, room, 13).forEach(function (each) {
        graphic.push(text(ctx, side, top, each, {size: 13, fill: palette(ctx).muted}));
        top += 18;
      });
      top += 6;
    }
    return {
      graphic: graphic, top: top, side: side, room: room,
      finish: function (bottom, option) {
        var y = bottom + 18;
        (ctx.fixed ? chart.finePrint : []).forEach(function (sentence) {
          wrap(ctx, sentence, room, 11).forEach(function (each) {
            graphic.push(text(ctx, side, y, each, {size: 11, fill: palette(ctx).muted}));
            y += 15;
          });
        });
        option.graphic = graphic;
        option.animation = false;
        option.backgroundColor = palette(ctx).background;
        if (!ctx.fixed) {
          option.tooltip = tooltip(ctx);
        }
        return {option: option, height: Math.ceil(ctx.fixed ? y + 2 : bottom + 6)};
      }
    };
  }

  function tooltip(ctx) {
    return {
      trigger: 'item', renderMode: 'richText', confine: true, transitionDuration: 0,
      backgroundColor: palette(ctx).background, borderColor: palette(ctx).rule, borderWidth: 1,
      textStyle: {color: palette(ctx).text, fontSize: 12, lineHeight: 18, fontFamily: FONT},
      formatter: function (p) { return p.data.tip || ''; }
    };
  }

  /* A view without panels says why, and has its table; without a view nothing was measured. */
  function nothing(chart, view, ctx) {
    var f = frame(chart, view, ctx), y = f.top + 2;
    var why = view && view.instead || 'Nothing of this was measured.';
    wrap(ctx, why, f.room, 13).forEach(function (each) {
      y += 18;
      f.graphic.push(text(ctx, f.side, y, each, {size: 13}));
    });
    if (ctx.fixed && view && view.table) {
      y = fanout.table(f, ctx, view.table, y + 30) - 28;
    }
    return f.finish(y + 20, {series: []});
  }

  var kinds = {};

  /* The ECharts option of one view of a chart, and the height it needs: {option, height}. */
  function draw(chart, view, ctx) {
    var kind = view && view.panels.length ? kinds[chart.kind] : nothing;
    return kind(chart, view, ctx);
  }

  return {
    draw: draw, kinds: kinds, palette: palette, colour: colour, isCounterpart: isCounterpart,
    measure: measure, text: text, line: line, shorten: shorten, forward: forward,
    backward: backward, ticks: ticks, number: number, brief: brief, uncrowded: uncrowded, shown: shown,
    strength: strength, glyph: glyph, layer: layer, xExtent: xExtent, yExtent: yExtent,
    hiddenAxis: hiddenAxis, conditions: conditions, frame: frame
  };
})();
