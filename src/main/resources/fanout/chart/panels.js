/* Panels: coordinate systems without axes of ECharts' own, in which layers draw what is visible. */
var fanout = fanout || {};
fanout.panels = (function () {
  'use strict';
  var d = fanout.drawing;

  /* An option to which panels are added. */
  function empty() {
    return {grid: [], xAxis: [], yAxis: [], dataZoom: [], series: []};
  }

  function axis(index, range) {
    return {type: 'value', gridIndex: index, min: range.from, max: range.to,
      inverse: !!range.inverse, show: false};
  }

  /* Adds a panel at a box {left, top, width, height} over two ranges {from, to, inverse}. */
  function add(option, ctx, box, xRange, yRange) {
    var index = option.grid.length;
    option.grid.push(box);
    option.xAxis.push(axis(index, xRange));
    option.yAxis.push(axis(index, yRange));
    if (!ctx.fixed) {
      option.dataZoom.push({type: 'inside', xAxisIndex: [index], filterMode: 'none',
        zoomOnMouseWheel: 'ctrl'});
    }
    return index;
  }

  /* A series that draws in the panel's coordinates what `render` gives, a list of elements. */
  function layer(panelIndex, render, extra) {
    var series = {
      type: 'custom', xAxisIndex: panelIndex, yAxisIndex: panelIndex, silent: true,
      animation: false, encode: {x: 0, y: 1}, data: [[0, 0]], z: 1,
      renderItem: function (params, api) {
        return {type: 'group', children: render(params, api)};
      }
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

  /* Grid lines at {at, label} from `top` to `bottom`, labels as far below as they have room, and
     the axis itself. */
  function xAxis(ctx, items, box, drop) {
    var colours = d.palette(ctx);
    var lines = items.map(function (item) {
      return d.line(item.at, box.top, item.at, box.bottom, colours.grid);
    });
    var labels = fanout.layout.uncrowded(d.measureOf(ctx), items, 11, 8).map(function (item) {
      return d.text(ctx, item.at, box.bottom + drop, item.label,
          {size: 11, align: 'center', fill: colours.muted});
    });
    return lines.concat(labels,
        d.line(box.left, box.bottom, box.left + box.width, box.bottom, colours.rule));
  }

  return {empty: empty, add: add, layer: layer, xExtent: xExtent, yExtent: yExtent, xAxis: xAxis};
})();
