// Every office signs in and looks at the places open to it, and from there at one page of every kind nobody looked at before:
// accessible, on this origin, never wider than the window.
import { type Page } from '@playwright/test';
import { expect, look, picture, signIn, test, type Office } from './house';

const offices: Office[] = ['bithu', 'dangvien', 'theodoi', 'tochuc', 'kiemtra', 'bithuphuong', 'quantri'];
const seen = new Set<string>();

/** What kind of page an address is: all meetings are one kind. */
function kind(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}')
    .replace(/\d{4}-\d{2}/g, '{month}')
    .replace(/\/rules\/[a-z_]+\.[a-z_]+/, '/rules/{key}');
}

/** Whether an address gives a file to keep instead of a page. */
function isFile(path: string): boolean {
  return /\.(pdf|docx|xlsx|ods|csv|json|svg)$|\/papers\/\{id\}$|\/imports\/blank\/|\/export/.test(kind(path));
}

/** A way a page shows. */
interface Way {
  from: string;
  path: string;
}

/** The ways in the text of a page. */
function ways(from: string, html: string): Way[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"]*)"/g)].map((found) => ({ from, path: found[1].replaceAll('&amp;', '&') }));
}

/** Follows a way, which no page shows to whom it is closed; a page of a kind that nobody looked at before is looked at. Gives the ways on. */
async function follow(page: Page, { from, path }: Way): Promise<Way[]> {
  const isNew = !seen.has(kind(path));
  const response = isNew ? await page.goto(path) : await page.request.get(path);
  expect(response?.status(), `${from} leads to ${path}`).toBe(200);
  if (isNew) {
    seen.add(kind(path));
    await look(page);
  }
  return ways(path, (await response?.text()) ?? '');
}

for (const office of offices) {
  test(`${office} looks at every place`, async ({ page }) => {
    test.setTimeout(300_000);
    await signIn(page, office);
    if (office === 'bithu') await picture(page, 'today', 'phone');
    const places = await page.locator('nav.places a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(places.length).toBeGreaterThan(0);
    const ahead: Way[] = [];
    const followed = new Set(places.map(kind));
    for (const path of new Set(places)) {
      ahead.push(...(await follow(page, { from: 'the menu', path })));
      if (office === 'tochuc' && path === '/months') {
        await page.goto(path);
        await picture(page, 'months', 'desk', 'table.months');
      }
    }
    for (let way = ahead.shift(); way !== undefined; way = ahead.shift()) {
      const reached = kind(way.path);
      if (followed.has(reached) || isFile(way.path)) continue;
      followed.add(reached);
      ahead.push(...(await follow(page, way)));
    }
  });
}

test('a wrong password is told without telling who exists', async ({ page }) => {
  for (const login of ['bithu', 'khong-co-ai']) {
    await page.goto('/sign-in');
    await look(page);
    await page.fill('#login', login);
    await page.fill('#password', 'không phải mật khẩu');
    await page.locator('main form button').first().click();
    await expect(page.locator('.problems')).toContainText('chưa đúng');
  }
});
