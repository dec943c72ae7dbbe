import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json' with { type: 'json' };
import { scratchFolder } from './testing/folder.ts';
import { galley } from './testing/run.ts';

const COMMANDS = ['segment', 'export', 'replay', 'archive', 'record', 'qa', 'doctor', 'serve'];
/** What help may load: texts, lists and the reading of arguments. */
const LIGHT =
  /^(?:help\/\w+|arguments|io|\.\.\/qa\/(?:ways|acceptance)|\.\.\/\.\.\/shared\/(?:contract\/formats|model\/source))\.ts$/;

/** What a file of this folder imports at its start, and what that does: files from this folder, packages by name. */
function startOf(name: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const load = (file: string) => {
    const own = relative(import.meta.dirname, file);
    if (loaded.has(own)) return;
    loaded.add(own);
    const source = readFileSync(file, 'utf8');
    for (const [, from = ''] of source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm))
      if (from.startsWith('.')) load(resolve(dirname(file), from));
      else if (!from.startsWith('node:')) loaded.add(from);
  };
  load(resolve(import.meta.dirname, name));
  return loaded;
}

describe('galley', () => {
  it.each([['--help'], ['-h']])('%s lists the commands', async (option) => {
    const { code, out, err } = await galley('/', [option]);
    expect([code, err]).toEqual([0, []]);
    for (const command of ['segment', 'export', 'replay', 'serve']) expect(out).toContain(`galley ${command} `);
  });

  it('--help loads neither a command nor the models: what main.ts imports at its start is this little', () => {
    expect([...startOf('main.ts')].sort()).toEqual(['galley.ts', 'io.ts', 'main.ts']);
  });

  it.each(COMMANDS)('%s --help loads its text and lists, nothing of the command and no package', (command) => {
    const loaded = [...startOf(`help/${command}.ts`)];
    expect(loaded).toContain(`help/${command}.ts`);
    expect(loaded.filter((file) => !LIGHT.test(file))).toEqual([]);
  });

  it('--version is that of the package', async () => {
    expect(await galley('/', ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: [] });
  });

  it.each(COMMANDS)('%s --help tells all about it, whatever else is said', async (command) => {
    for (const args of [
      [command, '--help'],
      [command, '-h'],
      [command, 'x.txt', '--nonsense', '--help'],
    ]) {
      const { code, out, err } = await galley('/', args);
      expect([code, err]).toEqual([0, []]);
      expect(out).toMatch(new RegExp(`^galley ${command} `));
      expect(out).toContain('Exit codes:');
      for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(88);
    }
  });

  it.each([
    [[], 'usage'],
    [['nonsense'], 'usage'],
    [['toString'], 'usage'],
    [['segment'], 'segment'],
    [['segment', '--nonsense', 'x'], 'segment'],
    [['segment', '-', '-'], 'segment'],
    [['segment', 'x', '--encoding', 'klingon'], 'segment'],
    [['segment', 'x', '--encoding'], 'segment'],
    [['export', 'x'], 'export'],
    [['export', 'x', '--format', 'json'], 'export'],
    [['export', 'x', '--format', 'pdf', '--out', '.'], 'export'],
    [['export', '--format', 'json', '--out', '.'], 'export'],
    [['replay', 'x'], 'replay'],
    [['replay', 'x', 'y', '--edits', 'e'], 'replay'],
    [['replay', '-', '--edits', '-'], 'replay'],
    [['serve'], 'serve'],
    [['serve', 'x'], 'serve'],
    [['serve', '-', '--no-open'], 'serve'],
  ] as const)('%j is bad usage: one line, exit 2', async (args, name) => {
    const folder = await scratchFolder();
    const { code, out, err } = await galley(folder, args);
    expect([code, out, err.length]).toEqual([2, '', 1]);
    expect(err[0]).toMatch(new RegExp(`^galley: ${name}: .*\\. See galley .*--help\\.$`));
  });

  it('takes --help after -- for a file', async () => {
    const { code, err } = await galley(await scratchFolder(), ['segment', '--', '--help']);
    expect([code, err]).toEqual([1, ['galley: --help: There is no such file.']]);
  });

  it('answers any arguments with an exit code and whole lines on stderr', async () => {
    const folder = await scratchFolder();
    const words = [
      'segment',
      'export',
      'replay',
      '--format',
      'json',
      '--out',
      'o',
      '--edits',
      '--explain',
      '--encoding',
    ];
    const odd = ['-', '--', '--help', '-h', '--fresh', '--out=', '--explain=1', '-x', '', '\n', '__proto__', 'x.txt'];
    const argument = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...odd), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.array(argument, { maxLength: 6 }), async (args) => {
        fc.pre(args[0] !== 'serve');
        const { code, err } = await galley(folder, args);
        expect([0, 1, 2]).toContain(code);
        expect(err.length > 0).toBe(code !== 0);
        for (const line of err) {
          expect(line).toMatch(/^galley: .*: .*\.$/su);
          expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
          expect(line).not.toContain('inside Galley');
        }
      }),
    );
  });
});
