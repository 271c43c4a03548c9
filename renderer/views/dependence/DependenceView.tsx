/** How predictions follow one feature at a time: the mean as a line a class, single rows behind it. */
import { useMemo, useState } from "react";
import type { DependenceLook } from "../../../core/service/look.ts";
import { XyCurves } from "../chart/XyCurves.tsx";
import { useColours } from "../colours.ts";
import { Picker } from "../frame/Picker.tsx";
import { brief, fixed } from "../numbers.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import { dependenceLines } from "./dependence-lines.ts";

const none: readonly [] = [];
const whole = [0, 1] as const;

/** Fills its parent. */
export function DependenceView({ look, title, exporter }: ViewProps<DependenceLook>) {
  const { v, language } = useViewWords();
  const colours = useColours();
  const [wanted, choose] = useState<string>();
  const feature = look.features.find(({ name }) => name === wanted) ?? look.features[0];
  const probabilities = look.classes[0] !== "";
  const lines = useMemo(
    () => (feature ? dependenceLines(feature, look.classes, look.target, colours) : []),
    [feature, look, colours],
  );
  const names = useMemo(
    () => ({ x: feature?.name ?? "", y: probabilities ? v("dependence.probability") : look.target }),
    [feature, probabilities, look.target, v],
  );
  if (!feature) return null;
  const { grid, levels } = feature;
  const placeOf = (point: number) => levels?.[point] ?? brief(language, grid[point] ?? 0);
  return (
    <>
      <XyCurves
        key={feature.name}
        label={`${title}: ${feature.name}`}
        lines={lines}
        guides={none}
        names={names}
        {...(probabilities ? { yRange: whole } : {})}
        {...(levels ? { categories: levels } : {})}
        say={({ line, point }) =>
          `${feature.name} ${placeOf(point)} · ${fixed(language, lines[line]?.y[point])}`
        }
        exporter={exporter}
        sheet={() => ({
          head: ["feature", "value", ...look.classes.map((name) => name || look.target)],
          rows: look.features.flatMap(({ name, grid: values, levels: texts, mean }) =>
            values.map((value, i) => [name, texts?.[i] ?? value, ...mean.map((curve) => curve[i] ?? null)]),
          ),
        })}
      />
      <Picker
        label={v("dependence.feature")}
        value={feature.name}
        choices={look.features.map(({ name }) => ({ id: name, title: name }))}
        choose={choose}
      />
    </>
  );
}
