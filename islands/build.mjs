// Builds crates/web/assets from this folder: one script, one style sheet, one sprite of the icons in use, the fonts,
// each with its content's hash in its name, precompressed, and listed in manifest.json. Takes about a second.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { iconNames, sprite } from "./build/icons.mjs";
import { tablerInUse } from "./build/tabler.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "../crates/web");
const out = join(web, "assets");
const fresh = join(here, "node_modules/.assets");
const manifest = {};

/** Every file below `folder` with one of the endings, with its text. */
async function sources(folder, endings) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && endings.includes(extname(entry.name)));
  return Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath ?? file.path, file.name);
      return { path, text: await readFile(path, "utf8") };
    }),
  );
}

/** Writes a file under a name that holds the hash of what is in it, with its compressed twins. */
async function keep(name, bytes, compressible) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const ending = extname(name);
  const hashed = `${name.slice(0, -ending.length)}-${hash}${ending}`;
  await writeFile(join(fresh, hashed), bytes);
  let smallest = bytes.length;
  if (compressible) {
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    await writeFile(join(fresh, `${hashed}.br`), brotli);
    await writeFile(join(fresh, `${hashed}.gz`), gzipSync(bytes, { level: 9 }));
    smallest = brotli.length;
  }
  manifest[name] = hashed;
  console.log(`${hashed.padEnd(48)} ${String(bytes.length).padStart(8)} bytes, ${String(smallest).padStart(7)} sent`);
  return hashed;
}

const started = Date.now();
await rm(fresh, { recursive: true, force: true });
await mkdir(fresh, { recursive: true });

const templates = await sources(join(web, "templates"), [".html"]);
const rust = await sources(join(web, "src"), [".rs"]);
const scripts = await sources(join(here, "src"), [".ts"]);

// The icons: only those a template or the web crate names; an unknown name stops the build.
await keep("icons.svg", Buffer.from(await sprite(iconNames(templates, rust))), true);

await keep("mark.svg", await readFile(join(here, "images/mark.svg")), true);

// The fonts: Vietnamese and Latin in the four weights of the style sheet.
const fonts = {};
for (const weight of [400, 500, 600, 700]) {
  for (const subset of ["latin", "vietnamese"]) {
    const name = `be-vietnam-pro-${subset}-${weight}-normal.woff2`;
    const bytes = await readFile(join(here, "node_modules/@fontsource/be-vietnam-pro/files", name));
    fonts[name] = await keep(name, bytes, false);
  }
}

/** The dark theme for devices that ask for it, and for readers who chose it; the screen only. */
function inBothWays(dark) {
  const asked = dark.replace(":root", ':root:not([data-theme="light"])');
  const chosen = dark.replace(":root", ':root[data-theme="dark"]');
  return `@media screen and (prefers-color-scheme: dark) {${asked}}\n@media screen {${chosen}}`;
}

/** Puts the trimmed Tabler in the place of the whole one, both ways to the dark theme, and the fonts' hashed names in the place of their plain ones. */
const ground = {
  name: "ground",
  setup(build) {
    build.onLoad({ filter: /@tabler\/core\/dist\/css\/tabler\.css$/ }, async ({ path }) => ({
      contents: await tablerInUse(path, [...templates, ...rust, ...scripts]),
      loader: "css",
    }));
    build.onLoad({ filter: /css\/dark\.css$/ }, async ({ path }) => ({
      contents: inBothWays(await readFile(path, "utf8")),
      loader: "css",
    }));
    build.onLoad({ filter: /css\/fonts\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/be-vietnam-pro-[a-z]+-\d+-normal\.woff2/g, (name) => fonts[name] ?? name),
      loader: "css",
    }));
  },
};

const bundle = await esbuild.build({
  entryPoints: { app: join(here, "src/app.ts"), style: join(here, "css/app.css") },
  outdir: fresh,
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: ["chrome105", "firefox110", "safari16"],
  legalComments: "none",
  external: ["/assets/*"],
  plugins: [ground],
  logLevel: "warning",
});
for (const file of bundle.outputFiles) {
  await keep(file.path.endsWith(".css") ? "app.css" : "app.js", Buffer.from(file.contents), true);
}

await writeFile(join(fresh, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
await rm(out, { recursive: true, force: true });
await rename(fresh, out);
console.log(`built in ${Date.now() - started} ms`);
