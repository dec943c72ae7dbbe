import { describe, expect, it } from 'vitest';
import { xmlAttribute, xmlText } from './xml.ts';

describe('text in XML', () => {
  it('is never markup', () => {
    expect(xmlText('<script>alert(1)</script> & ]]>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt; &amp; ]]&gt;');
    expect(xmlAttribute('" onload="x\n')).toBe('&quot; onload=&quot;x&#10;');
  });

  it('shows what XML can not hold, and keeps pairs of surrogates', () => {
    expect(xmlText('\u0000a\u001b\ufffe\ud800𠮷')).toBe('\ufffda\ufffd\ufffd\ufffd𠮷');
  });

  it('leaves newspaper text alone', () => {
    expect(xmlText('（记者 冯海砚）“巾帼心向党” 5′')).toBe('（记者 冯海砚）“巾帼心向党” 5′');
  });
});
