/** What `galley record --help` prints. */
export const help = `galley record FILE [--out SCRIPT]

Turns the review of FILE into a script for the review kit (docs/qa.md): the steps that
were made, in order, and the articles at the end. It names places by lines of the raw
text. Undone steps are in it too, as they happened.

  --out SCRIPT   write there; else to stdout. The script finds FILE from where it lies.

What no step of the kit makes again is named on stderr and in the script.

Exit codes: 0 done, 1 there is no review, or part of it can't be recorded, 2 bad usage.
`;
