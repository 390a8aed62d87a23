// Before the meeting: the plan, the agenda, a paper, date and place, the notice, what a member prepares.
import { type Page } from '@playwright/test';
import { expect, look } from '../house';
import { openMeeting, press, told, today, unfold, write } from './hands';

/** The ward asks its cells for the date before they call: its own value of a rule. */
export async function askForDates(page: Page): Promise<void> {
  await page.goto('/rules/meetings.superior_approves_date');
  await look(page);
  await press(page, 'Đặt giá trị riêng').click();
  await page.getByLabel('Áp dụng cho').selectOption({ index: 1 });
  await page.getByLabel('có', { exact: true }).check();
  await page.getByLabel('Lý do').fill('Đảng ủy cần biết ngày để cử người dự.');
  await look(page);
  await press(page, 'Đặt giá trị').click();
  await expect(page.locator('main')).toContainText('Đảng ủy cần biết ngày để cử người dự.');
}

/** Calls off last month's meeting, which was not held, and takes that back and does it again. */
export async function callOff(page: Page): Promise<void> {
  const meeting = await openMeeting(page, -1);
  await press(page, 'Ngày giờ, địa điểm').click();
  await look(page);
  await press(page, 'Hủy buổi sinh hoạt này').click();
  await page.getByLabel('Lý do hủy').fill('Bão số 3, cả tổ dân phố chống lụt.');
  await look(page);
  await press(page, 'Hủy buổi sinh hoạt').click();
  await press(page.locator('.flash'), 'Hoàn tác').click();
  await told(page, 'Đã bỏ hủy');
  await page.goto(`${meeting}/cancellation`);
  await page.getByLabel('Lý do hủy').fill('Bão số 3, cả tổ dân phố chống lụt.');
  await press(page, 'Hủy buổi sinh hoạt').click();
  await expect(page.locator('main')).toContainText('Bão số 3, cả tổ dân phố chống lụt.');
  await look(page);
}

/** Saves the plan of the year, and opens this month's meeting; gives its address. */
export async function plan(page: Page): Promise<string> {
  await page.goto('/meetings');
  await look(page);
  await press(page, /^Kế hoạch năm/).click();
  await expect(page.locator('h1')).toContainText('Kế hoạch sinh hoạt năm');
  await look(page);
  await press(page, 'Lưu kế hoạch cả năm').click();
  await told(page, /kế hoạch/i);
  const meeting = await openMeeting(page, 0);
  await look(page);
  return meeting;
}

/** Writes date and place, and registers them with the committee above. */
export async function register(page: Page, meeting: string): Promise<void> {
  const { day, time } = today();
  await page.goto(`${meeting}/place`);
  await page.locator('#date').fill(day);
  await page.locator('#time').fill(time);
  await page.locator('#place').fill('Nhà văn hóa tổ dân phố');
  await look(page);
  await press(page, 'Lưu').click();
  await told(page, 'Đã lưu ngày giờ và địa điểm.');
  await press(page, 'Đăng ký ngày').click();
  await told(page, /đăng ký/i);
  await look(page);
}

/** Drafts the agenda from facts, adds an item, takes it out and puts it back. */
export async function draftAgenda(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/agenda`);
  await press(page, 'Soạn sẵn nội dung').click();
  await told(page, /Đã soạn \d+ nội dung/);
  await expect(page.locator('.agenda')).toContainText('tự đưa vào từ việc đến hạn');
  await look(page);
  await press(page, 'Thêm nội dung').click();
  await page.getByLabel('Tên nội dung').fill('Bàn việc hiến đất mở ngõ 12');
  await page.getByLabel('Số phút').fill('20');
  await page.getByLabel('Loại nội dung').selectOption({ label: 'Thảo luận' });
  await look(page);
  await press(page, 'Lưu nội dung').click();
  await told(page, 'Đã thêm nội dung.');
  const added = page.locator('.agenda > li', { hasText: 'Bàn việc hiến đất mở ngõ 12' });
  await press(added, /^Bỏ/).click();
  await expect(added).toHaveCount(0);
  await press(page.locator('.flash'), 'Hoàn tác').click();
  await expect(added).toHaveCount(1);
}

/** Attaches a paper to the whole meeting. */
export async function attachPaper(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/agenda`);
  const papers = page.locator('#papers');
  const file = { name: 'bao-cao-thang.txt', mimeType: 'text/plain', buffer: Buffer.from('Báo cáo kết quả tháng của chi bộ.\n') };
  await papers.locator('input[type=file]').setInputFiles(file);
  await press(papers, 'Gửi tài liệu').click();
  await told(page, 'bao-cao-thang.txt');
  await expect(page.locator('#papers')).toContainText('bao-cao-thang.txt');
  await look(page);
}

