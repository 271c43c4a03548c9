const known = new WeakMap<object, boolean>();

/** Whether a record, which nobody writes into, has no entry. Many ask after every change: each version is looked at once. */
export function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  const answer = known.get(record) ?? Object.keys(record).length === 0;
  known.set(record, answer);
  return answer;
}
