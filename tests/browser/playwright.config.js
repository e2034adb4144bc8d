// The browser tests run over the release build in dist/: `cargo xtask test --only browser` makes it first.
import { defineConfig } from '@playwright/test';
import { FOLDER } from './server.js';

// `cargo xtask test` finds a free one.
const PORT = process.env.CAREMAIL_PORT ?? '8087';
const url = `http://127.0.0.1:${PORT}${FOLDER}`;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: 'results/kept',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  reporter: 'list',
  globalTimeout: 20 * 60_000,
  webServer: {
    command: `node ${JSON.stringify(new URL('server.js', import.meta.url).pathname)}`,
    env: { PORT },
    url,
    reuseExistingServer: false,
  },
  use: {
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
  },
  projects: [{
    name: 'chromium',
    use: {
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
    },
  }],
});