/** The notice cannot go out before the committee above agreed. */
export async function waitForApproval(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/call`);
  await expect(page.locator('main')).toContainText('Ý kiến đồng ý của cấp ủy cấp trên');
  await expect(page.getByRole('button', { name: 'Gửi giấy mời' })).toHaveCount(0);
}

/** The committee above agrees to the date. */
export async function approve(page: Page, cell: string): Promise<void> {
  await page.goto('/approvals');
  await look(page);
  await page.getByRole('button', { name: `Đồng ý ngày sinh hoạt của ${cell}` }).click();
  await told(page, 'Đã đồng ý ngày sinh hoạt.');
}

/** Sends the notice. */
export async function call(page: Page, meeting: string): Promise<void> {
  await page.goto(`${meeting}/call`);
  await look(page);
  await press(page, 'Gửi giấy mời').click();
  await told(page, /Đã gửi giấy mời cho \d+ đồng chí/);
  await page.goto(`${meeting}/call`);
  await expect(page.locator('main')).toContainText('theo dõi chi bộ');
  await look(page);
}

/** A member writes a remark, loses nothing by a reload, releases it, and asks leave. */
export async function prepareOneself(page: Page, meeting: string, remark: string, reason: string): Promise<void> {
  await page.goto(meeting);
  await press(page, 'Phần chuẩn bị của tôi').click();
  const general = page.getByLabel('Ý kiến chung', { exact: true });
  await write(general, remark);
  await page.reload();
  await expect(general).toHaveValue(remark);
  await look(page);
  await press(page, /Đưa ra buổi họp.*Ý kiến chung/).click();
  await expect(page.locator('main')).toContainText('đã đưa ra buổi họp');
  const leave = page.locator('#leave');
  await unfold(leave, 'Tôi cần xin vắng');
  await leave.getByLabel('Lý do').fill(reason);
  await press(leave, 'Gửi xin vắng').click();
  await expect(page.locator('#leave')).toContainText('đang chờ trả lời');
  await look(page);
}

/** The secretary answers, takes the answer back, and answers again. */
export async function answerLeave(page: Page, meeting: string, name: string): Promise<void> {
  await page.goto(`${meeting}/leave`);
  await look(page);
  const grant = page.getByRole('button', { name: new RegExp(`^Cho vắng.*${name}`) });
  await grant.click();
  await told(page, 'Đã trả lời xin vắng.');
  await page.goto(`${meeting}/leave`);
  await press(page, new RegExp(`Trả lời lại.*${name}`)).click();
  await page.goto(`${meeting}/leave`);
  await grant.click();
  await told(page, 'Đã trả lời xin vắng.');
}

/** The task a member reports on from the own list. */
export async function reportTask(page: Page): Promise<void> {
  await page.goto('/tasks');
  await look(page);
  await page.locator('main th a').first().click();
  await look(page);
  await page.getByLabel('Kết quả').fill('Đã gặp cả ba hộ, hai hộ đồng ý.');
  await page.getByLabel('Mức hoàn thành, phần trăm').fill('60');
  await press(page, 'Gửi báo cáo').click();
  await told(page, 'Đã ghi báo cáo.');
  await expect(page.getByLabel('Kết quả')).toHaveValue('Đã gặp cả ba hộ, hai hộ đồng ý.');
}
