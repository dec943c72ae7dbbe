/** Whether the label holds all typed words, in any order and case. */
export const matches = (label: string, typed: string): boolean => {
  const text = label.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
