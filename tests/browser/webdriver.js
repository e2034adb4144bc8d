// WebKitGTK by WebDriver (https://www.w3.org/TR/webdriver2/): the driver's process, a session, and its commands.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How an element is named in the protocol. */
export const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A driver that runs, on a screen that nobody sees, with a home folder of its own. */
export class Driver {
  static async start(program) {
    const driver = new Driver();
    driver.home = await mkdtemp(join(tmpdir(), 'caremail-webkit-'));
    for (const folder of ['Downloads', '.config']) await mkdir(join(driver.home, folder));
    await writeFile(join(driver.home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n');
    const display = await driver.#screen();
    const port = await freePort();
    driver.address = `http://127.0.0.1:${port}`;
    driver.process = spawn(program, [`--port=${port}`], {
      stdio: 'ignore',
      cwd: driver.home,
      env: {
        ...process.env,
        DISPLAY: display,
        HOME: driver.home,
        XDG_RUNTIME_DIR: driver.home,
        TZ: 'Europe/London',
        LANG: 'en_GB.UTF-8',
        LIBGL_ALWAYS_SOFTWARE: '1',
        NO_AT_BRIDGE: '1',
      },
    });
    for (let tries = 0; tries < 100; tries += 1) {
      if (await driver.send('GET', '/status').then(() => true, () => false)) return driver;
      await new Promise((done) => { setTimeout(done, 100); });
    }
    throw new Error(`${program} does not answer`);
  }

  /** Starts an X server without a screen, and says its name. */
  #screen() {
    this.screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    return new Promise((done, fail) => {
      this.screen.on('error', fail);
      this.screen.stdio[3].once('data', (number) => done(`:${String(number).trim()}`));
    });
  }

  /** Sends one command, and returns its value. */
  async send(method, path, body) {
    const response = await fetch(this.address + path, { method, body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined });
    const { value } = await response.json();
    if (!response.ok) throw Object.assign(new Error(`${value.error}: ${value.message}`), { kind: value.error });
    return value;
  }

  /** A browser that knows nothing of the one before. */
  async session() {
    const { sessionId, capabilities } = await this.send('POST', '/session', {
      capabilities: { alwaysMatch: { unhandledPromptBehavior: 'accept' } },
    });
    const command = (method, path, body) => this.send(method, `/session/${sessionId}${path}`, body);
    await command('POST', '/timeouts', { script: 20_000, pageLoad: 30_000 });
    return { command, version: capabilities.browserVersion };
  }

  async stop() {
    this.process?.kill();
    this.screen?.kill();
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function freePort() {
  const nobody = createServer();
  await new Promise((done) => { nobody.listen(0, '127.0.0.1', done); });
  const { port } = nobody.address();
  await new Promise((done) => { nobody.close(done); });
  return port;
}
