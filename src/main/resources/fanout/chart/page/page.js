/* What a reader does with the page: draws the charts, and draws them again at each choice. */
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var root = document.documentElement, themeButton = document.getElementById('theme');
  var system = window.matchMedia('(prefers-color-scheme: dark)');
  var pen = document.createElement('canvas').getContext('2d');
  var chosenTheme = null, unfolded = [];

  var reader = {
    hidden: Object.create(null), focus: null, printing: false,
    theme: function () {
      return reader.printing ? 'light' : chosenTheme || (system.matches ? 'dark' : 'light');
    },
    measure: function (text, font) {
      pen.font = font;
      return pen.measureText(text).width;
    }
  };
  var showChips = fanout.chips(fanout.views.names(data.charts), reader, drawAll);
  var draws = data.charts.map(function (chart) { return fanout.section(chart, reader); });

  function drawAll() {
    root.setAttribute('data-theme', reader.theme());
    themeButton.textContent = reader.theme() === 'dark' ? 'Light theme' : 'Dark theme';
    draws.forEach(function (draw) { draw(); });
    showChips();
    clearBar();
  }

  /* What a link leads to begins below the bar, where that stays in sight. */
  function clearBar() {
    var bar = document.getElementById('bar');
    var sticky = window.getComputedStyle(bar).position === 'sticky';
    root.style.scrollPaddingTop = (sticky ? bar.offsetHeight : 0) + 16 + 'px';
  }

  /* Paper shows what is folded on the screen; a browser may announce one printing twice. */
  function unfold() {
    document.querySelectorAll('details:not([open])').forEach(function (each) {
      each.open = true;
      unfolded.push(each);
    });
  }

  function fold() {
    unfolded.forEach(function (each) { each.open = false; });
    unfolded = [];
  }

  function print(now) {
    reader.printing = now;
    (now ? unfold : fold)();
    drawAll();
  }

  /* Draws again where the width changed, once for each frame. */
  function followWidth() {
    var width = root.clientWidth, waiting = 0;
    window.addEventListener('resize', function () {
      if (root.clientWidth !== width && !reader.printing) {
        width = root.clientWidth;
        window.cancelAnimationFrame(waiting);
        waiting = window.requestAnimationFrame(drawAll);
      }
    });
  }

  themeButton.addEventListener('click', function () {
    chosenTheme = reader.theme() === 'dark' ? 'light' : 'dark';
    drawAll();
  });
  system.addEventListener('change', drawAll);
  window.addEventListener('beforeprint', function () { print(true); });
  window.addEventListener('afterprint', function () { print(false); });
  followWidth();
  drawAll();
  fanout.table(data.table);
  fanout.downloads();
  root.setAttribute('data-drawn-ms', String(Math.round(performance.now())));
})();
