// Runs test/*.test.ts with node's own runner, after esbuild has taken the types away.
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const tests = (await readdir(join(here, "test"))).filter((name) => name.endsWith(".test.ts"));
const built = await mkdtemp(join(tmpdir(), "nennep-islands-"));
await esbuild.build({
  entryPoints: tests.map((name) => join(here, "test", name)),
  outdir: built,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  logLevel: "warning",
});
const run = spawnSync(process.execPath, ["--test", ...tests.map((name) => join(built, name.replace(/\.ts$/, ".mjs")))], { stdio: "inherit" });
await rm(built, { recursive: true, force: true });
process.exit(run.status ?? 1);
