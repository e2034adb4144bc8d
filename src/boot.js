// Runs before anything else, as a classic script in the page itself: it works when nothing else does.
'use strict';
(() => {
  const say = (words) => {
    const place = document.getElementById('boot');
    if (place) place.textContent = words;
  };
  const failed = () => say('The checker did not load. Check your internet connection, then load this page again.');

  document.addEventListener('DOMContentLoaded', () => say('Loading the checker'));
  addEventListener('TrunkApplicationStarted', () => say(''));
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', failed);
})();
