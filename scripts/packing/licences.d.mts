/** Types of licences.mjs for vite.config.ts. */
export function licenceList(
  root: string,
): readonly { readonly name: string; readonly version: string; readonly licence: string; readonly notice: string }[];
