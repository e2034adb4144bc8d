// Web servers on this machine, as Debian sets them up, with the build in a folder of theirs.
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The build. */
export const DIST = new URL('../../dist/', import.meta.url).pathname;

/** Where the site lies on each server. */
export const FOLDER = 'care/nhsmail';

const isRoot = process.getuid?.() === 0;

/** nginx's settings: those of Debian that matter, and the snippet of the build where it is wanted. */
function nginxSettings({ root, work, port, withOurs }) {
  const include = withOurs ? `location /${FOLDER}/ { include ${root}/${FOLDER}/caremail.nginx.conf; }` : '';
  return `daemon off; ${isRoot ? 'user www-data;' : ''} pid ${work}/pid; error_log ${work}/errors;
events {}
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; gzip on; access_log off;
  client_body_temp_path ${work}/a; proxy_temp_path ${work}/b; fastcgi_temp_path ${work}/c; uwsgi_temp_path ${work}/d; scgi_temp_path ${work}/e;
  server { listen 127.0.0.1:${port}; root ${root}; ${include} }
}`;
}

/** Apache's settings: the modules that Debian switches on, and what a host that lets folders have their own adds. */
function apacheSettings({ root, work, port, withOurs }) {
  return `ServerRoot /etc/apache2
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${work}/pid
ErrorLog ${work}/errors
Mutex file:${work}
${isRoot ? 'User www-data\nGroup www-data' : ''}
IncludeOptional mods-enabled/*.load
IncludeOptional mods-enabled/*.conf
<IfModule !mod_headers.c>
LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
</IfModule>
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride ${withOurs ? 'All' : 'None'}
  Require all granted
</Directory>`;
}

const SERVERS = {
  nginx: { program: process.env.CAREMAIL_NGINX, settings: nginxSettings, start: (file) => ['-c', file] },
  apache: { program: process.env.CAREMAIL_APACHE, settings: apacheSettings, start: (file) => ['-f', file, '-D', 'FOREGROUND'] },
};

/**
 * Puts the build on a server; with the host files that come with it where `withOurs`. `change` may change the
 * uploaded files. Returns the address of the page and how to end it.
 */
export async function upload(kind, { withOurs = false, change = () => {} } = {}) {
  const { program, settings, start } = SERVERS[kind];
  const work = await mkdtemp(join(tmpdir(), 'caremail-host-'));
  await chmod(work, 0o755); // The server's own account reads it.
  const root = join(work, 'www');
  const folder = join(root, FOLDER);
  await mkdir(folder, { recursive: true });
  await cp(DIST, folder, { recursive: true });
  await change(folder);
  const port = await freePort();
  const file = join(work, 'settings');
  await writeFile(file, settings({ root, work, port, withOurs }));
  const env = { ...process.env, APACHE_RUN_DIR: work, APACHE_LOG_DIR: work, APACHE_PID_FILE: `${work}/pid`, APACHE_LOCK_DIR: work, APACHE_RUN_USER: 'www-data', APACHE_RUN_GROUP: 'www-data' };
  const server = spawn(program, start(file), { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (data) => { said += data; });
  const address = `http://127.0.0.1:${port}/${FOLDER}/`;
  for (let tries = 0; ; tries += 1) {
    if (await fetch(address).then(() => true, () => false)) break;
    if (tries > 100) throw new Error(`${kind} does not answer: ${said}${await readFile(join(work, 'errors'), 'utf8').catch(() => '')}`);
    await new Promise((done) => { setTimeout(done, 100); });
  }
  return {
    address,
    async end() {
      const ended = new Promise((done) => { server.once('exit', done); });
      server.kill('SIGTERM');
      await ended;
      await rm(work, { recursive: true, force: true });
    },
  };
}

async function freePort() {
  const nobody = createServer();
  await new Promise((done) => { nobody.listen(0, '127.0.0.1', done); });
  const { port } = nobody.address();
  await new Promise((done) => { nobody.close(done); });
  return port;
}
