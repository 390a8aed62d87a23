// The meeting itself: opened, called, gone through item by item, closed.
import { type Locator, type Page } from '@playwright/test';
import { expect, isByHand, look, picture } from '../house';
import { next, numberIn, press, told, today, unfold, write } from './hands';

/** Opens the meeting with its chair, minute-taker and tracker. */
export async function open(page: Page, meeting: string, chair: string, tracker: string): Promise<void> {
  await page.goto(meeting);
  await press(page, 'Vào phòng họp').click();
  await look(page);
  await page.getByLabel('Chủ trì').selectOption({ label: chair });
  const taker = page.getByLabel('Thư ký');
  const names = await taker.locator('option').allTextContents();
  const other = names.findIndex((name, n) => n > 0 && name !== chair && name !== tracker);
  await taker.selectOption({ index: other });
  await page.getByLabel('Người theo dõi chấm điểm').selectOption({ label: tracker });
  await next(page, 'Khai mạc').click();
  await told(page, /Đã khai mạc lúc/);
}

/** Calls the roll: one excused who asked before, one late, one away without a reason, the rest at once, and undone once. */
export async function callRoll(page: Page, busy: string[], excused: string, reason: string): Promise<void> {
  await press(page, /Đồng chí .* có dự/).click();
  await expect(page.locator('main')).toContainText('Về dự với chi bộ có');
  // The name stands alone in its piece of text; standing and note stand beside it.
  const line = (name: string) => page.locator(`xpath=//*[@id="roll"]//li[span[@class="call-name"]/text()[normalize-space()="${name}"]]`);
  await expect(line(excused)).toContainText('Vắng có lý do');
  await expect(line(excused)).toContainText(reason);
  const open = page.locator('#roll li.call:not(.called) .call-name');
  const names = await open.evaluateAll((spans) => spans.map((span) => span.firstChild?.textContent?.trim() ?? ''));
  const [late = '', away = ''] = names.filter((name) => !busy.includes(name)).slice(-2);
  const { time } = today();
  await line(late).locator('summary').click();
  await line(late).getByLabel('Đến lúc').fill(time);
  await press(line(late), 'Có mặt, theo giờ này').click();
  await expect(line(late)).toContainText(`từ ${time}`);
  await line(away).locator('summary').click();
  await press(line(away), 'Vắng không lý do').click();
  await expect(line(away).locator('.mark')).toContainText('Vắng không lý do');
  const rest = page.getByRole('button', { name: /\d+ đồng chí còn lại đều có mặt/ });
  const left = await numberIn(rest, /(\d+) đồng chí/);
  await look(page);
  await rest.click();
  await told(page, `Đã ghi ${left} đồng chí có mặt.`);
  await press(page.locator('.room-act'), 'Hoàn tác').click();
  await expect(page.locator('#roll')).toContainText(`Còn ${left} đồng chí chưa điểm danh`);
  await rest.click();
  await expect(page.locator('#roll')).toContainText('Đã điểm danh đủ');
  await expect(page.locator('#roll')).toContainText('vắng không lý do 1');
}

/** States the dues, and adopts the agenda by a show of hands. */
export async function adoptAgenda(page: Page): Promise<void> {
  await write(page.locator('#dues-note-text'), 'Đã thu đủ đảng phí tháng này.');
  await next(page, 'Thông qua chương trình').click();
  await expect(page.locator('.motion')).toContainText(/\d+ đảng viên chính thức được tính; cần ít nhất \d+ đồng chí tán thành/);
  await press(page, /^Cả \d+ đồng chí tán thành/).click();
  await expect(page.locator('.motion')).toContainText('Nội dung được thông qua.');
}

/** Goes through the items one after the other until the scoring, and does under each what belongs to it. */
export async function goThrough(page: Page, owner: string, remark: string): Promise<void> {
  const done = new Set<string>();
  const deeds: [RegExp, () => Promise<void>][] = [
    [/Thảo luận trọng tâm/, () => discuss(page, remark)],
    [/Tự phê bình và phê bình/, () => criticise(page)],
    [/Phân công nhiệm vụ/, () => setTask(page, owner)],
    [/Kết luận, biểu quyết/, () => voteResolution(page)],
    [/Chấm điểm/, async () => {}],
  ];
  for (let taken = 0; taken < 25 && !done.has('Chấm điểm'); taken += 1) {
    const number = await numberIn(next(page, 'Sang mục'), /Sang mục (\d+)/);
    await next(page, 'Sang mục').click();
    await expect(page.locator('.item .room-number')).toHaveText(String(number));
    const title = await page.locator('#item-title').innerText();
    const deed = deeds.find(([name]) => name.test(title));
    if (deed) done.add(deed[0].source);
    await deed?.[1]();
  }
  expect([...done].sort()).toEqual(deeds.map(([name]) => name.source).sort());
}

/** Notes a speaker, whoever stands first in the list of those present; on a phone the list is a sheet of its own. */
async function speak(page: Page, nth: number): Promise<Locator> {
  const sheet = page.locator('#remarks').getByRole('link', { name: 'Thêm người phát biểu' });
  if (await sheet.isVisible()) await sheet.click();
  const before = await page.locator('.remark textarea').count();
  await page.locator('#people-list button.person').nth(nth).click();
  await expect(page.locator('.remark textarea')).toHaveCount(before + 1);
  return page.locator('.remark textarea').last();
}

