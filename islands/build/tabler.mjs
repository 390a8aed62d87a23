// Tabler's style sheet with only what the project uses: 635 kB become a few tens.
import { readFile } from "node:fs/promises";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";

/** States that islands and htmx set at run time, so that no file names them. */
const setAtRunTime = ["htmx-request", "htmx-swapping", "htmx-settling", "is-invalid"];

/** The text of Tabler at `path`, less the rules and variables that no word in `files` can reach. */
export async function tablerInUse(path, files) {
  const [{ css }] = await new PurgeCSS().purge({
    content: files.map(({ path: name, text }) => ({ raw: text, extension: name.split(".").pop() })),
    defaultExtractor: (text) => text.match(/[A-Za-z0-9_-]+/g) ?? [],
    css: [{ raw: await readFile(path, "utf8") }],
    variables: true,
    keyframes: true,
    fontFace: true,
    safelist: setAtRunTime,
  });
  return withoutThemes(css);
}

const themed = /theme-dark|theme-light|[a-z-]*theme=/;

/** Drops Tabler's themes, which are bound to an attribute: the project's own tokens carry both. */
function withoutThemes(css) {
  const root = postcss.parse(css);
  root.walkRules(themed, (rule) => {
    const plain = rule.selectors.filter((selector) => !themed.test(selector));
    if (plain.length > 0) rule.selectors = plain;
    else rule.remove();
  });
  root.walkComments((comment) => comment.remove());
  return root.toString();
}
