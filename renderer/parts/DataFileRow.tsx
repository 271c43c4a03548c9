/** A data file in a list: sign, name, size. */
import { FileSpreadsheet } from "lucide-react";
import { useWords } from "../store/use-editor.ts";

export function DataFileRow({ name, bytes }: { name: string; bytes: number }) {
  const { size } = useWords();
  return (
    <>
      <FileSpreadsheet size={14} aria-hidden />
      <span className="clip">{name}</span>
      <span className="dim num">{size(bytes)}</span>
    </>
  );
}
