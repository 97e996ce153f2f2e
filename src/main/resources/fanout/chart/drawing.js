/*
 * What drawings are made of. ES5, as Rhino and every browser run it. A drawing context `ctx` has
 *   width    of the drawing in pixels
 *   theme    'light' or 'dark'
 *   fixed    true for a picture: title and fine print are drawn, nothing moves
 *   hidden   {name: true} of strategies that are not shown
 *   focus    name of the one that is not faded, or null
 *   log      true, false, or null for what suits the chart
 *   escape   what a text needs before the renderer has it, if anything
 *   measure  width of a text in a font, in pixels; without it widths are estimated
 */
var fanout = fanout || {};
fanout.drawing = (function () {
  'use strict';
  var FONT = 'system-ui, -apple-system, Segoe UI, Noto Sans, Helvetica, Arial, sans-serif';
  /* What is not in focus is pale, but its words can still be read. */
  var PALE = 0.16, LEGIBLE = 0.35;

  function palette(ctx) {
    return fanout.theme[ctx.theme];
  }

  function colour(ctx, name) {
    var own = Object.prototype.hasOwnProperty.call(fanout.theme.verdicts, name)
        ? fanout.theme.verdicts[name] : name;
    var index = fanout.theme.order.indexOf(own);
    return index < 0 ? palette(ctx).other : palette(ctx).strategies[index];
  }

  /* What is not one of the strategies is drawn as a diamond, so that colour is never all. */
  function isCounterpart(name) {
    return fanout.theme.order.indexOf(name) < 0;
  }

  function font(size, weight) {
    return (weight || 400) + ' ' + size + 'px ' + FONT;
  }

  /* The measure that the functions of `layout.js` need. */
  function measureOf(ctx) {
    return ctx.measure
        ? function (text, size, weight) { return ctx.measure(text, font(size, weight)); }
        : fanout.layout.estimate;
  }

  function shorten(ctx, string, room, size, weight) {
    return fanout.layout.shorten(measureOf(ctx), string, room, size, weight);
  }

  /* The label of a row or line, in the room that it has. */
  function label(ctx, string, room) {
    return fanout.layout.abridge(measureOf(ctx), string, room, 12);
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
        align: s.align || 'left', verticalAlign: 'middle'
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

  function isShown(ctx, item) {
    return !Object.prototype.hasOwnProperty.call(ctx.hidden, item.name);
  }

  function shown(ctx, items) {
    return items.filter(function (item) { return isShown(ctx, item); });
  }

  function strength(ctx, name) {
    return !ctx.focus || ctx.focus === name ? 1 : PALE;
  }

  function textStrength(ctx, name) {
    return Math.max(LEGIBLE, strength(ctx, name));
  }

  function glyph(ctx, x, y, name, hollow, r) {
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

  return {
    FONT: FONT, palette: palette, colour: colour, isCounterpart: isCounterpart,
    measureOf: measureOf, shorten: shorten, label: label, text: text, line: line, shown: shown,
    strength: strength, textStrength: textStrength, glyph: glyph
  };
})();
