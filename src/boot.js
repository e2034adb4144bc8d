// Runs before anything else, as a classic script in the page itself: it works when nothing else does.
'use strict';
(() => {
  // A file can fail before the page has the place to say so, so what to say is kept apart from saying it.
  let words = 'Loading the checker';
  const say = (now) => {
    words = now;
    const place = document.getElementById('boot');
    if (place) place.textContent = words;
  };
  const failed = () => say('The checker did not load. Check your internet connection, then load this page again.');

  document.addEventListener('DOMContentLoaded', () => say(words));
  addEventListener('TrunkApplicationStarted', () => say(''));
  addEventListener('error', failed, true);
  addEventListener('unhandledrejection', failed);
})();
