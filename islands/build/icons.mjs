// One sprite of the icons in use, from Tabler's outline set.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const icons = join(dirname(fileURLToPath(import.meta.url)), "../node_modules/@tabler/icons/icons/outline");

const inTemplates = [/\bicon\("([^"]+)"/g, /\bicon\s*=\s*"([^"]+)"/g];
const inRust = [/\bIcon\("([^"]+)"\)/g];

/** The names that templates say as `icon("…")` or `icon = "…"`, and Rust as `Icon("…")`, with where each was first said. */
export function iconNames(templates, rust) {
  const names = new Map();
  for (const [files, patterns] of [[templates, inTemplates], [rust, inRust]]) {
    for (const { path, text } of files) {
      for (const pattern of patterns) {
        for (const [, name] of text.matchAll(pattern)) if (!names.has(name)) names.set(name, path);
      }
    }
  }
  return names;
}

/** The sprite, each icon a symbol of its name. Throws on a name that Tabler does not have. */
export async function sprite(names) {
  const symbols = [];
  for (const [name, path] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let drawing;
    try {
      drawing = await readFile(join(icons, `${name}.svg`), "utf8");
    } catch {
      throw new Error(`${path}: there is no icon "${name}"`);
    }
    const shapes = drawing.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s*\n\s*/g, "");
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`;
}
