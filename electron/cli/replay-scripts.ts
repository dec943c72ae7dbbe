/**
 * `galley replay SCRIPT…`: runs review scripts, each on each issue and host that was asked for. What a script expects and
 * does not find is told as articles, by the kit's matchers.
 */
import { basename } from 'node:path';
import { runAloud, type ScriptHost, type ScriptJob } from '../qa/playwright.ts';
import { type ExitCode, type Io, print } from './io.ts';
import { filesNamed } from './patterns.ts';

export interface ReplayOptions extends Pick<ScriptJob, 'headed' | 'theme' | 'lang' | 'repeat'> {
  /** Empty: Electron where its binary is. */
  readonly hosts: readonly ScriptHost[];
  /** Issues to run each script on instead of its own: paths or patterns. */
  readonly issues: readonly string[];
}

/** Whether an argument of `galley replay` names a script, not an issue. */
export const isScript = (file: string): boolean => /\.(?:[cm]?ts|[cm]?js)$/i.test(file);

/** Runs every script on every issue and host; 1 when one of them fails. */
export async function replayScripts(scripts: readonly string[], options: ReplayOptions, io: Io): Promise<ExitCode> {
  const files = await filesNamed(scripts, 'There is no such script.', io);
  const issues = await filesNamed(options.issues, 'There is no such issue.', io);
  const { headed, theme, lang, repeat } = options;
  const shared = {
    ...(headed && { headed }),
    ...(theme && { theme }),
    ...(lang && { lang }),
    ...(repeat && { repeat }),
  };
  let code: ExitCode = 0;
  for (const script of files)
    for (const issue of issues.length > 0 ? issues : [null])
      for (const host of options.hosts.length > 0 ? options.hosts : [undefined]) {
        const where = `${issue === null ? '' : ` on ${basename(issue)}`}${host ? `, ${host} host` : ''}`;
        await print(io, `${basename(script)}${where}\n`);
        if ((await runAloud({ script, issue, ...shared, ...(host && { host }) }, io)) !== 0) code = 1;
      }
  return code;
}
