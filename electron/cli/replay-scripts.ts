/**
 * `galley replay SCRIPT…`: runs review scripts, each on each issue and host that was asked for. What a script expects and
 * does not find is told as articles, by the kit's matchers.
 */
import { basename, dirname } from 'node:path';
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

/** Scripts of one folder are run together: in one browser, which is faster. */
function byFolder(files: readonly string[]): readonly (readonly [string, ...string[]])[] {
  const folders = new Map<string, [string, ...string[]]>();
  for (const file of files) {
    const others = folders.get(dirname(file));
    if (others) others.push(file);
    else folders.set(dirname(file), [file]);
  }
  return [...folders.values()];
}

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
  for (const scripts of byFolder(files))
    for (const issue of issues.length > 0 ? issues : [null])
      for (const host of options.hosts.length > 0 ? options.hosts : [undefined]) {
        const where = `${issue === null ? '' : ` on ${basename(issue)}`}${host ? `, ${host} host` : ''}`;
        await print(io, `${scripts.map((script) => basename(script)).join(', ')}${where}\n`);
        if ((await runAloud({ scripts, issue, ...shared, ...(host && { host }) }, io)) !== 0) code = 1;
      }
  return code;
}
