/**
 * Fixtures that read as the page: a line of the fixture is `owner role  text`, `|` ends a printed line, an empty line
 * of the fixture is a blank line of the page, `-` owns what is outside.
 *
 *     a1 body      本报讯 （记者 冯海砚） 近日，记者在全|市妇女工作会上获悉。
 *     a1 headline  全市妇女工作会召开
 */
export interface Fixture {
  readonly text: string;
  /** Owner of each non-blank line. */
  readonly owners: readonly string[];
  readonly roles: readonly string[];
}

export function page(drawing: string): Fixture {
  const raw: string[] = [];
  const owners: string[] = [];
  const roles: string[] = [];
  for (const row of drawing.trim().split('\n')) {
    const parts = /^\s*(\S+)\s+(\S+) {1,9}(.*)$/u.exec(row);
    if (!parts) {
      raw.push('');
      continue;
    }
    const [, owner = '', role = '', text = ''] = parts;
    for (const line of text.split('|')) {
      raw.push(line);
      owners.push(owner);
      roles.push(role);
    }
  }
  return { text: `${raw.join('\n')}\n`, owners, roles };
}
