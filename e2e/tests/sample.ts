// A sample of its own for whoever changes it: a copy of the one `e2e/run` prepared, whose last month is the month before this
// one, served while the lane runs. So the month that is told is this month, on whatever day the test runs.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test as house } from './house';

function asked(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run e2e/run`);
  return value;
}

/** The address a server says it listens on. */
async function address(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no standard output');
  for await (const line of createInterface(server.stdout)) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (found) return found[0];
  }
  throw new Error('the sample was not served');
}

export const test = house.extend<object, { served: string }>({
  served: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nennep-month-'));
    cpSync(asked('NENNEP_MONTH'), folder, { recursive: true });
    const options = ['demo', '--data', folder, '--until', asked('NENNEP_UNTIL'), '--listen', '127.0.0.1:0'];
    const server = spawn(asked('NENNEP_PROGRAM'), options, { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(server, 'exit');
    await use(await address(server));
    server.kill();
    await ended;
    rmSync(folder, { recursive: true });
  }, { scope: 'worker' }],
  baseURL: async ({ served }, use) => use(served),
});
