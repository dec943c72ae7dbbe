import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../shared/proposal.ts';
import type { WordList } from '../../shared/words/list.ts';
import { noPaper, paperByName, proposeKnowing } from './papers.ts';
import { issueDisk, rig } from './testing/rig.ts';

const profile = (paper: string, count = 2): WordList => ({
  format: 1,
  paper,
  words: [{ text: '记者手记', kind: 'section', count }],
});
/** A proposal of which only the masthead is looked at. */
const proposal = (paper?: string) =>
  ({ review: { masthead: paper === undefined ? {} : { paper } } }) as unknown as Proposal;

describe('the profile that an issue is proposed with', () => {
  it('is told by the name of its file', async () => {
    expect(await paperByName('清河日报 2013-08-19.txt', async (paper) => profile(paper))).toEqual(profile('清河日报'));
    expect(await paperByName('scan.txt', async (paper) => profile(paper))).toBeNull();
  });

  it('is none where it would change nothing, or can not be read', async () => {
    expect(await paperByName('清河日报 2013.txt', async (paper) => profile(paper, 1))).toBeNull();
    expect(await paperByName('清河日报 2013.txt', () => Promise.reject(new Error('damaged')))).toBeNull();
  });

  it('is told by the masthead else, and the issue read once more', async () => {
    const asked: (string | null)[] = [];
    const propose = (paper: WordList | null) => {
      asked.push(paper?.paper ?? null);
      return proposal('晚报');
    };
    const known = await proposeKnowing(null, async (paper) => profile(paper), propose);
    expect([asked, known.paper?.paper]).toEqual([[null, '晚报'], '晚报']);
    asked.length = 0;
    expect((await proposeKnowing(profile('早报'), noPaper, propose)).paper?.paper).toBe('早报');
    expect((await proposeKnowing(null, noPaper, propose)).paper).toBeNull();
    expect(asked).toEqual(['早报', null]);
  });
});

describe('the window', () => {
  const words = [{ text: '记者手记', kind: 'section' as const, count: 0 }];

  it('is told when a proposal was made with what was learned', async () => {
    const first = rig(issueDisk());
    await first.service['words.set']({ paper: '吕梁日报', words });
    const { notices } = await first.service['issue.review']({ file: await first.file() });
    expect(notices).toEqual([{ key: 'paper profile', values: { paper: '吕梁日报' } }]);
    expect(first.segmented()).toBe(1);
  });

  it('can turn it off', async () => {
    const first = rig(issueDisk());
    await first.service['settings.set']({ paperProfile: false });
    await first.service['words.set']({ paper: '吕梁日报', words });
    expect((await first.service['issue.review']({ file: await first.file() })).notices).toEqual([]);
  });
});
