/** Which cards have a picture: a question of the declaration alone. */
import type { NodeDescriptor } from "../../core/node/descriptor.ts";

/** Whether cards of this node keep room for a picture. By declaration, so that a card never changes its size. */
export function hasThumbnail(descriptor: NodeDescriptor): boolean {
  if (descriptor.traits.split) return false;
  return ["table", "learner", "scores", "figure", "trace", "number", "text", "images"].includes(
    descriptor.makes,
  );
}
