// The browser tests run over the release build in dist/: `cargo xtask test --only browser` makes it first.
import { defineConfig } from '@playwright/test';
import { DOWNLOADS } from './downloads.js';
import { TODAY } from './day.js';
import { FOLDER } from './server.js';

// `cargo xtask test` finds a free one.
const PORT = process.env.CAREMAIL_PORT ?? '8087';
const url = `http://127.0.0.1:${PORT}${FOLDER}`;
const isRoot = process.getuid?.() === 0;

/** What is tried in every browser; the rest, in Chromium alone. */
const EVERYWHERE = {
  testMatch: ['journeys.spec.js', 'every_browser.spec.js'],
  // By keyboard, one journey is enough to see that keys do what they do in Chromium.
  grepInvert: /by keyboard › (?!one not registered)|by keyboard (?!one not registered)/,
  timeout: 90_000,
  use: { trace: 'off' },
};

const CHROMIUM = {
  browserName: 'chromium',
  launchOptions: {
    // Unset, Playwright looks for the Chromium it installs itself.
    executablePath: process.env.CAREMAIL_CHROMIUM || undefined,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []), // Chromium's sandbox refuses to run as root.
      // The browser's own errands are no part of a test, and would show among the page's requests.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-quic',
      '--disable-sync',
      '--no-first-run',
    ],
  },
};

/** By the value of CAREMAIL_BROWSER. */
const PROJECTS = {
  chromium: { name: 'chromium', testIgnore: ['hosts.spec.js', 'firefox_profile.spec.js'], use: CHROMIUM },
  // The site on the web server that CAREMAIL_NGINX or CAREMAIL_APACHE names.
  nginx: { name: 'nginx', testMatch: 'hosts.spec.js', use: CHROMIUM },
  apache: { name: 'apache', testMatch: 'hosts.spec.js', use: CHROMIUM },
  // The one that CAREMAIL_FIREFOX names, by WebDriver BiDi.
  firefox: {
    ...EVERYWHERE,
    testMatch: [...EVERYWHERE.testMatch, 'firefox_profile.spec.js'],
    name: 'firefox',
    use: {
      ...EVERYWHERE.use,
      browserName: 'firefox',
      channel: 'moz-firefox',
      launchOptions: {
        executablePath: new URL('firefox.js', import.meta.url).pathname,
        downloadsPath: DOWNLOADS,
        // The list of downloads would take the keyboard from the page.
        firefoxUserPrefs: { 'browser.download.alwaysOpenPanel': false },
      },
    },
  },
  // The one whose driver CAREMAIL_WEBKIT names, by WebDriver: see `webkit.js`.
  webkit: { ...EVERYWHERE, name: 'webkit' },
};

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: 'results/kept',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // On a busy machine. What needs the second attempt is named in what is printed, and is to be mended.
  retries: 1,
  workers: 2,
  reporter: 'list',
  globalTimeout: 25 * 60_000,
  webServer: {
    command: `node ${JSON.stringify(new URL('server.js', import.meta.url).pathname)}`,
    env: { PORT, ...(process.env.CAREMAIL_BROWSER === 'webkit' && { CAREMAIL_DAY: TODAY }) },
    url,
    reuseExistingServer: false,
  },
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
  },
  projects: [PROJECTS[process.env.CAREMAIL_BROWSER ?? 'chromium']],
});
