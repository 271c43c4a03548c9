/** Which round of a result is shown: the platform's own slider with its keys, and a few rounds to jump to. */
import { useViewWords } from "../words.ts";
import "./detail.css";

type RoundSliderProps = {
  /** What is counted, in the reader's language. */
  index: string;
  count: number;
  chosen: number;
  choose: (round: number) => void;
  /** Rounds with a button of their own; those beyond `count` are left out. */
  stops?: readonly number[];
};

/** One row. It says "round 7 of 100", and so does a screen reader. */
export function RoundSlider({ index, count, chosen, choose, stops = [] }: RoundSliderProps) {
  const { v } = useViewWords();
  const said = v("round.of", { index, at: String(chosen), count: String(count) });
  return (
    <div className="round-slider">
      <span className="round-name">{said}</span>
      <input
        type="range"
        min={1}
        max={count}
        value={chosen}
        aria-label={index}
        aria-valuetext={said}
        data-testid="round"
        onChange={(event) => choose(Number(event.target.value))}
      />
      {stops
        .filter((stop) => stop <= count)
        .map((stop) => (
          <button
            key={stop}
            type="button"
            className="round-stop"
            aria-pressed={stop === chosen}
            aria-label={v("index.point", { index, at: String(stop) })}
            onClick={() => choose(stop)}
          >
            {stop}
          </button>
        ))}
    </div>
  );
}
