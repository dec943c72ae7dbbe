import { performance } from 'node:perf_hooks';
import { expect, it, vi } from 'vitest';
import { issueDisk, rig } from '../desk/testing/rig.ts';
import type { LogEvent } from './events.ts';

it('a slow call is noted, not one that waits for a person', async () => {
  const noted: LogEvent[] = [];
  const log = { note: (event: LogEvent) => void noted.push(event), close: () => undefined };
  const nobody = async () => null;
  const { service, start } = rig(issueDisk(), { log, chooseTarget: nobody, pickPicture: nobody, pickFolder: nobody });
  const file = await start();
  let ms = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    ms += 2000;
    return ms;
  });
  await service['review.saveScript']({ file });
  await service['issue.facsimile']({ file, choose: true });
  await service['archive.open']({});
  await service['second.readers']({ file });
  vi.restoreAllMocks();
  expect(noted.filter(({ what }) => what === 'call slow')).toEqual([
    { what: 'call slow', call: 'second.readers', ms: 2000 },
  ]);
});
