// A cell's month from the plan to the committee's grid, done by the people who do it.
import { expect, look, signIn } from './house';
import { answerLeave, approve, askForDates, attachPaper, call, callOff, draftAgenda, plan, prepareOneself, register, reportTask, waitForApproval } from './month/prepare';
import { adoptMinutes, agreeAndVote, decide, findAgain, findInGrid, propose, report, takePapers } from './month/record';
import { adoptAgenda, callRoll, close, goThrough, open } from './month/room';
import { test } from './sample';

test.describe.configure({ mode: 'serial', timeout: 300_000 });

const REMARK = 'Tôi đề nghị bàn kỹ việc lát vỉa hè ngõ 12.';
const REASON = 'Đưa mẹ đi viện.';
// What one tells the next: addresses and names as the pages showed them.
let meeting = '';
let cell = '';
const names = { secretary: '', deputy: '', member: '' };

test('the ward asks its cells for the date', async ({ page }) => {
  await signIn(page, 'bithuphuong');
  await askForDates(page);
});

test('the secretary plans the month, drafts the agenda and registers the date', async ({ page }) => {
  await signIn(page, 'bithu');
  names.secretary = await page.locator('.menu-name').innerText();
  await callOff(page);
  meeting = await plan(page);
  cell = await page.locator('.head-lead').innerText();
  await register(page, meeting);
  await draftAgenda(page, meeting);
  await waitForApproval(page, meeting);
});

test('the deputy attaches a paper', async ({ page }) => {
  await signIn(page, 'phobithu');
  names.deputy = await page.locator('.menu-name').innerText();
  await attachPaper(page, meeting);
});

test('the ward agrees to the date', async ({ page }) => {
  await signIn(page, 'bithuphuong');
  await approve(page, cell);
});

test('the secretary calls the meeting', async ({ page }) => {
  await signIn(page, 'bithu');
  await call(page, meeting);
});

test('a member prepares a remark, reports on a task and asks leave', async ({ page }) => {
  await signIn(page, 'dangvien');
  await look(page);
  names.member = await page.locator('.menu-name').innerText();
  await prepareOneself(page, meeting, REMARK, REASON);
  await reportTask(page);
});

test('the secretary opens and runs the meeting', async ({ page }) => {
  await signIn(page, 'bithu');
  await answerLeave(page, meeting, names.member);
  await open(page, meeting, names.secretary, names.deputy);
  await callRoll(page, [names.secretary, names.deputy], names.member, REASON);
  await adoptAgenda(page);
  await goThrough(page, names.deputy, REMARK);
});

test('the tracker proposes the points', async ({ page }) => {
  await signIn(page, 'phobithu');
  await propose(page, meeting);
});

test('the cell votes its score, closes, adopts the minutes and reports', async ({ page }) => {
  await signIn(page, 'bithu');
  await agreeAndVote(page, meeting);
  await close(page, meeting);
  await adoptMinutes(page, meeting);
  await takePapers(page, meeting);
  await report(page, meeting);
});

test('the superior decides the grade', async ({ page }) => {
  await signIn(page, 'bithuphuong');
  await decide(page, meeting, cell);
});

test('the committee finds the month in its grid', async ({ page }) => {
  await signIn(page, 'tochuc');
  await findInGrid(page, meeting, cell);
});

test('what was set comes back on the next agenda', async ({ page }) => {
  await signIn(page, 'bithu');
  await findAgain(page);
  await page.goto(meeting);
  await expect(page.locator('main')).toContainText('Biên bản');
  await look(page);
});
