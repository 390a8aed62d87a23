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

/** Looks at a page; gives the addresses it leads to. A list may name what its reader may not open, or not even know of. */
async function visit(page: Page, path: string, isOpen: boolean): Promise<string[]> {
  const response = await page.goto(path);
  if (!isOpen && [403, 404].includes(response?.status() ?? 0)) return [];
  expect(response?.status(), path).toBe(200);
  seen.add(kind(path));
  await look(page);
  return page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

for (const office of offices) {
  test(`${office} looks at every place`, async ({ page }) => {
    test.setTimeout(300_000);
    await signIn(page, office);
    if (office === 'bithu') await picture(page, 'today', 'phone');
    const places = await page.locator('nav.places a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(places.length).toBeGreaterThan(0);
    const ahead: string[] = [];
    for (const path of new Set(places)) {
      ahead.push(...(await visit(page, path, true)));
      if (office === 'tochuc' && path === '/months') await picture(page, 'months', 'desk', 'table.months');
    }
    for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
      if (!seen.has(kind(path)) && !isFile(path)) ahead.push(...(await visit(page, path, false)));
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
