// After the meeting: minutes read and adopted, papers, the score in its four stages, the report, the committee's grid.
import { type Page } from '@playwright/test';
import { expect, isByHand, look, picture } from '../house';
import { next, numberIn, openMeeting, press, told } from './hands';

/** Reads the minutes, has them voted, and adopts them for good. */
export async function adoptMinutes(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/room`);
  await next(page, 'Đọc biên bản').click();
  const paper = page.locator('.paper');
  for (const words of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'Nên gặp lại ba hộ', 'Tôi đề nghị lùi thời hạn đến hết quý.', 'Gặp lại ba hộ đầu ngõ 12']) {
    await expect(paper).toContainText(words);
  }
  await look(page);
  await next(page, 'Thông qua biên bản').click();
  await expect(page.locator('.motion')).toContainText('đảng viên chính thức được tính');
  await press(page.locator('.motion'), /^Cả \d+ đồng chí tán thành/).click();
  await next(page, 'Chốt biên bản').click();
  await look(page);
  await press(page, 'Chốt biên bản').click();
  await told(page, 'Biên bản đã được thông qua.');
}

/** Issues the resolution, and fetches the minutes in both formats. */
export async function takePapers(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/papers`);
  await look(page);
  await press(page, 'Ban hành nghị quyết').click();
  await look(page);
  await press(page, 'Ban hành nghị quyết').click();
  await told(page, /Đã ban hành nghị quyết số/);
  for (const [format, begins] of [['PDF', '%PDF-'], ['DOCX', 'PK']] as const) {
    const link = page.getByRole('link', { name: `Biên bản, tệp ${format}` });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, begins.length).toString()).toBe(begins);
  }
}

export async function report(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/minutes`);
  await next(page, 'Báo cáo cấp trên').click();
  await told(page, 'Đã báo cáo cấp trên.');
  await look(page);
}

/** The tracker proposes the points the program drew, one of them changed with a reason. */
export async function propose(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/score`);
  await look(page);
  await press(page, 'Đề xuất điểm').click();
  await look(page);
  await press(page, 'Gửi điểm đề xuất').click();
  await told(page, 'Đã gửi điểm đề xuất.');
}

/** The cell committee agrees; the cell votes by a show of hands. */
export async function agreeAndVote(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/score`);
  await press(page, 'Thống nhất điểm của chi ủy').click();
  await press(page, 'Ghi điểm đã thống nhất').click();
  await told(page, 'Đã ghi điểm chi ủy thống nhất.');
  await press(page, 'Ghi biểu quyết của chi bộ').click();
  const eligible = await numberIn(page.locator('main form'), /Có mặt (\d+) đồng chí được quyền biểu quyết/);
  await page.getByLabel('Tán thành', { exact: true }).fill(String(eligible));
  await look(page);
  await press(page, 'Ghi kết quả biểu quyết').click();
  await told(page, 'Chi bộ đã thông qua điểm tự chấm.');
}

/** The superior decides otherwise than the cell voted: not without a reason. */
export async function decide(page: Page, meeting: string, cell: string): Promise<void> {
  await page.goto('/grades');
  await look(page);
  await page.locator(`a[href="${meeting}/score"]`).click();
  await expect(page.locator('.head-lead')).toContainText(cell);
  await press(page, 'Quyết định xếp loại').click();
  const line = page.locator('.score-line').filter({ has: page.locator('select') }).first();
  const points = line.locator('select');
  const others = await points.locator('option:not(:checked)').all();
  await points.selectOption((await others.at(-1)?.getAttribute('value')) ?? '');
  await press(page, /^Quyết định$/).click();
  // With scripts the reason is asked for at once; without them the page comes back and says so.
  const reason = line.locator('details input');
  if (isByHand()) await expect(page.locator('.problems')).toContainText('Hãy ghi lý do');
  await expect(reason).toBeVisible();
  await look(page);
  await reason.fill('Đối chiếu với báo cáo của đồng chí theo dõi.');
  await press(page, /^Quyết định$/).click();
  await told(page, 'Đã quyết định xếp loại.');
  for (const head of ['Gợi ý', 'Theo dõi', 'Chi ủy', 'Chi bộ', 'Cấp trên']) {
    await expect(page.locator('.score-table thead')).toContainText(head);
  }
  await expect(page.locator('main')).toContainText('Đối chiếu với báo cáo của đồng chí theo dõi.');
  await look(page);
  await picture(page, 'score', 'desk');
}

/** The committee's grid shows the month's square, and it leads to the meeting. */
export async function findInGrid(page: Page, meeting: string, cell: string): Promise<void> {
  await page.goto('/months');
  await look(page);
  const square = page.locator(`a[data-square][href="${meeting}"]`);
  await expect(square).toContainText(cell);
  if (isByHand()) {
    await square.click();
  } else {
    await square.focus();
    await page.keyboard.press('Enter');
  }
  await expect(page).toHaveURL(new RegExp(`${meeting}$`));
}

/** What was set comes back by itself on the next month's agenda. */
export async function findAgain(page: Page): Promise<void> {
  const meeting = await openMeeting(page, 1);
  await page.goto(`${meeting}/agenda`);
  await press(page, 'Soạn sẵn nội dung').click();
  await expect(page.locator('.agenda')).toContainText('Gặp lại ba hộ đầu ngõ 12');
  await look(page);
}
