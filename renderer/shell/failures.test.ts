import { expect, it } from 'vitest';
import { createDesk } from '../store/desk.ts';
import { standIn } from '../testing/host.ts';
import { page } from '../testing/page.ts';
import { tellFailure } from './failures.ts';

const SECRET = '密文';

async function connected() {
  const far = standIn(page('a1 body 本报讯'));
  const desk = createDesk();
  await desk.connect(far.host);
  return { far, desk };
}

it('tells where it was, not what it said', async () => {
  const { far, desk } = await connected();
  await tellFailure(desk, new RangeError(SECRET));
  const told = far.calls.find(({ name }) => name === 'window.failed');
  expect(told?.args).toMatchObject({
    error: 'RangeError',
    frames: expect.arrayContaining([expect.stringMatching(/failures\.test\.ts:\d+:\d+$/)]),
  });
  expect(JSON.stringify(told)).not.toContain(SECRET);
});

it.each([[SECRET], [undefined], [{ message: SECRET }]])('tells of anything thrown: %j', async (thrown) => {
  const { far, desk } = await connected();
  await tellFailure(desk, thrown);
  const told = far.calls.find(({ name }) => name === 'window.failed');
  expect(told?.args).toMatchObject({ error: 'Error' });
  expect(JSON.stringify(told)).not.toContain(SECRET);
});

it('is quiet where nobody listens', async () => {
  await expect(tellFailure(createDesk(), new Error(SECRET))).resolves.toBeUndefined();
});
