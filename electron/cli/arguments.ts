/** Reads the arguments of a command with Node's own parser; what it refuses becomes one sentence. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ENCODINGS, type Encoding } from '../../shared/model/source.ts';
import { Usage } from './io.ts';

type Parsed<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; strict: true; allowPositionals: true }>
>;

/**
 * The options and the files that the arguments name. Throws `Usage` for what is not an option or lacks its value, and
 * when `-` (stdin) is named twice, for it can be read once only; also for no file, unless there `mayBeNone`.
 */
export function readArguments<O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: O,
  { mayBeNone = false }: { readonly mayBeNone?: boolean } = {},
): { readonly values: Parsed<O>['values']; readonly files: readonly string[] } {
  const { values, positionals } = parsed(args, options);
  if (positionals.length === 0 && !mayBeNone) throw new Usage('Name a file, or - for stdin.');
  if (positionals.filter((name) => name === '-').length > 1) throw new Usage('Stdin (-) can be read once only.');
  return { values, files: positionals };
}

function parsed<O extends ParseArgsOptionsConfig>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw error;
    // Node's message goes on with advice about `--`; its first sentence says what is wrong.
    const [sentence = error.message] = error.message.split(/\.\s|\n/);
    throw new Usage(`${sentence.replace(/\.$/, '')}.`, { cause: error });
  }
}

/** The value of an option that must be one of `choices`; undefined when the option is absent. */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  const choice = choices.find((one) => one === value);
  if (value !== undefined && choice === undefined)
    throw new Usage(`${option} is one of ${choices.join(', ')}, not '${value}'.`);
  return choice;
}

export const ENCODING_OPTION = { encoding: { type: 'string' } } as const;

export const encodingOf = (value: string | undefined): Encoding | undefined => oneOf('--encoding', value, ENCODINGS);

export const ENCODING_HELP = `  --encoding E   read the bytes as E instead of finding out:
                 ${ENCODINGS.slice(0, 5).join(', ')},
                 ${ENCODINGS.slice(5).join(', ')}`;
