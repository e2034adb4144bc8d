// What every journey has in common: `site` is the page, and at the end of each test nothing may have
// gone wrong in it unnoticed.
import { test as base, expect } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';

export { expect };

export const test = base.extend({
  /** What a test expects to go wrong: patterns of messages that are then no failure. */
  expectedTrouble: [[], { option: true }],

  /** What the page asked for so far, as addresses. */
  requests: async ({}, use) => use([]),

  /** The page, watched: no breach of the content policy, no error, no other origin. */
  site: async ({ page, baseURL, requests, expectedTrouble }, use) => {
    const trouble = [];
    const note = (words) => {
      if (!expectedTrouble.some((pattern) => pattern.test(words))) trouble.push(words);
    };
    page.on('request', (request) => {
      requests.push(request.url());
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== new URL(baseURL).origin) {
        note(`asked another origin: ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => note(`error: ${error.message}`));
    await page.exposeFunction('noteBreach', (words) => note(`content policy: ${words}`));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        window.noteBreach(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });

    await use(page);
    expect(trouble, 'trouble in the page').toEqual([]);
  },
});

/** Expects axe to find nothing, at WCAG 2.2 AA and its best practices. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
}
