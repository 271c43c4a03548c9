/** The finished experiments that are there, topics first; each opens as an unsaved copy. */
import { Answer, useAsked } from "../palette/use-asked.tsx";
import { openExample } from "../store/files.ts";
import { useEditor, useWords } from "../store/use-editor.ts";
import { inOrder } from "./order.ts";
import { Thumb } from "./Thumb.tsx";
import { useStartWords } from "./words.ts";

const placeholders = ["a", "b", "c", "d"];

/** Cards of one size, as many in a row as have room. */
export function ExampleCards() {
  const editor = useEditor();
  const { local, t } = useWords();
  const { s } = useStartWords();
  const asked = useAsked(async () => inOrder((await editor.services.host.examples()).examples));
  const count = asked.answer?.length ?? 0;
  return (
    <section
      className="start-examples"
      aria-labelledby="start-examples"
      aria-busy={!asked.answer && !asked.error}
    >
      <h3 id="start-examples">{s("examples.title", { count })}</h3>
      {asked.answer || asked.error ? (
        <Answer asked={asked} loading="">
          {(examples) =>
            examples.length === 0 ? (
              <p className="start-quiet">{t("examples.none")}</p>
            ) : (
              <div className="start-cards">
                {examples.map((example) => (
                  <button
                    type="button"
                    className="start-card"
                    key={example.id}
                    data-testid={`topic-${example.id}`}
                    onClick={() => void openExample(editor, example.id)}
                  >
                    <Thumb id={example.id} />
                    <b>{local(example.title)}</b>
                    <span>{local(example.summary)}</span>
                  </button>
                ))}
              </div>
            )
          }
        </Answer>
      ) : (
        <div className="start-cards">
          {placeholders.map((name) => (
            <div className="start-card start-card-empty" key={name} />
          ))}
        </div>
      )}
    </section>
  );
}
