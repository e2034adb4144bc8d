#!/usr/bin/env node
// Stands in for Firefox's program: starts the one that CAREMAIL_FIREFOX names, and passes on what Playwright and
// it say to each other by WebDriver BiDi. Playwright asks of each new context what older Firefoxes, and Debian's is
// one, do not know yet: that is answered here, and everything else is Firefox's own.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

// The WebSocket that Lighthouse brings.
const WebSocket = createRequire(import.meta.url)('ws');

/** Whether a command says nothing but what a browser does anyway: a new context's colour scheme. */
const isNeedless = ({ method, params }) => method === 'emulation.setMediaFeaturesOverride' && params.userContexts !== undefined;

const firefox = spawn(process.env.CAREMAIL_FIREFOX, process.argv.slice(2), { stdio: ['ignore', 'inherit', 'pipe'] });
firefox.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => firefox.kill(signal));
process.on('exit', () => firefox.kill('SIGKILL'));

let said = '';
firefox.stderr.on('data', (data) => {
  said += data;
  const lines = said.split('\n');
  said = lines.pop();
  for (const line of lines) {
    const address = /^WebDriver BiDi listening on (ws:\/\/\S+)$/.exec(line)?.[1];
    if (address) passOn(address);
    else process.stderr.write(`${line}\n`);
  }
});

/** Listens in Firefox's place, and says so in its words. */
function passOn(address) {
  const server = createServer();
  new WebSocket.Server({ server }).on('connection', (playwright, { url }) => {
    const browser = new WebSocket(address + url);
    const opened = new Promise((done) => { browser.once('open', done); });
    playwright.on('message', async (message) => {
      await opened;
      const command = JSON.parse(message);
      if (isNeedless(command)) playwright.send(JSON.stringify({ type: 'success', id: command.id, result: {} }));
      else if (command.method === 'browser.close' && !process.env.CAREMAIL_FIREFOX_QUITS) {
        // A page that asks before it is left would hold Firefox back. Who looks into a profile afterwards sees to it that
        // none does, and has Firefox write everything it would.
        playwright.send(JSON.stringify({ type: 'success', id: command.id, result: {} }));
        firefox.kill('SIGKILL');
      } else browser.send(message.toString());
    });
    browser.on('message', (message) => playwright.send(message.toString()));
    browser.on('close', () => playwright.close());
    playwright.on('close', () => browser.close());
  });
  server.listen(0, '127.0.0.1', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
}
