// Every office signs in and looks at the places open to it: accessible, on this origin, never wider than the window.
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test, type Office } from './house';

const offices: Office[] = ['bithu', 'dangvien', 'theodoi', 'tochuc', 'kiemtra', 'bithuphuong', 'quantri'];

for (const office of offices) {
  test(`${office} looks at every place`, async ({ page }) => {
    await signIn(page, office);
    const paths = await page.locator('nav.places a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(paths.length).toBeGreaterThan(0);
    for (const path of new Set(paths)) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(200);
      await expect(page.locator('h1')).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });
}

test('a wrong password is told without telling who exists', async ({ page }) => {
  for (const login of ['bithu', 'khong-co-ai']) {
    await page.goto('/sign-in');
    await page.fill('#login', login);
    await page.fill('#password', 'không phải mật khẩu');
    await page.locator('main form button').first().click();
    await expect(page.locator('.problems')).toContainText('chưa đúng');
  }
});