async function discuss(page: Page, remark: string): Promise<void> {
  const first = await speak(page, 1);
  await write(first, 'Nên gặp lại ba hộ ở đầu ngõ trước ngày 20.');
  const second = await speak(page, 3);
  if (isByHand()) await write(second, 'Tôi nhận phần vận động hai hộ cuối ngõ.');
  else await second.fill('Tôi nhận phần vận động hai hộ cuối ngõ.');
  // In the middle of typing the page is loaded anew: nothing is lost.
  await page.reload();
  await expect(page.locator('.remark textarea').last()).toHaveValue('Tôi nhận phần vận động hai hộ cuối ngõ.');
  await expect(page.locator('.remark textarea').first()).toHaveValue('Nên gặp lại ba hộ ở đầu ngõ trước ngày 20.');
  await takeBack(page);
  await vote(page);
  await write(page.getByLabel('Kết luận của chủ trì'), 'Giao tổ vận động gặp từng hộ, báo cáo ở kỳ sau.');
  await expect(page.locator('main')).toContainText(remark);
  await look(page);
  await picture(page, 'room', 'desk', '#remarks');
}

/** A remark taken back comes again with its words. */
async function takeBack(page: Page): Promise<void> {
  const areas = page.locator('.remark textarea');
  await expect(areas).toHaveCount(2);
  await page.getByRole('button', { name: /^Bỏ ý kiến của đồng chí/ }).last().click();
  await told(page, 'Đã bỏ ý kiến.');
  await expect(areas).toHaveCount(1);
  await press(page.locator('.room-act'), 'Hoàn tác').click();
  await expect(areas).toHaveCount(2);
  await expect(areas.last()).toHaveValue('Tôi nhận phần vận động hai hộ cuối ngõ.');
}

/** A motion decided by a show of hands; one hand against it, and the opinion kept word for word. */
async function vote(page: Page): Promise<void> {
  const motions = page.locator('#motions');
  const fold = await unfold(motions, 'Lấy biểu quyết');
  await fold.getByLabel('Biểu quyết về việc gì').fill('Hiến đất mở rộng ngõ 12');
  await fold.getByLabel('Loại biểu quyết').selectOption({ label: 'Nghị quyết, kết luận' });
  await press(fold, 'Bắt đầu biểu quyết').click();
  const motion = page.locator('.motion', { hasText: 'Hiến đất mở rộng ngõ 12' });
  await expect(motion).toContainText(/\d+ đảng viên chính thức được tính; cần ít nhất \d+ đồng chí tán thành/);
  await expect(motion.locator('.terms')).toContainText('Được tính');
  const eligible = await numberIn(motion, /Có mặt (\d+) đồng chí được quyền biểu quyết/);
  await motion.getByLabel('Tán thành', { exact: false }).first().fill(String(eligible - 1));
  await motion.getByLabel('Không tán thành').fill('1');
  await press(motion, 'Ghi kết quả').click();
  await expect(motion).toContainText(new RegExp(`${eligible - 1}/\\d+ đồng chí tán thành, đạt`));
  const opinion = await unfold(motion, 'Bảo lưu ý kiến');
  await opinion.getByLabel('Ý kiến của đồng chí').selectOption({ index: 2 });
  await opinion.getByLabel('Nguyên văn ý kiến').fill('Tôi đề nghị lùi thời hạn đến hết quý.');
  await press(opinion, 'Giữ ý kiến này').click();
  await expect(motion.locator('blockquote')).toHaveText('Tôi đề nghị lùi thời hạn đến hết quý.');
}

async function criticise(page: Page): Promise<void> {
  const round = page.locator('#criticism');
  for (const done of [1, 2, 3]) {
    await round.getByRole('button', { name: /tự phê bình$/ }).first().click();
    await expect(round).toContainText(new RegExp(`${done}/\\d+ đồng chí đã tự phê bình`));
  }
  await look(page);
}

async function setTask(page: Page, owner: string): Promise<void> {
  const fold = await unfold(page.locator('#tasks'), 'Giao thêm một việc');
  await fold.getByLabel('Làm việc gì').fill('Gặp lại ba hộ đầu ngõ 12');
  await fold.getByLabel('Ai chịu trách nhiệm').selectOption({ label: owner });
  await press(fold, 'Giao việc này').click();
  await expect(page.locator('#tasks .field-wrong').first()).toContainText('thời hạn');
  await expect(fold.getByLabel('Làm việc gì')).toHaveValue('Gặp lại ba hộ đầu ngõ 12');
  await fold.locator('input[name=deadline]').fill(today().day);
  await press(fold, 'Giao việc này').click();
  await expect(page.locator('.tasks-set')).toContainText('Gặp lại ba hộ đầu ngõ 12');
  await expect(page.locator('.tasks-set')).toContainText(owner);
  await look(page);
}

async function voteResolution(page: Page): Promise<void> {
  await write(page.locator('#resolution-direction'), 'Hoàn thành mặt bằng ngõ 12.');
  await next(page, 'Thông qua nghị quyết').click();
  const motion = page.locator('.motion', { hasText: 'Thông qua nghị quyết' });
  await expect(motion).toContainText('đảng viên chính thức được tính');
  await press(motion, /^Cả \d+ đồng chí tán thành/).click();
  await expect(motion).toContainText('Nghị quyết được thông qua.');
  await look(page);
}

/** Closes; what is missing is said before. */
export async function close(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/room`);
  await next(page, 'Sang mục').click();
  await expect(page.locator('#closing')).toContainText('Còn thiếu, chủ trì cân nhắc');
  await expect(page.locator('#closing')).toContainText(/Chưa đủ \d+ phút/);
  await look(page);
  await next(page, 'Bế mạc').click();
  await told(page, /Đã bế mạc lúc/);
}
