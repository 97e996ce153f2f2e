/* A chip for each strategy, which hides it in all charts or takes the colour of all others. */
fanout.chips = (function () {
  'use strict';
  var LONGEST = 40, element = fanout.element;

  function toggleFocus(reader, name) {
    reader.focus = reader.focus === name ? null : name;
    delete reader.hidden[name];
  }

  function toggleHidden(reader, name) {
    if (reader.hidden[name]) {
      delete reader.hidden[name];
    } else {
      reader.hidden[name] = true;
      reader.focus = reader.focus === name ? null : reader.focus;
    }
  }

  function chip(name) {
    var swatch = element('span',
        {className: 'swatch' + (fanout.drawing.isCounterpart(name) ? ' diamond' : '')});
    var focus = element('button', {type: 'button', title: 'Only ' + name + ' in full colour'},
        [swatch, document.createTextNode(name.substring(0, LONGEST))]);
    var hide = element('button', {type: 'button'});
    return {name: name, focus: focus, hide: hide, swatch: swatch,
      whole: element('span', {className: 'chip'}, [focus, hide])};
  }

  function show(each, reader) {
    var hidden = !!reader.hidden[each.name], focused = reader.focus === each.name;
    each.whole.classList.toggle('hidden', hidden);
    each.whole.classList.toggle('focused', focused);
    each.focus.setAttribute('aria-pressed', String(focused));
    each.hide.textContent = hidden ? 'show' : 'hide';
    each.hide.setAttribute('aria-label', (hidden ? 'Show ' : 'Hide ') + each.name);
    each.swatch.style.color = fanout.drawing.colour({theme: reader.theme()}, each.name);
  }

  /* Adds the chips to the page; gives the function that shows what the reader has chosen. */
  return function (names, reader, redraw) {
    var bar = document.getElementById('strategies'), chips = names.map(chip);
    chips.forEach(function (each) {
      each.whole.setAttribute('data-name', each.name);
      each.focus.addEventListener('click', function () {
        toggleFocus(reader, each.name);
        redraw();
      });
      each.hide.addEventListener('click', function () {
        toggleHidden(reader, each.name);
        redraw();
      });
      bar.appendChild(each.whole);
    });
    return function () { chips.forEach(function (each) { show(each, reader); }); };
  };
})();
