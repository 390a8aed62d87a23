// What a hand does on the pages of a meeting, with scripts or without.
import { type Locator, type Page } from '@playwright/test';
import { expect, isByHand } from '../house';

/** Writes a text that is saved as it is typed; without scripts it is sent with the button beside it. */
export async function write(field: Locator, words: string): Promise<void> {
  await field.fill(words);
  if (isByHand()) {
    const loaded = field.page().waitForEvent('load');
    await field.locator('xpath=ancestor::form').getByRole('button', { name: /^Lưu/ }).click();
    await loaded;
  } else {
    const line = field.locator('xpath=ancestor::auto-save').locator('[data-saved-line]');
    await expect(line).toHaveText(/đã lưu/i);
  }
}

/** Opens what is folded under a heading, if it is not open. */
export async function unfold(within: Locator, summary: string | RegExp): Promise<Locator> {
  const fold = within.locator('details').filter({ has: within.page().locator('summary', { hasText: summary }) }).first();
  if ((await fold.getAttribute('open')) === null) await fold.locator('summary').first().click();
  return fold;
}

/** The one button of the next step. */
export function next(page: Page, label: string | RegExp): Locator {
  return page.locator('.room-act .btn-primary', { hasText: label });
}

/** A button or link by its words. */
export function press(within: Page | Locator, label: string | RegExp): Locator {
  return within.getByRole('button', { name: label }).or(within.getByRole('link', { name: label })).first();
}

/** What the page tells of the deed just done, with the way to undo it. */
export async function told(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.locator('.flash, .room-told')).toContainText(words);
}

/** The only number in a text that says one. */
export async function numberIn(text: Locator, pattern: RegExp): Promise<number> {
  const found = pattern.exec((await text.textContent()) ?? '');
  if (!found) throw new Error(`nothing like ${pattern}`);
  return Number(found[1]);
}

/** Today and the hour, as a clock on the wall shows them here. */
export function today(): { day: string; time: string } {
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = said.format(new Date()).split(' ');
  return { day, time };
}

/** The month so many months after this one: its year, and how pages name it. */
export function month(after: number): { year: number; name: string } {
  const [year = 0, number = 0] = today().day.split('-').map(Number);
  const count = year * 12 + number - 1 + after;
  return { year: Math.floor(count / 12), name: `tháng ${String((count % 12) + 1).padStart(2, '0')}/${Math.floor(count / 12)}` };
}

/** Opens the meeting of a month from the list of its year; gives its address. */
export async function openMeeting(page: Page, after: number): Promise<string> {
  const { year, name } = month(after);
  await page.goto(`/meetings?year=${year}`);
  await page.locator('main tr', { hasText: name }).filter({ hasText: 'thường kỳ' }).locator('th a').first().click();
  await expect(page.locator('h1')).toContainText(name);
  return new URL(page.url()).pathname;
}
