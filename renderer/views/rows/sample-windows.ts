/** Which rows of a long result stand for all of it. Pure. */

/** Windows that spread `most` rows evenly over a table; one window when all of it fits. */
export function sampleWindows(
  rowCount: number,
  most = 2000,
  windows = 4,
): { offset: number; limit: number }[] {
  if (rowCount <= most) {
    const count = Math.ceil(rowCount / 1000);
    return Array.from({ length: count }, (_, index) => ({
      offset: index * 1000,
      limit: Math.min(1000, rowCount - index * 1000),
    }));
  }
  const limit = Math.floor(most / windows);
  return Array.from({ length: windows }, (_, index) => ({
    offset: Math.floor((index * (rowCount - limit)) / (windows - 1)),
    limit,
  }));
}
