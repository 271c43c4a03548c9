/** Hands a file of this computer over to the served folder, piece by piece: a page has its bytes and no path. */
import type { HostService } from "../../core/service/host-service.ts";

/** Bytes of a piece. */
const pieceBytes = 3 * 2 ** 20;

/** Answers the path below the folder. Fails with `file.*`; `signal` gives up between two pieces. */
export async function upload(
  host: Pick<HostService, "upload">,
  file: File,
  { progress, signal }: { progress: (share: number) => void; signal: AbortSignal },
): Promise<string> {
  let id: string | undefined;
  for (let at = 0; ; at += pieceBytes) {
    signal.throwIfAborted();
    const piece = file.slice(at, at + pieceBytes);
    const answer = await host.upload({
      ...(id === undefined ? {} : { id }),
      name: file.name.slice(-300),
      total: file.size,
      at,
      bytes: await base64Of(piece),
    });
    if (answer.path !== undefined) return answer.path;
    id = answer.id;
    progress(Math.min(1, (at + piece.size) / file.size));
  }
}

function base64Of(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(piece);
  });
}
