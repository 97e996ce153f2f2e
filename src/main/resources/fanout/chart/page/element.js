/* A new element with properties and children. */
fanout.element = function (tag, properties, children) {
  'use strict';
  var made = document.createElement(tag);
  Object.keys(properties || {}).forEach(function (key) { made[key] = properties[key]; });
  (children || []).forEach(function (child) { made.appendChild(child); });
  return made;
};
