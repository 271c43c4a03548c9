/** Backends as the command line and the engine ask for them: the choice, made once a program, and the doctor's report. */
import { chooseBackend } from "../core/backend/choose.ts";
import { machineFacts } from "../core/backend/machine.ts";
import {
  type BackendChoice,
  backendNames,
  type DoctorReport,
  isBackendName,
} from "../core/base/backend-report.ts";
import { fail } from "../core/base/diagnostic.ts";
import { engineVersion } from "../core/engine/engine.ts";
import type { TensorBackends } from "../core/engine/engine-options.ts";

/** What is found, chosen and used. Throws `backend.unknown`. */
export async function doctorReport(asked?: string, afresh = false): Promise<DoctorReport> {
  const choice = await chooseBackend({ ...(asked === undefined ? {} : { asked }), afresh });
  return { ...choice, machine: machineFacts(engineVersion) };
}

/** The name as it came. Also where no node computes on tensors, one that is none is a mistake of the call: `backend.unknown`. */
export function checkBackendName(name: string): string {
  if (name === "auto" || isBackendName(name)) return name;
  return fail("backend.unknown", { name, known: backendNames });
}

/** For an engine: probed when first asked, then remembered; `doctor` may look again. */
export function tensorBackends(asked?: string): TensorBackends {
  let choice: Promise<BackendChoice> | undefined;
  let latest: BackendChoice | undefined;
  const choose = (afresh: boolean) => {
    const asking = chooseBackend({ ...(asked === undefined ? {} : { asked }), afresh });
    choice = asking;
    asking.then(
      (made) => {
        latest = made;
      },
      // Whoever asked hears of it; the next one asks again.
      () => {
        if (choice === asking) choice = undefined;
      },
    );
    return asking;
  };
  return {
    asked: asked ?? "auto",
    latest: () => latest,
    choice: () => choice ?? choose(false),
    doctor: async (afresh) => ({
      ...(await (afresh || !choice ? choose(afresh) : choice)),
      machine: machineFacts(engineVersion),
    }),
  };
}
