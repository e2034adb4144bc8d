/**
 * Runs in each page before anything of its own. From the `change` of the box for files it measures how
 * long it takes until the preview of `people` people is drawn, and keeps that, in milliseconds, as
 * `window.drawn`, a promise. Both sides are measured by this, and by nothing else.
 */
export function watch(people) {
  const isThere = () => document.querySelectorAll('.app-rows > li').length > 1
    && [...document.querySelectorAll('p')].some((p) => p.textContent.startsWith(`${people} people were found`));

  addEventListener('change', ({ target }) => {
    if (target.type !== 'file') return;
    const from = performance.now();
    window.drawn = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        // What is asked for in a frame is answered once it is drawn: the browser lays out the page first.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - from);
          port2.postMessage('');
        });
      });
      observer.observe(document, { childList: true, subtree: true, characterData: true });
    });
  }, true);
}
