/** What `espalier doctor` says, as a page: which tensor backends are found, which computes, how fast, and why the others do not. */
import { useState } from "react";
import type { BackendFinding, DoctorReport } from "../../core/base/backend-report.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { Button } from "../parts/Button.tsx";
import { useEditor, useWords } from "../store/use-editor.ts";
import { DialogFrame } from "./Frame.tsx";
import "./backends.css";

const operations = ["matmul", "convolution", "attention"] as const;
const operationWords = {
  matmul: "backends.matmul",
  convolution: "backends.convolution",
  attention: "backends.attention",
} as const;
const stateWords = {
  used: "backends.used",
  usable: "backends.usable",
  unusable: "backends.unusable",
  absent: "backends.absent",
} as const;

/** Asks when opened; what the engine remembers answers at once, the first time and afresh it takes up to a minute. */
export function BackendsDialog({ close }: { close: () => void }) {
  const editor = useEditor();
  const { t } = useWords();
  const [round, setRound] = useState(0);
  const [busy, setBusy] = useState(true);
  const asked = useAsked<DoctorReport>(() => {
    setBusy(true);
    return editor.services.engine.doctor({ afresh: round > 0 }).finally(() => setBusy(false));
  }, round);
  return (
    <DialogFrame title={t("backends.title")} close={close} wide>
      <div className="backends" data-testid="backends" aria-busy={busy}>
        <Answer asked={asked} loading={t("backends.asking")}>
          {(report) => <Report report={report} />}
        </Answer>
      </div>
      <footer className="dialog-foot">
        {busy && asked.answer ? (
          <span className="dim" role="status">
            {t("backends.asking")}
          </span>
        ) : null}
        <Button data-testid="backends-again" disabled={busy} onClick={() => setRound((before) => before + 1)}>
          {t("backends.again")}
        </Button>
      </footer>
    </DialogFrame>
  );
}

function Report({ report }: { report: DoctorReport }) {
  const { t, size } = useWords();
  const { backends, chosen, asked, machine } = report;
  return (
    <>
      <p className="dialog-text" data-testid="backends-chosen">
        {t(asked === "auto" ? "backends.byMeasurement" : "backends.asNamed", { backend: chosen })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="backends-scroll" tabIndex={0} aria-label={t("backends.title")}>
        <table className="backends-table">
          <thead>
            <tr>
              <th>{t("backends.backend")}</th>
              <th>{t("backends.state")}</th>
              <th>{t("backends.device")}</th>
              {operations.map((operation) => (
                <th className="backends-time" key={operation}>
                  {t(operationWords[operation])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {backends.map((finding) => (
              <Row key={finding.name} finding={finding} used={finding.name === chosen} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="backends-machine dim">
        {t("backends.machine", { ...machine, duckdb: machine.duckdb ?? "–" })}
        <br />
        {t("backends.memory", {
          processor: machine.processor,
          cores: machine.cores,
          memory: size(machine.memoryBytes),
          free: size(machine.freeBytes),
        })}
      </p>
    </>
  );
}

function Row({ finding, used }: { finding: BackendFinding; used: boolean }) {
  const { t, language, duration } = useWords();
  const { name, found, usable, reason, device = "", version = "", timings = {} } = finding;
  const state = usable ? (used ? "used" : "usable") : found ? "unusable" : "absent";
  const why = reason && wordDiagnostic(reason, language);
  return (
    <tr data-testid={`backend-${name}`} data-state={state}>
      <th scope="row" className="num">
        {name}
      </th>
      <td>
        <span className="backends-state" data-state={state}>
          {t(stateWords[state])}
        </span>
      </td>
      {why ? (
        <td colSpan={1 + operations.length}>
          {why.what} <span className="dim">{why.hint}</span>
        </td>
      ) : (
        <>
          <td>{[device, version].filter(Boolean).join(" ")}</td>
          {operations.map((operation) => (
            <td className="num" key={operation}>
              {timings[operation] === undefined ? "–" : duration(timings[operation])}
            </td>
          ))}
        </>
      )}
    </tr>
  );
}
