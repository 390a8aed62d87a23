// What every browser test stands on: signing in as an office of the sample, the watch for requests off the origin, axe, pictures.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export type Office = 'bithu' | 'phobithu' | 'dangvien' | 'theodoi' | 'tochuc' | 'kiemtra' | 'bithuphuong' | 'quantri';

/** The password the sample's accounts share, as `nennep demo` said it. */
function password(login: Office): string {
  const said = readFileSync(process.env.NENNEP_SAID ?? '', 'utf8');
  const line = said.split('\n').find((line) => new RegExp(`\\s${login}\\s`).test(line));
  if (!line) throw new Error(`the sample named no account ${login}`);
  return line.trim().split(/\s+/).at(-1) ?? '';
}

export const test = base.extend<{ onOrigin: void }>({
  // No page may ask anything of anybody but this server, and no page may write an error to the console.
  onOrigin: [async ({ page, baseURL }, use) => {
    const astray: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:') && !url.startsWith('blob:')) astray.push(url);
    });
    page.on('console', (message) => {
      const expected = /status of (401|403|404|409|422)/.test(message.text());
      if (message.type() === 'error' && !expected) astray.push(message.text());
    });
    page.on('pageerror', (error) => astray.push(String(error)));
    await use();
    expect(astray, 'requests off the origin, or errors of scripts').toEqual([]);
  }, { auto: true }],
});

export { expect };

/** Signs in and stands on the first page. */
export async function signIn(page: Page, login: Office): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#login', login);
  await page.fill('#password', password(login));
  await page.locator('main form button').first().click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Whether the lane has no scripts: there everything is sent by hand. */
export function isByHand(): boolean {
  return test.info().project.use.javaScriptEnabled === false;
}

/** Looks at the page as it stands: it has a head, axe finds nothing, and it is not wider than the window. */
export async function look(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  if (!isByHand()) await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Nothing that axe finds, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  const said = [];
  for (const one of found.violations) {
    for (const node of one.nodes) {
      const target = node.target.join(' ');
      if (one.id !== 'target-size' || (await isTooSmall(page, target))) said.push(`${one.id}: ${target}`);
    }
  }
  expect(said, `what axe finds on ${page.url()}`).toEqual([]);
}

/** Whether a control is too small also in the middle of the window: at the edges, bars that stay in their place
    cover what lies there, until one scrolls. */
async function isTooSmall(page: Page, target: string): Promise<boolean> {
  await page.locator(target).first().evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const found = await new AxeBuilder({ page }).withRules('target-size').analyze();
  return found.violations.some((one) => one.nodes.some((node) => node.target.join(' ') === target));
}

/** No page is wider than the window: nobody scrolls sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `pixels ${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}

/** A picture for the READMEs, taken in its own lane and only when pictures are asked for; `from` stands at its top. */
export async function picture(page: Page, name: string, lane: 'desk' | 'phone', from = 'body'): Promise<void> {
  if (!process.env.NENNEP_PICTURES || test.info().project.name !== lane) return;
  await page.locator(from).first().evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.screenshot({ path: `../docs/pictures/${name}-${lane}.png`, animations: 'disabled', caret: 'hide' });
}
