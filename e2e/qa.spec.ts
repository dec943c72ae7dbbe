/** `galley qa` with review scripts: what they leave is the review that is looked at, and of a failure all is to be seen. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { galley } from './galley.ts';
import { expect, test } from './kit/index.ts';
import { root } from './kit/programs.ts';

const WRONG = `import { expect, test } from 'galley/kit';
test('what is not so', async ({ desk }) => {
  await desk.open('linhe-evening.txt');
  await expect(desk).toHaveArticles([{ headline: '没有这个标题' }]);
});
`;

test('a batch is worked through with scripts, in a folder that has no packages', async ({ scratch }) => {
  test.setTimeout(600_000);
  const batch = join(scratch, 'batch');
  mkdirSync(batch);
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module" }');
  for (const name of ['linhe-evening.txt', 'linhe-evening.review.ts'])
    copyFileSync(join(root, 'resources/scripts', name), join(batch, name));
  writeFileSync(join(scratch, 'wrong.review.ts'), WRONG);
  const page = join(scratch, 'report.html');
  const script = join(scratch, 'wrong.*.ts');
  const { stdout, code } = await galley(['qa', batch, '--script', script, '--recorded', '--out', page], scratch);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /2 scripts were run; 1 failed\.\n {2}wrong\.review\.ts on linhe-evening\.txt: .*not so: the review/,
  );
  const report = JSON.parse(readFileSync(join(scratch, 'report.json'), 'utf8'));
  expect(report.scripts).toMatchObject([{ passed: false }, { passed: true, script: 'linhe-evening.review.ts' }]);
  expect(report.issues).toMatchObject([{ reviewed: true, articles: [{}, { headline: '旧报纸里的渡口' }, {}] }]);
  expect(report.issues[0].proposedArticles).toHaveLength(4);
  const html = readFileSync(page, 'utf8');
  expect(html).toContain('src="data:image/png;base64,');
  expect(html).toContain('href="data:application/zip;base64,UEs');
  expect(readFileSync(join(scratch, 'report.xml'), 'utf8')).toContain(
    '<testsuite name="scripts" tests="2" failures="1">',
  );
  if (process.env.GALLEY_SHOTS) copyFileSync(page, join(process.env.GALLEY_SHOTS, 'qa-report.html'));
});
