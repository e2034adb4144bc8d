// Watches the page from before its own scripts run: what went wrong, and whether the checker runs. Playwright puts
// it in by itself; for other browsers `server.js` names it in the page.

/** `today` is the day the page is to believe in; without it, the clock is as it is. */
export function watch(today) {
  window.trouble = [];
  const note = (words) => {
    window.trouble.push(words);
    window.noteTrouble?.(words);
  };
  addEventListener('securitypolicyviolation', (event) => note(`content policy: ${event.violatedDirective} ${event.blockedURI}`));
  addEventListener('TrunkApplicationStarted', ({ detail }) => {
    window.checkerRuns = true;
    // A fault of the checker's very own module: memory that was never given out cannot be given back.
    addEventListener('trap', () => detail.wasm.__wbindgen_realloc(0xfffffff0, 16, 1 << 20, 1));
  });
  if (!today) return;
  addEventListener('error', (event) => { if (event.message) note(`error: ${event.message}`); });
  addEventListener('unhandledrejection', (event) => note(`error: ${event.reason}`));
  for (const kind of ['error', 'warn']) console[kind] = (...words) => note(`console: ${words.join(' ')}`);
  const now = new Date(today).getTime();
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...parts) { super(...parts.length > 0 ? parts : [now]); }

    static now() { return now; }
  };
}
