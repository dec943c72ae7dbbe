/**
 * Keys in one normal form: modifiers in the order Mod, Alt, Shift, then the key: `d`, `Shift-d`, `Mod-Shift-z`, `F8`,
 * `Alt-ArrowUp`, `Shift-Space`, `?`. A pair of keys is written with a blank: `x s`.
 */

/** What is read of a keyboard event. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  getModifierState(key: string): boolean;
}

const LATIN = /^[A-Za-z]$/;
/** Keys that print a sign which needs Shift on some layouts: the sign counts, not the Shift. */
const SIGN = /^[!-@[-`{-~]$/;
const NAMED = /^[A-Z][A-Za-z0-9]+$/;

/** Names of keys by place, for layouts and input methods whose `key` is not Latin. */
function byCode({ code, shiftKey }: KeyPress): string | null {
  if (/^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  if (/^(?:Digit|Numpad)[0-9]$/.test(code)) return code.slice(-1);
  if (code === 'Slash') return shiftKey ? '?' : '/';
  if (code === 'Comma' && !shiftKey) return ',';
  if (code === 'Period' && !shiftKey) return '.';
  if (code === 'Space') return 'Space';
  return NAMED.test(code) ? code : null;
}

function nameOf(press: KeyPress): string | null {
  const { key } = press;
  if (key === ' ') return 'Space';
  if (LATIN.test(key)) return key.toLowerCase();
  if (SIGN.test(key)) return key;
  if (key === 'Process' || key === 'Unidentified' || key === 'Dead' || !NAMED.test(key)) return byCode(press);
  return key;
}

/**
 * The key in normal form; null for what is no command: a lone modifier, anything while an input method composes,
 * characters made with AltGr.
 */
export function keyOf(press: KeyPress, isMac = false): string | null {
  if (press.isComposing || press.getModifierState('AltGraph')) return null;
  const name = nameOf(press);
  if (!name || /^(?:Shift|Control|Alt|Meta|CapsLock)/.test(name)) return null;
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (other) return null;
  const shift = press.shiftKey && !SIGN.test(name);
  return `${mod ? 'Mod-' : ''}${press.altKey ? 'Alt-' : ''}${shift ? 'Shift-' : ''}${name}`;
}

const SIGNS_OF: { readonly [name: string]: string } = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** How a key is written for people: `Ctrl+Shift+Z`, `⌘⇧Z`, `Alt+↑`, `X S`. `space` is the word for the space bar. */
export function showKey(key: string, isMac: boolean, space: string): string {
  return key
    .split(' ')
    .map((one) => {
      const parts = one === '-' ? ['-'] : one.split('-');
      const name = parts.pop() ?? '';
      const shown = name === 'Space' ? space : (SIGNS_OF[name] ?? (LATIN.test(name) ? name.toUpperCase() : name));
      const signs = isMac ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl+', Alt: 'Alt+', Shift: 'Shift+' };
      return `${parts.map((part) => signs[part as keyof typeof signs] ?? part).join('')}${shown}`;
    })
    .join(' ');
}
