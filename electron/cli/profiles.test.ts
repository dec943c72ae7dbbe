/** Profiles, previews and the table of an archive on the command line. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExportProfile, plainProfile } from '../../shared/contract/profile.ts';
import { RIVER, scratchFolder } from './testing/folder.ts';
import { galley } from './testing/run.ts';

const WEB: ExportProfile = {
  ...plainProfile('text'),
  name: 'Web',
  per: 'article',
  pattern: '{file}/{article}',
  fields: ['headline', 'body'],
  lineEnd: 'crlf',
};

/** An archive of one issue, with its profiles and rules. */
async function archive(rules: object = { rules: [], on: 'refuse' }): Promise<string> {
  const folder = await scratchFolder();
  await mkdir(join(folder, 'in/.galley-archive'), { recursive: true });
  await writeFile(join(folder, 'in/river.txt'), RIVER);
  await writeFile(join(folder, 'in/.galley-archive/profiles.json'), JSON.stringify({ profiles: [WEB] }));
  await writeFile(join(folder, 'in/.galley-archive/rules.json'), JSON.stringify(rules));
  return folder;
}

const exported = (folder: string, ...args: string[]) =>
  galley(folder, ['export', 'in/river.txt', '--out', 'out', ...args]);

describe('galley export --profile', () => {
  it('says first what would be, then does it, then that nothing is new', async () => {
    const folder = await archive();
    // However many articles are proposed of so small a page.
    const before = await exported(folder, '--profile', 'Web', '--dry-run');
    expect(before).toMatchObject({ code: 0, out: expect.stringMatching(/^(?:added\triver\/\d\d\.articles\.txt\n)+$/) });
    expect(await readdir(folder)).not.toContain('out');
    const { code, out } = await exported(folder, '--profile', 'Web');
    expect(code).toBe(0);
    expect(out).toMatch(/\tArticle a1\.$/m);
    const text = await readFile(join(folder, 'out/river/01.articles.txt'), 'utf8');
    expect(text).toContain('\r\n========== 1 of ');
    const after = await exported(folder, '--profile', 'Web', '--dry-run');
    expect(after.out).toBe(before.out.replaceAll('added', 'unchanged'));
  });

  it.each([
    [['--profile', 'Print'], 1, 'Print: The profiles are Web.'],
    [['--profile', 'Web', '--format', 'json'], 2, 'Name a format or a profile, not both.'],
    [[], 2, 'or a profile: --profile NAME.'],
  ] as const)('%j is refused', async (args, code, sentence) => {
    const ran = await exported(await archive(), ...args);
    expect(ran.code).toBe(code);
    expect(ran.err.join('\n')).toContain(sentence);
  });

  it('holds the issue to the rules of its archive', async () => {
    const refused = await exported(
      await archive({ rules: ['every article is settled'], on: 'refuse' }),
      '--profile',
      'Web',
    );
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err[0]).toContain("The archive's rules refuse it.");
    const folder = await archive({ rules: ['every article is settled'], on: 'stamp' });
    expect((await exported(folder, '--profile', 'Web')).code).toBe(0);
    expect(await readFile(join(folder, 'out/river/01.articles.txt'), 'utf8')).toMatch(
      /^= Not finished: exported though it breaks rules of its archive \(not settled: \d+\)\.$/m,
    );
  });
});

describe('galley archive status --csv', () => {
  it('prints the table, a row an issue, its figures as figures', async () => {
    const folder = await archive();
    await writeFile(join(folder, 'in/=1+1.txt'), RIVER);
    const { code, out } = await galley(folder, ['archive', 'status', 'in', '--csv']);
    const [head, ...rows] = out.split('\n').slice(0, -1);
    expect(code).toBe(0);
    expect(head).toMatch(/^\ufeff"path","title","name"/);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatch(/^"'=1\+1\.txt"/);
    expect(rows[1]).toContain('"unread"');
  });
});
