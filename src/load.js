// Fetches the checker and starts it, in place of the script that Trunk writes, which has its files fetched before
// the page's first paint. Where there is something to read meanwhile, they wait until it is on screen.
// `cargo xtask finish` fills in the names of the two files. It runs after boot.js, which says what is on screen.
'use strict';
(() => {
  let isStarted = false;
  const start = async () => {
    if (isStarted) return;
    isStarted = true;
    const parsed = new Promise((done) => {
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', done);
      else done();
    });
    // What fails here is a rejection that nobody handles, and boot.js tells the person of it.
    const module_or_path = fetch('{{app-module}}');
    const [{ default: init }] = await Promise.all([import('{{app-script}}'), parsed]);
    const wasm = await init({ module_or_path });
    dispatchEvent(new CustomEvent('TrunkApplicationStarted', { detail: { wasm } }));
  };

  const startIfAwaited = () => {
    if (document.documentElement.dataset.screen === 'app') start();
  };
  addEventListener('hashchange', startIfAwaited);
  startIfAwaited();

  try {
    new PerformanceObserver((paints) => {
      if (paints.getEntriesByName('first-contentful-paint').length > 0) start();
    }).observe({ type: 'paint', buffered: true });
  } catch (_) {
    // A browser that does not tell when it paints: `load` has to do.
  }
  // A tab in the background is not painted until somebody looks at it.
  addEventListener('load', () => setTimeout(start, document.hidden ? 0 : 1000));
})();
