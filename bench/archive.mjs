#!/usr/bin/env node
/**
 * Bench of the archive: an archive of generated issues is written, indexed, opened, sorted, filtered, searched; at a
 * tenth of the size and at the full one, so that the cost of an issue can be compared. Run it when the index or the
 * scan changes. `npx node bench/archive.mjs [ISSUES]` (100,000); `--keep` leaves the archive in the scratch folder.
 *
 * An issue is four short articles of invented text, some 1,200 characters; ten of all issues have a proposal beside them.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proposeIssue } from '../electron/archive/batch/propose.ts';
import { Keeper } from '../electron/archive/keeper.ts';
import { ALL_ISSUES } from '../shared/contract/archive.ts';

const FOLDER_SIZE = 500;
const REVIEWED = 10;
const WORDS =
  '全市妇女工作会召开扎实推进城区绿地建设项目开工记者昨日获悉春耕生产有序进行交通运输部门强化安全检查教育局公布招生计划电力公司保障夏季用电博物馆举办书画展览农民合作社丰收在望';

/** The same numbers on every run. */
function* numbers(seed) {
  for (let x = seed; ; ) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    yield x;
  }
}

function issueText(n, random) {
  const draw = (below) => random.next().value % below;
  const stretch = (length) => {
    let text = '';
    while (text.length < length) {
      const at = draw(WORDS.length - 12);
      text += WORDS.slice(at, at + 4 + draw(8));
    }
    return text.slice(0, length);
  };
  const day = `${2000 + (n % 25)}年${1 + (n % 12)}月${1 + (n % 28)}日`;
  const article = () =>
    `${stretch(9 + draw(6))}\n\n本报讯 （记者 ${stretch(3)}） ${Array.from({ length: 12 }, () => stretch(20)).join('\n')}。\n`;
  const rare = n % 1000 === 7 ? '\n吕梁山区通了火车。\n' : '';
  return `清河日报 ${day}\n第一版　要闻\n\n${Array.from({ length: 4 }, article).join('\n')}${rare}`;
}

async function write(root, count) {
  const random = numbers(count);
  for (let n = 0; n < count; n++) {
    const folder = join(root, String(Math.floor(n / FOLDER_SIZE)).padStart(4, '0'));
    if (n % FOLDER_SIZE === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `qinghe-${String(n).padStart(6, '0')}.txt`), issueText(n, random));
  }
}

/** `ms` on the wall; `cpu` of all threads of this process, which other programs do not lengthen, in ms. */
const clock = async (work) => {
  const before = performance.now();
  const used = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(used);
  return { result, ms: performance.now() - before, cpu: (user + system) / 1000 };
};
const megabytes = () => Math.round(process.memoryUsage().rss / 2 ** 20);
const say = (name, value) => console.log(`${name.padEnd(44)} ${value}`);

async function measure(scratch, count) {
  const root = join(scratch, `archive-${count}`);
  const dataFolder = join(scratch, `data-${count}`);
  mkdirSync(root);
  await write(root, count);
  for (let n = 0; n < count; n += count / REVIEWED) {
    const folder = String(Math.floor(n / FOLDER_SIZE)).padStart(4, '0');
    await proposeIssue(
      { root, dataFolder, paper: async () => null },
      `${folder}/qinghe-${String(n).padStart(6, '0')}.txt`,
    );
  }
  console.log(`\n${count} issues`);
  const first = await Keeper.open({ root, dataFolder });
  const built = await clock(() => first.refresh());
  const rate = (ms) => Math.round((count / ms) * 60_000);
  say('index built', `${(built.ms / 1000).toFixed(1)} s, ${rate(built.ms)} issues a minute`);
  say('  … of processor time', `${(built.cpu / 1000).toFixed(1)} s, ${rate(built.cpu)} issues a minute`);
  await first.close();
  const opened = await clock(() => Keeper.open({ root, dataFolder }));
  const keeper = opened.result;
  const shown = await clock(() => keeper.rows(ALL_ISSUES, 0, 100));
  say('opened, first rows', `${(opened.ms + shown.ms).toFixed(0)} ms (${shown.result.issues} issues)`);
  const looked = await clock(() => keeper.refresh());
  say('looked through for changes, none', `${(looked.ms / 1000).toFixed(1)} s`);
  const view = (part) => ({ ...ALL_ISSUES, ...part });
  const ask = async (name, part, from = 0) => {
    const { ms, result } = await clock(() => keeper.rows(view(part), from, 100));
    say(name, `${ms.toFixed(0)} ms (${result.issues} issues)`);
  };
  await ask('sorted by date, down', { sort: [{ column: 'date', down: true }] });
  await ask('  … another window of it', { sort: [{ column: 'date', down: true }] }, count - 200);
  await ask('filtered by typing', { filter: { text: '0042' } });
  await ask('grouped by state', { group: 'state' });
  for (const typed of ['吕梁', '春耕生产', 'headline:绿地', '通 date:2013']) {
    const { ms, result } = await clock(() => keeper.search(typed, 0, 50));
    say(`search ${typed}`, `${ms.toFixed(0)} ms (${result.total} places)`);
  }
  say('memory of the process (RSS)', `${megabytes()} MB`);
  await keeper.close();
  return built.cpu / count;
}

const count = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? 100_000);
const scratch = mkdtempSync(join(tmpdir(), 'galley-bench-'));
try {
  const small = await measure(scratch, Math.max(FOLDER_SIZE, Math.round(count / 10)));
  const large = await measure(scratch, count);
  console.log();
  say('processor time of an issue against a tenth', `${(large / small).toFixed(2)} times (goal: below 1.5)`);
} finally {
  if (process.argv.includes('--keep')) console.log(scratch);
  else rmSync(scratch, { recursive: true, force: true });
}
