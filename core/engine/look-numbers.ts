/** What JSON can say of a number: `null` for what is missing, infinite, or no number. */

/** The number itself if it is one. */
export function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
