/** A recipe before it is fitted: its algorithm, parameters in the words of its node, and the learners it is made of. */
import { useMemo } from "react";
import type { Cell, LearnerLook } from "../../../core/service/look.ts";
import { useEditorState } from "../../store/use-editor.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { brief } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { FactList } from "./FactList.tsx";

/** Fills its parent. */
export function LearnerView({ look, title, exporter }: ViewProps<LearnerLook>) {
  const { v, language } = useViewWords();
  const descriptors = useEditorState((state) => state.descriptors);
  const titles = useMemo(() => {
    const own = [...descriptors.values()].find(
      ({ id, makes }) => makes === "learner" && id.endsWith(`.${look.algorithm}`),
    );
    return new Map([
      ["", own?.title[language]],
      ...(own?.params ?? []).map(({ name, title }) => [name, title[language]] as const),
    ]);
  }, [descriptors, look.algorithm, language]);
  const shown = (value: Cell) =>
    typeof value === "number" ? brief(language, value) : value === null ? "–" : String(value);
  const facts = [
    { name: v("model.algorithm"), value: titles.get("") ?? look.algorithm },
    ...Object.entries(look.params).map(([name, value]) => ({
      name: titles.get(name) ?? name,
      value: shown(value),
    })),
    ...(look.parts.length > 0 ? [{ name: v("learner.parts"), value: look.parts.join(", ") }] : []),
  ];
  useTakeaway(exporter, {
    sheet: () => ({ head: [v("fact.name"), v("fact.value")], rows: Object.entries(look.params) }),
  });
  return <FactList label={title} facts={facts} />;
}
