import { expect, LANDMARKS, sample, test } from './kit/index.ts';

test('the window opens on the sample with its four landmarks', async ({ desk }) => {
  await desk.open(sample());
  for (const name of LANDMARKS) await expect(desk.page.getByRole('region', { name, exact: true })).toBeVisible();
});
