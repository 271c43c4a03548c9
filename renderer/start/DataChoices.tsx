/** What was found in a file, what is proposed, and the button that builds. */
import { Play } from "lucide-react";
import { useState } from "react";
import type { ProfileQuestion, TableProfile } from "../../core/base/table-profile.ts";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { Button } from "../parts/Button.tsx";
import { useEditor, useWords } from "../store/use-editor.ts";
import { type BaselineChoice, obstacleOf } from "./baseline.ts";
import { buildFromData } from "./build.ts";
import { ColumnTable } from "./ColumnTable.tsx";
import { defaultsOf } from "./draw.ts";
import { proposedLeavings, proposedTime } from "./proposals.ts";
import { TargetChoice } from "./TargetChoice.tsx";
import { useStartWords } from "./words.ts";

type Answered = { question: ProfileQuestion; profile: TableProfile };

/** Asks for the profile, anew when another target is chosen; the last one stays in sight meanwhile. */
export function DataChoices({
  path,
  close,
  another,
}: {
  path: string;
  close: () => void;
  another: () => void;
}) {
  const editor = useEditor();
  const { s } = useStartWords();
  const [question, ask] = useState<ProfileQuestion>({});
  const asked = useAsked<Answered>(async () => {
    const params = { ...defaultsOf(editor.store.getState().known.get("data.file")), path };
    return {
      question,
      profile: await editor.services.engine.profile({ type: "data.file", params, question }),
    };
  }, question);
  return (
    <div className="from-data" aria-busy={asked.answer?.question !== question}>
      <Answer asked={asked} loading={s("data.reading")}>
        {(answer) => (
          <Found
            path={path}
            profile={answer.profile}
            waiting={answer.question !== question}
            ask={ask}
            close={close}
          />
        )}
      </Answer>
      {asked.error ? (
        <div className="dialog-foot">
          <Button onClick={another}>{s("data.another")}</Button>
        </div>
      ) : null}
    </div>
  );
}

function Found(props: {
  path: string;
  profile: TableProfile;
  waiting: boolean;
  ask: (question: ProfileQuestion) => void;
  close: () => void;
}) {
  const { path, profile, waiting, ask, close } = props;
  const editor = useEditor();
  const { t } = useWords();
  const { s, language } = useStartWords();
  const [decided, decide] = useState<Readonly<Record<string, boolean>>>({});
  const [byTime, setByTime] = useState(true);
  const proposed = new Set(proposedLeavings(profile));
  const possibleTime = proposedTime(profile);
  const time = byTime && possibleTime !== profile.target?.column ? possibleTime : undefined;
  const leaveOut = new Set(
    profile.columns.map(({ name }) => name).filter((name) => decided[name] ?? proposed.has(name)),
  );
  const choice: BaselineChoice = { path, profile, leaveOut, ...(time === undefined ? {} : { time }) };
  const obstacle = obstacleOf(choice);
  const rows = { rows: profile.rows, columns: profile.columns.length, every: profile.every };

  function build(): void {
    close();
    void buildFromData(editor, choice);
  }

  return (
    <>
      <p className="from-data-facts">
        {s("data.facts", rows)} {profile.every > 1 ? s("data.every", rows) : ""}
      </p>
      {profile.diagnostics.slice(0, 3).map((found) => (
        <p className="from-data-said" key={`${found.code}${String(found.values.column ?? "")}`}>
          {wordDiagnostic(found, language).what}
        </p>
      ))}
      <TargetChoice profile={profile} waiting={waiting} ask={ask} />
      <ColumnTable
        profile={profile}
        leaveOut={leaveOut}
        time={time}
        decide={(name, out) => decide({ ...decided, [name]: out })}
      />
      {possibleTime === undefined || possibleTime === profile.target?.column ? null : (
        <label className="from-data-time">
          <input
            type="checkbox"
            checked={byTime}
            data-testid="by-time"
            onChange={({ target }) => setByTime(target.checked)}
          />
          {s("data.byTime", { column: possibleTime })}
        </label>
      )}
      <div className="dialog-foot from-data-foot">
        <p role="status">{obstacle ? s(`obstacle.${obstacle}`) : s("data.builds")}</p>
        <Button onClick={close}>{t("dialog.cancel")}</Button>
        <Button
          look="primary"
          disabled={waiting || obstacle !== undefined}
          onClick={build}
          data-testid="build-from-data"
        >
          <Play size={13} aria-hidden />
          {s("data.build")}
        </Button>
      </div>
    </>
  );
}
