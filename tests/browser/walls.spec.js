// The worker that opens strangers' files has no way out, also where the host sends no policy for it: a meta policy
// does not bind workers.
import { Buffer } from 'node:buffer';
import { open } from './applications.js';
import { expect, test } from './site.js';

/** Each way out, as a script would try it. Every one has to throw. */
const WAYS_OUT = [
  "fetch('https://elsewhere.example/')",
  "self.fetch('./index.html')",
  "WorkerGlobalScope.prototype.fetch.call(self, './index.html')",
  "Object.getPrototypeOf(Object.getPrototypeOf(self)).fetch.call(self, './index.html')",
  "new XMLHttpRequest()",
  "new WebSocket('wss://elsewhere.example/')",
  "new WebSocketStream('wss://elsewhere.example/')",
  "new EventSource('./events')",
  "new WebTransport('https://elsewhere.example/')",
  "new RTCPeerConnection()",
  "new Worker('./reader.js')",
  "new SharedWorker('./reader.js')",
  "importScripts('./reader.js')",
  "navigator.sendBeacon('./beacon', 'x')",
  "navigator.serviceWorker.register('./sw.js')",
  "navigator.storage.getDirectory()",
  "navigator.locks.request('x', () => {})",
  "indexedDB.open('x')",
  "caches.open('x')",
  "cookieStore.set('x', 'y')",
  "new BroadcastChannel('x')",
  "new MessageChannel()",
  "new FileReaderSync()",
  "URL.createObjectURL(new Blob(['x']))",
  "new Request('./index.html')",
  "new FontFace('x', 'url(./x)')",
  "new OffscreenCanvas(1, 1)",
  "eval('1')",
  "(0, self.eval)('1')",
  "new Function('return 1')()",
  "(function () {}).constructor('return 1')()",
  "(async () => {}).constructor('return 1')()",
  "(function* () {}).constructor('yield 1')()",
  "(async function* () {}).constructor('yield 1')()",
  "setTimeout('1')",
  "setInterval('1')",
];

/** Runs in the worker: says what of all that it can see has the name of a way out. */
function sayWhatIsLeft() {
  const names = new Set();
  for (let object = self; object !== Object.prototype; object = Object.getPrototypeOf(object)) {
    for (const name of Object.getOwnPropertyNames(object)) {
      if (Reflect.get(object, name, self) !== undefined) names.add(name);
    }
  }
  const isWayOut = (name) => /fetch|http|socket|rtc|worker|import|eval|function|cache|storage|index|beacon|channel|request|navigator|location|time|interval|file|blob|url/i.test(name);
  console.log(`walls left: ${[...names].filter(isWayOut).join()}`);
}

test('the reader has no way to the network or to storage, and runs no text', async ({ site, requests }) => {
  const said = [];
  site.on('console', (message) => {
    if (message.text().startsWith('walls ')) said.push(message.text());
  });
  await site.route(/reader_loader-[0-9a-f]+\.js$/, async (route) => {
    const answer = await route.fetch();
    const tries = WAYS_OUT.map((way) => `
      try { void (${way}); console.log('walls passed: ' + ${JSON.stringify(way)}); } catch { console.log('walls held'); }`);
    await route.fulfill({ response: answer, body: `${await answer.text()}${tries.join('')}\n(${sayWhatIsLeft})();` });
  });
  await open(site, '#/people/import');
  await site.getByLabel('Or choose a file, or drop it here').setInputFiles({
    name: 'staff.csv', mimeType: 'text/csv',
    buffer: Buffer.from('Name,Email,Mobile\nAnna Smith,a@example.org,07700 900123\n'),
  });
  await expect(site.getByText('1 person was found')).toBeVisible();
  await expect.poll(() => said.length).toBe(WAYS_OUT.length + 1);
  expect(said.filter((line) => line.startsWith('walls passed'))).toEqual([]);
  expect(said.at(-1)).toBe('walls left: ');
  expect(requests.filter((url) => /elsewhere|events|beacon|sw\.js/.test(url))).toEqual([]);
});
