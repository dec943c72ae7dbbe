import { describe, expect, test } from 'vitest';
import { plainText } from './commands.ts';

describe('plainText', () => {
  test.each([
    ['一\r\n二', '一\n二'],
    ['一\r\r二', '一\n二'],
    ['one\u2029two', 'one\ntwo'],
    ['one\n\n \n two', 'one\n two'],
    [' one ', ' one '],
  ])('%j gives the body %j', (pasted, text) => expect(plainText(pasted, 'paragraph')).toBe(text));

  test('a field of one line gets one line', () => expect(plainText('主题\n\n第二行', 'leave')).toBe('主题 第二行'));

  test('nothing is nothing', () => expect(plainText('', 'leave')).toBe(''));
});
