import { describe, expect, it } from 'vitest';
import { apiPages, declarationOf, docText, exportsOf, membersOf } from './api-pages.mjs';

const CLASS = `/** The desk. */
export declare class Desk {
    #private;
    readonly page: Page;
    /**
     * Opens an issue,
     * and waits.
     */
    open(source: string | URL, options?: {
        /** How. */
        readonly how: string;
    }): Promise<void>;
    constructor(page: Page);
}
export type Role = 'a' | 'b';
/** Which. */
export interface Which {
    /** A name. */
    readonly name?: string;
}
`;

describe('the reader of declarations', () => {
  it('takes the text of a comment', () => {
    expect(docText('/** One. */')).toBe('One.');
    expect(docText('/**\n     * One,\n     *\n     * two.\n     */')).toBe('One,\n\ntwo.');
    expect(docText('')).toBe('');
  });

  it('finds a declaration with its doc, up to its end', () => {
    expect(declarationOf(CLASS, 'Desk')).toMatchObject({ doc: 'The desk.', kind: 'class' });
    expect(declarationOf(CLASS, 'Role')).toEqual({ doc: '', kind: 'type', text: "type Role = 'a' | 'b';" });
    expect(() => declarationOf(CLASS, 'Des')).toThrow('no declaration of Des');
  });

  it('lists members but those that are nobody’s business', () => {
    expect(membersOf(declarationOf(CLASS, 'Desk').text)).toEqual([
      { doc: '', signature: 'page: Page' },
      {
        doc: 'Opens an issue,\nand waits.',
        signature: 'open(source: string | URL, options?: { readonly how: string; }): Promise<void>',
      },
    ]);
    expect(membersOf(declarationOf(CLASS, 'Which').text)).toEqual([{ doc: 'A name.', signature: 'name?: string' }]);
  });

  it('follows what an entry exports', () => {
    const entry =
      "export {\n    A,\n    type B,\n} from './a.ts';\nexport type { C } from '../c.ts';\nexport declare function f(): void;\nexport interface I {\n}\n";
    expect(exportsOf(entry, '/t/k/index.d.ts')).toEqual([
      { name: 'A', file: '/t/k/a.d.ts' },
      { name: 'B', file: '/t/k/a.d.ts' },
      { name: 'C', file: '/t/c.d.ts' },
      { name: 'f', file: '/t/k/index.d.ts' },
      { name: 'I', file: '/t/k/index.d.ts' },
    ]);
  });
});

it('docs/kit.md and docs/package.md are current', async () => {
  expect(await apiPages({ check: true })).toEqual([]);
});
