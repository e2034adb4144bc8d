import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Firefox puts what is downloaded: each of the runner's processes has a folder of its own. */
export const DOWNLOADS = join(tmpdir(), `caremail-downloads-${process.pid}`);
