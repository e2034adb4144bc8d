// Runs before anything else, as a script in the page itself: it works when nothing else does.
// It puts the host's settings into what stands in index.html, shows which part of that is on screen, and
// says so when the checker is loading, did not load, or has stopped. It keeps to ES2015, so that a browser too old
// for the checker can say so.
'use strict';
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const show = (id, shown) => { byId(id).hidden = !shown; };
  /** @type {'loading' | 'running' | 'failed' | 'crashed'} */
  let checker = 'loading';

  // These screens stand in the page already; every other waits for the checker.
  const STANDING = { '': 'start', '#/form': 'form', '#/rules': 'rules', '#/privacy': 'privacy', '#/accessibility': 'accessibility' };
  const draw = () => {
    // As the checker reads it: where it leads back to, and a slash at the end, are no part of the screen.
    const hash = location.hash.replace(/\?.*$/, '').replace(/\/+$/, '').replace(/^#$/, '');
    // A place within a screen, such as the main content, leaves the screen as it is.
    if (hash === '' || hash.startsWith('#/')) root.dataset.screen = STANDING[hash] || 'app';
    else root.dataset.screen = root.dataset.screen || 'start';
    // The script runs in the head: the body may not be there yet, or only in part.
    if (document.readyState === 'loading') return;
    show('loading', checker === 'loading' && root.dataset.screen === 'app');
    show('failed', checker === 'failed');
    show('crashed', checker === 'crashed');
  };

  // The host's settings, which stand above this script. The checker says so where they cannot be read; what
  // stands in the page is then as it was built.
  let settings = {};
  try {
    settings = JSON.parse(byId('settings').textContent) || {};
  } catch (_) { /* As it was built. */ }

  /** The text or number at `path`, such as `association.name`. */
  const setting = (path) => {
    const value = path.split('.').reduce((within, name) => (
      within !== null && typeof within === 'object' && Object.keys(within).includes(name) ? within[name] : undefined
    ), settings);
    return ['string', 'number'].includes(typeof value) ? String(value) : undefined;
  };

  /** Whether a colour `#rrggbb` stands out from white as WCAG 2.2 asks; the checker says so where it does not. */
  const isReadable = (colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    });
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5;
  };

  const brand = setting('colours.brand');
  if (/^#[0-9a-f]{6}$/i.test(brand) && isReadable(brand)) {
    root.style.setProperty('--app-brand', brand);
    document.querySelector('meta[name="theme-color"]').content = brand;
  }

  /** Puts the settings where the page says that they belong: see src/static_pages.rs. */
  const fill = () => {
    for (const place of document.querySelectorAll('[data-setting]')) {
      const text = setting(place.dataset.setting);
      if (text !== undefined) place.textContent = text;
    }
    for (const link of document.querySelectorAll('[data-setting-href]')) {
      const address = link.dataset.settingHref.replace(/\{(.*?)\}/g, (_, path) => setting(path) || '');
      // Nothing that runs, and nothing left of an address that is not there. A telephone is written with spaces.
      if (/^(https:\/\/|mailto:|tel:)./.test(address)) link.href = address.replace(/^tel:.*/, (tel) => tel.replace(/[^:+\dtel]/g, ''));
    }
    for (const list of document.querySelectorAll('[data-setting-count]')) {
      const count = Number(setting(list.dataset.settingCount));
      if (!Number.isInteger(count) || count < 1 || count > 500) continue;
      while (list.children.length > count) list.lastElementChild.remove();
      while (list.children.length < count) list.append(list.firstElementChild.cloneNode(true));
    }
  };

  /** Tells the page that shows this one in a frame how high it is, and nothing else; and no other page. */
  const tellHeight = () => {
    const host = setting('embedded_in');
    if (!host || window.parent === window || !window.ResizeObserver) return;
    root.dataset.embedded = '';
    new ResizeObserver(() => {
      const caremailHeight = Math.ceil(document.body.getBoundingClientRect().height);
      try {
        window.parent.postMessage({ caremailHeight }, host);
      } catch (_) { /* No address: the checker says so. */ }
    }).observe(document.body);
  };

  const fail = () => {
    if (checker !== 'loading') return;
    checker = 'failed';
    draw();
  };

  const crash = () => {
    if (checker === 'crashed') return;
    checker = 'crashed';
    // What it was given a moment ago, if it can still tell; else what it last kept for this.
    let save = window.caremailLastSave;
    try { save = window.caremailSave() || save; } catch (_) { /* It cannot. */ }
    draw();
    show('crashed-save', Boolean(save));
    if (save) byId('crashed-file').href = `data:application/json;charset=utf-8,${encodeURIComponent(save)}`;
    byId('app').inert = true; // It answers to nothing any more.
    byId('crashed').querySelector('h1').focus();
  };

  // Nothing is on screen before the style sheet is there. One that does not come in time is waited for beside the page,
  // which looks meanwhile as style/stalled.scss has it, and is not held up.
  const stall = () => {
    const sheet = document.querySelector('link[rel="stylesheet"]');
    if (!sheet || sheet.sheet) return;
    root.dataset.stalled = '';
    const again = sheet.cloneNode();
    again.media = 'print';
    again.onload = () => {
      again.media = 'all';
      delete root.dataset.stalled;
    };
    // In this order: what has come of the file so far is not asked for again.
    sheet.parentNode.insertBefore(again, sheet);
    sheet.remove();
  };
  setTimeout(stall, 3000);

  // A trap in the checker, whoever called it: it does not run any more.
  const stopped = (reason) => typeof WebAssembly === 'object' && reason instanceof WebAssembly.RuntimeError;
  addEventListener('error', (event) => {
    if (checker === 'running' && stopped(event.error)) crash();
    // While loading, a script or the module that cannot be fetched ends the loading. The style sheet does not.
    else if (event.target && event.target.rel === 'stylesheet') root.dataset.stalled = '';
    else fail();
  }, true);
  addEventListener('unhandledrejection', (event) => {
    if (checker === 'running' && stopped(event.reason)) crash();
    else fail();
  });

  addEventListener('TrunkApplicationStarted', () => {
    checker = 'running';
    draw();
  });
  addEventListener('hashchange', draw);
  draw();

  // What looks like a button answers to Space, as a button does.
  addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.target.matches('a[role="button"]')) {
      event.preventDefault();
      event.target.click();
    }
  });

  // A file dropped anywhere is meant for the box on this screen that takes one. It must never take the place of
  // the page, and of what was typed there.
  for (const kind of ['dragover', 'drop']) {
    addEventListener(kind, (event) => {
      if (event.target.type === 'file' || !event.dataTransfer || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      const box = document.querySelector('#app input[type="file"]');
      if (kind === 'drop' && box && box.offsetParent) {
        box.files = event.dataTransfer.files;
        box.dispatchEvent(new Event('change'));
      }
    });
  }

  addEventListener('DOMContentLoaded', () => {
    fill();
    draw();
    tellHeight();
    for (const id of ['failed-again', 'loading-again', 'crashed-again']) {
      byId(id).addEventListener('click', (event) => {
        event.preventDefault();
        location.reload();
      });
    }
    byId('print').addEventListener('click', () => print());
    // The address names the screen, so going to a place within the screen must not change it.
    document.addEventListener('click', (event) => {
      const link = event.target.closest && event.target.closest('a[href^="#"]');
      const place = link && byId(link.getAttribute('href').slice(1));
      if (!place || place.id.startsWith('/')) return;
      event.preventDefault();
      place.scrollIntoView();
      place.focus();
    });
    setTimeout(() => {
      if (checker === 'loading') {
        byId('loading-words').textContent = 'Still loading the checker. On a slow line this can take a minute.';
      }
    }, 8000);
    // It may still come: what to do stands beside it, and nothing is given up.
    setTimeout(() => show('loading-help', checker === 'loading'), 30000);
  });
})();
