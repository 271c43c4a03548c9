/** A number: typed, stepped by arrow keys, slid. What is not valid stays in the field, explained, and is not applied. */
import { Dices } from "lucide-react";
import { type CSSProperties, type KeyboardEvent, useId } from "react";
import { wordDiagnostic } from "../../core/words/word.ts";
import { Button } from "../parts/Button.tsx";
import { freshSeed } from "../store/graph-edits.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import type { ControlProps } from "./controls.tsx";
import {
  fromSlider,
  hasSlider,
  type NumberParam,
  rangeOf,
  readNumber,
  toSlider,
  writeNumber,
} from "./number-value.ts";
import { useDraft } from "./use-draft.ts";

type Props = ControlProps & { spec: NumberParam; value: number; node: string };

/** The field, with slider and reason in the inspector. */
export function NumberField(props: Props) {
  const { label, testid, place, disabled, spec, value, set, mixed } = props;
  const { t, language, number } = useWords();
  const reasonId = useId();
  const shown = mixed === undefined ? writeNumber(value) : "";
  const { text, drafted, write } = useDraft(shown);
  const read = readNumber(spec, text);
  const wrong = drafted && "wrong" in read ? wordDiagnostic(read.wrong, language).what : undefined;
  const { min, max } = rangeOf(spec);

  function change(next: string): void {
    const now = readNumber(spec, next);
    const other = "value" in now && (now.value !== value || mixed !== undefined);
    if (other) set(now.value);
    // Text that says the same number another way ("1.0", "1e2") stays as typed until the field is left.
    write(other ? undefined : next);
  }

  const input = (
    <input
      className={place === "card" ? "card-number num" : "num"}
      inputMode="decimal"
      aria-label={label}
      data-testid={testid}
      disabled={disabled}
      value={text}
      placeholder={mixed}
      data-invalid={wrong !== undefined}
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong ? reasonId : undefined}
      title={place === "card" ? wrong : undefined}
      onChange={(event) => change(event.target.value)}
      onBlur={() => {
        if (!wrong) write(undefined);
      }}
      onKeyDown={(event) => onKey(event, props, write)}
    />
  );
  if (place === "card") return input;
  return (
    <>
      <div className="field" data-invalid={wrong !== undefined}>
        {input}
        {spec.unit ? <span className="dim">{spec.unit}</span> : null}
        {spec.kind === "seed" ? (
          <NewSeed set={set} disabled={disabled} />
        ) : (
          <span className="dim field-range">
            {t("inspector.range", { min: number(min), max: number(max) })}
          </span>
        )}
      </div>
      {wrong ? (
        <p className="field-wrong" id={reasonId} role="alert">
          {wrong}
        </p>
      ) : null}
      {hasSlider(spec) && mixed === undefined ? (
        <input
          type="range"
          className="slider"
          min={0}
          max={1000}
          value={toSlider(spec, value)}
          style={{ "--fill": `${toSlider(spec, value) / 10}%` } as CSSProperties}
          disabled={disabled}
          aria-label={t("inspector.slider", { name: label })}
          aria-valuetext={number(value)}
          onChange={(event) => set(fromSlider(spec, Number(event.target.value)))}
        />
      ) : null}
    </>
  );
}

function onKey(
  event: KeyboardEvent<HTMLInputElement>,
  { spec, value, set, mixed }: Props,
  write: (text: string | undefined) => void,
): void {
  if (event.key === "Escape") {
    write(undefined);
    event.preventDefault();
    event.currentTarget.blur();
  } else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
    event.currentTarget.select();
  } else if ((event.key === "ArrowUp" || event.key === "ArrowDown") && mixed === undefined) {
    event.preventDefault();
    const { min, max } = rangeOf(spec);
    const unit =
      spec.kind === "real"
        ? 10 ** (Math.floor(Math.log10(Math.abs(value) || (max - min) / 10)) - (event.shiftKey ? 0 : 1))
        : event.shiftKey
          ? 10
          : 1;
    const next = Number((value + (event.key === "ArrowUp" ? unit : -unit)).toPrecision(10));
    if ("value" in readNumber(spec, String(next))) set(next);
  }
}

function NewSeed({ set, disabled }: { set: (value: number) => void; disabled: boolean }) {
  const editor = useEditor();
  const { t } = useWords();
  return (
    <Button
      look="ghost"
      disabled={disabled}
      aria-label={t("inspector.newSeed")}
      title={t("inspector.newSeed")}
      onClick={() => set(freshSeed(editor.store.getState().document))}
    >
      <Dices size={14} aria-hidden />
    </Button>
  );
}
