/**
 * Runs in each page before anything of its own. From the `change` of the box for files it measures how long it
 * takes until the first of `people` people are on screen, and until it says there how many of all of them need
 * checking. It keeps both, in milliseconds, as `window.drawn`, a promise of `{ shown, checked,
 * toSeeTo }`. Both sides are measured by this, and by nothing else.
 */
export function watch(people) {
  const shown = () => document.querySelectorAll('.app-rows > li').length > 1
    && [...document.querySelectorAll('p')].find((p) => p.textContent.startsWith(`${people} people were found`));
  const toSeeTo = () => /(\d+) rows need checking/.exec((shown() || undefined)?.textContent)?.[1];

  /** What `find` finds once it finds something, and when that is on screen. */
  const drawn = (find, from) => new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (!found) return false;
      // What is asked for in a frame is answered once it is drawn: the browser lays out the page first.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ found, at: performance.now() - from });
        port2.postMessage('');
      });
      return true;
    };
    const observer = new MutationObserver(() => { if (look()) observer.disconnect(); });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });

  addEventListener('change', ({ target }) => {
    if (target.type !== 'file') return;
    const from = performance.now();
    window.drawn = Promise.all([drawn(shown, from), drawn(toSeeTo, from)])
      .then(([first, all]) => ({ shown: first.at, checked: all.at, toSeeTo: Number(all.found) }));
  }, true);
}
