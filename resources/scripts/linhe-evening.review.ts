import { expect, test } from 'galley/kit';

test('an old report that is quoted is no article of its own', async ({ desk }) => {
  await desk.open(new URL('./linhe-evening.txt', import.meta.url));
  await desk.articleAt({ line: 12 }).removeCredit('江远帆');
  await desk.articleAt({ line: 12 }).mergeInto(desk.article('旧报纸里的渡口'));
  await expect(desk).toHaveArticles([
    { headline: '旧报纸里的渡口', lines: [[3, 3], [5, 21]], bylines: [] },
    { headline: '城北菜市场搬新址' },
    { headline: '图书馆夜间不打烊' },
  ]);
  await expect(desk).toConserve();
  console.log(await desk.exportAs('tei'));
});
