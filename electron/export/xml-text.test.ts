import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './testing/documents.ts';
import { parseXml, textOf } from './testing/xml.ts';
import { attribute, escapeXml, holdable } from './xml-text.ts';

describe('escapeXml', () => {
  it('is read back by a strict parser as what XML can hold of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(textOf(parseXml(`<a>${escapeXml(text)}</a>`))).toBe(holdable(text));
      }),
    );
  });

  it.each(['河长制', 'a b', '  x', '😀', 'a\tb', '=1+1'])('leaves %j alone', (text) =>
    expect(escapeXml(text)).toBe(text),
  );

  it.each([
    [']]>', ']]&gt;'],
    ['a\u0000\u001b', 'a␀␛'],
    ['\ufffe\uffff\ud800', '\ufffd\ufffd\ufffd'],
  ])('makes %j holdable', (text, escaped) => expect(escapeXml(text)).toBe(escaped));
});

describe('attribute', () => {
  it('is read back as what XML can hold of the text, line ends and tabs among it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(parseXml(`<a b="${attribute(text)}"/>`).attributes.b).toBe(holdable(text));
      }),
    );
  });
});
