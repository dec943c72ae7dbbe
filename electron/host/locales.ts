/** Languages that a Unix or Windows process can know of, as BCP 47; the window's browser knows more. */
export function systemLocales(env: Readonly<Record<string, string | undefined>> = process.env): readonly string[] {
  const named = [env.LANGUAGE?.split(':')[0], env.LC_ALL, env.LC_MESSAGES, env.LANG].flatMap((value) =>
    tagOf(value ?? ''),
  );
  return [...new Set([...named, Intl.DateTimeFormat().resolvedOptions().locale])];
}

/** `zh_CN.UTF-8` is `zh-CN`; `C` and `POSIX` are no language. */
function tagOf(value: string): readonly string[] {
  const tag = value.replace(/[.@].*$/, '').replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(tag) ? [tag] : [];
}
