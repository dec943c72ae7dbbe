/** "Save this review as a script": what was done by hand becomes a script of the review kit. */
import { problemOf } from '../../shared/contract/contract.ts';
import type { Desk } from './desk.ts';
import { problemKey } from './state.ts';

/** Has the desk write the script of the review that is shown, and says where it is. Never rejects. */
export async function saveScript(desk: Desk): Promise<void> {
  const { host, file } = desk.store.getState();
  if (!host || !file) return;
  try {
    const saved = await host.call('review.saveScript', { file: file.file });
    if (!saved) return;
    const { name, unscripted } = saved;
    if (unscripted === 0) desk.say('done', { key: 'done.saveScript', values: { name } });
    else desk.say('done', { key: 'done.saveScriptPartly', values: { name, count: unscripted } });
  } catch (error) {
    const problem = problemOf(error);
    desk.say('problem', { key: problemKey(problem), ...(problem.values && { values: problem.values }) });
  }
}
