/** What a model is, in facts: algorithm, target, classes, features, rows it has seen. */
import type { ModelLook } from "../../../core/service/look.ts";
import { useTakeaway } from "../frame/exporter.ts";
import { FactList } from "../plain/FactList.tsx";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";

/** Fills its parent and scrolls inside. */
export function ModelFacts({ look, title, exporter }: ViewProps<ModelLook>) {
  const { v, integer } = useViewWords();
  const facts = [
    { name: v("model.algorithm"), value: look.algorithm },
    { name: v("model.target"), value: look.target },
    ...(look.classes.length > 0 ? [{ name: v("model.classes"), value: look.classes.join(", ") }] : []),
    { name: v("model.seen"), value: integer(look.seenRows) },
    ...(look.members ? [{ name: v("model.members"), value: integer(look.members.count) }] : []),
    { name: v("model.features"), value: look.features.join(", ") },
  ];
  useTakeaway(exporter, {
    sheet: () => ({
      head: [v("fact.name"), v("fact.value")],
      rows: facts.map(({ name, value }) => [name, value]),
    }),
  });
  return <FactList label={title} facts={facts} />;
}
