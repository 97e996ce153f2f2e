/*
 * Where texts have room. `measure(text, size, weight)` is the width of a text in pixels; labels and
 * lines are in pixels too.
 */
var fanout = fanout || {};
fanout.layout = (function () {
  'use strict';

  /* The width without a browser: 1/1000 em of a common sans serif face, a little generous as faces
     differ. */
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

  function shorten(measure, text, room, size, weight) {
    if (measure(text, size, weight) <= room) {
      return text;
    }
    var kept = text;
    while (kept.length > 1 && measure(kept + '…', size, weight) > room) {
      kept = kept.substring(0, kept.length - 1);
    }
    return kept + '…';
  }

  /* Shortened in the middle: names begin alike and differ at their ends. */
  function abridge(measure, text, room, size) {
    if (measure(text, size) <= room) {
      return text;
    }
    for (var kept = text.length - 1; kept > 1; kept--) {
      var tail = Math.ceil(kept / 2);
      var both = text.substring(0, kept - tail) + '…' + text.substring(text.length - tail);
      if (measure(both, size) <= room) {
        return both;
      }
    }
    return '…';
  }

  /* Lines that break at spaces; a word that is too long for one is shortened. */
  function wrap(measure, text, room, size) {
    var lines = [], current = '';
    text.split(' ').forEach(function (word) {
      var longer = current ? current + ' ' + word : word;
      if (current && measure(longer, size) > room) {
        lines.push(current);
        current = word;
      } else {
        current = longer;
      }
    });
    return (current ? lines.concat(current) : lines).map(function (line) {
      return shorten(measure, line, room, size);
    });
  }

  function widest(measure, texts, size) {
    return texts.reduce(function (most, text) { return Math.max(most, measure(text, size)); }, 0);
  }

  /* Of labels centred at `at`, those that have room, from first to last. */
  function uncrowded(measure, labels, size, gap) {
    var end = -Infinity;
    return labels.filter(function (each) {
      var half = measure(each.label, size) / 2;
      if (each.at - half < end + gap) {
        return false;
      }
      end = each.at + half;
      return true;
    });
  }

  /* Sorts labels by `y` and gives each its place `at`: pushed down where they touch, then up from
     the bottom edge. */
  function spread(labels, top, bottom, pitch) {
    labels.sort(function (a, b) { return a.y - b.y || a.order - b.order; });
    labels.forEach(function (label, i) {
      label.at = Math.max(label.y, i ? labels[i - 1].at + pitch : top);
    });
    for (var i = labels.length - 1; i >= 0; i--) {
      var limit = i === labels.length - 1 ? bottom : labels[i + 1].at - pitch;
      labels[i].at = Math.min(labels[i].at, limit);
    }
    return labels;
  }

  /* Where a line of points [x, y] is last seen in a window: at its end, or where it crosses the
     right edge; null where it is not seen at all. */
  function exit(points, left, right) {
    var next = points[points.length - 1];
    if (next[0] <= right + 1) {
      return next[0] < left - 1 ? null : next;
    }
    for (var i = points.length - 2; i >= 0; i--) {
      var p = points[i];
      if (p[0] <= right) {
        return [right, p[1] + (next[1] - p[1]) * (right - p[0]) / (next[0] - p[0])];
      }
      next = p;
    }
    return null;
  }

  return {
    estimate: estimate, shorten: shorten, abridge: abridge, wrap: wrap, widest: widest,
    uncrowded: uncrowded, spread: spread, exit: exit
  };
})();
