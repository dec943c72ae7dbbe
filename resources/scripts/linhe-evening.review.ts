import { expect, test } from 'galley/kit';

test('an old report that is quoted is no article of its own', async ({ desk }) => {
  await desk.open(new URL('./linhe-evening.txt', import.meta.url));
  const ferry = desk.articleAt({ line: 14 });
  await desk.articleAt({ line: 24 }).removeCredit('江远帆');
  await desk.articleAt({ line: 24 }).mergeInto(ferry);
  await desk.line(22).role('body');
  await expect(desk).toHaveArticles([{}, { headline: '旧报纸里的渡口', bylines: [] }, {}]);
  await expect(desk).toConserve();
  console.log(await desk.exportAs('tei'));
});
