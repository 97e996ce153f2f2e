/* The files that the page keeps, packed, in its buttons. */
fanout.downloads = (function () {
  'use strict';

  function save(name, blob) {
    var url = URL.createObjectURL(blob), link = fanout.element('a', {href: url, download: name});
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  }

  function type(name) {
    return /\.json$/.test(name) ? 'application/json' : 'text/csv';
  }

  function unpack(base64) {
    var packed = atob(base64), bytes = new Uint8Array(packed.length);
    for (var i = 0; i < packed.length; i++) {
      bytes[i] = packed.charCodeAt(i);
    }
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).blob();
  }

  return function () {
    document.querySelectorAll('[data-file]').forEach(function (button) {
      button.addEventListener('click', function () {
        var name = button.getAttribute('data-file');
        unpack(button.getAttribute('data-gzip')).then(function (blob) {
          save(name, new Blob([blob], {type: type(name)}));
        });
      });
    });
  };
})();
