/** What the operating system refuses, as diagnostics. Knows error codes, not files: whoever touches the disk asks it. */
import { type Diagnostic, DiagnosticError, problem } from "./diagnostic.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "file.missing",
  ENOTDIR: "file.missing",
  EEXIST: "file.is-in-the-way",
  EISDIR: "file.is-directory",
  EACCES: "file.no-permission",
  EPERM: "file.no-permission",
  EROFS: "file.read-only-disk",
  ENOSPC: "file.disk-full",
  EDQUOT: "file.disk-full",
  ENAMETOOLONG: "file.name-too-long",
  EMFILE: "file.too-many-open",
  ENFILE: "file.too-many-open",
};

/** What the system said about `path`, as a diagnostic (`file.*`). A diagnostic that was thrown passes through. */
export function fileDiagnostic(thrown: unknown, path: string): Diagnostic {
  if (thrown instanceof DiagnosticError) return thrown.diagnostic;
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (Object.hasOwn(reasons, code)) return problem(reasons[code], { path });
  return problem("file.failed", { path, message: thrown instanceof Error ? thrown.message : String(thrown) });
}
