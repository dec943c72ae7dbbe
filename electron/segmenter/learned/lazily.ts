/** Models kept as text until they are asked for: an issue needs those of one kind, and a command's help none. */

/** An object with the parts whose JSON is in `texts`, each read when it is first asked for. The texts are our own. */
export function lazily<T extends object>(texts: { readonly [part in keyof T]: string }): T {
  const parts: Partial<T> = {};
  for (const part in texts) {
    const text = texts[part];
    let read: T[typeof part] | undefined;
    Object.defineProperty(parts, part, {
      enumerable: true,
      get: () => {
        read ??= JSON.parse(text);
        return read;
      },
    });
  }
  // Every part of T has a text, and so a property.
  return parts as T;
}
