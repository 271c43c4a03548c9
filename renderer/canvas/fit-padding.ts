/** Pixels left free around a graph that is brought into view: for titles of frames above, for the zoom bar below. */
export const fitPadding = { top: 40, left: 24, right: 24, bottom: 56 } as const;
