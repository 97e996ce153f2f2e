/* Draws a chart's first view as an SVG text, without a browser. */
function drawPicture(json, width) {
  'use strict';
  var ENTITIES = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'};
  var chart = JSON.parse(json);
  var drawn = fanout.frame.draw(chart, chart.views[chart.first], {
    width: width, theme: 'light', fixed: true, hidden: {}, focus: null, log: null,
    // ECharts 5.3.1 writes texts into the SVG as they are.
    escape: function (text) {
      return text.replace(/[&<>"]/g, function (c) { return ENTITIES[c]; });
    }
  });
  var echart = echarts.init(null, null,
      {renderer: 'svg', ssr: true, width: width, height: drawn.height});
  echart.setOption(drawn.option);
  var svg = echart.renderToSVGString();
  echart.dispose();
  return svg;
}
