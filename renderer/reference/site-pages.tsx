/**
 * The static reference: plain HTML for every node in both languages, and an index that a few lines of script search.
 * Links are relative and nothing is asked of any server, so that the folder can be read from a disk.
 */
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import { localeOf } from "../words/locale.ts";
import { type Wording, wordsIn } from "../words/words-in.ts";
import type { Descriptors, Examples } from "./example.ts";
import { ReferencePage } from "./ReferencePage.tsx";

const languages = ["en", "zh"] as const;
type Language = (typeof languages)[number];

/** Folder of a language, from the root of the site. */
const folderOf = { en: "", zh: "zh-CN/" } as const;
const nameOf = { en: "English", zh: "简体中文" } as const;

/** File → HTML. */
export function sitePages(nodes: readonly NodeDescriptor[], examples: Examples): Map<string, string> {
  const descriptors = new Map(nodes.map((node) => [node.id, node]));
  const files = new Map<string, string>();
  for (const language of languages) {
    const words = wordsIn(language);
    const put = (name: string, title: string, content: ReactElement) =>
      files.set(`${folderOf[language]}${name}`, html({ name, title, language, words, content }));
    put("index.html", words.t("reference.contents"), <Contents nodes={nodes} words={words} />);
    for (const node of nodes) {
      const content = <NodePage node={node} descriptors={descriptors} examples={examples} words={words} />;
      put(`${node.id}.html`, words.local(node.title), content);
    }
  }
  return files;
}

function html(page: {
  name: string;
  title: string;
  language: Language;
  words: Wording;
  content: ReactElement;
}): string {
  const { name, title, language, words, content } = page;
  const up = language === "en" ? "" : "../";
  const other = language === "en" ? "zh" : "en";
  const whole = (
    <html lang={localeOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Espalier`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={`${up}style.css`} />
      </head>
      <body>
        <div className="site">
          <header className="site-head">
            <a href="index.html">{`Espalier · ${words.t("reference.contents")}`}</a>
            <a href={`${up}${folderOf[other]}${name}`} lang={localeOf(other)} hrefLang={localeOf(other)}>
              {nameOf[other]}
            </a>
          </header>
          <main>
            <h1>{title}</h1>
            {content}
          </main>
        </div>
        {name === "index.html" ? <script src={`${up}search.js`} /> : null}
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(whole)}\n`;
}

/** All nodes by category, as the palette has them. What is searched stands in `data-words`, in both languages. */
function Contents({ nodes, words }: { nodes: readonly NodeDescriptor[]; words: Wording }) {
  const { t, local } = words;
  const categories = [...new Set(nodes.map(({ category }) => category))];
  return (
    <>
      <input
        className="site-search"
        type="search"
        placeholder={t("reference.search")}
        aria-label={t("reference.search")}
      />
      {categories.map((category) => (
        <section key={category} data-category={category}>
          <h2>{categoryWords(words, category)}</h2>
          <ul className="site-list">
            {nodes
              .filter((node) => node.category === category)
              .map((node) => (
                <li key={node.id} data-words={searched(node)}>
                  <a href={`${node.id}.html`}>{local(node.title)}</a>
                  <span className="dim num">{node.id}</span>
                  <p>{local(node.summary)}</p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p className="site-none dim" hidden>
        {t("reference.noneFound")}
      </p>
    </>
  );
}

function searched({ id, category, title, summary }: NodeDescriptor): string {
  const both = languages.flatMap((language) => [
    title[language],
    summary[language],
    categoryWords(wordsIn(language), category),
  ]);
  return [id, ...both].join(" ").toLowerCase();
}

function categoryWords({ t }: Wording, category: string): string {
  return t(`category.${category}` as Parameters<Wording["t"]>[0]) ?? category;
}

type NodePageProps = { node: NodeDescriptor; descriptors: Descriptors; examples: Examples; words: Wording };

function NodePage({ node, descriptors, examples, words }: NodePageProps) {
  const near = [...descriptors.values()].filter(
    ({ category, id }) => category === node.category && id !== node.id,
  );
  const name = categoryWords(words, node.category);
  return (
    <>
      <article className="reference">
        <ReferencePage
          descriptor={node}
          descriptors={descriptors}
          example={examples[node.id]}
          words={words}
          link={(type) => `${type}.html`}
        />
      </article>
      {near.length > 0 ? (
        <nav className="site-near" aria-label={name}>
          <span className="dim">{name}</span>
          {near.map(({ id, title }) => (
            <a key={id} href={`${id}.html`}>
              {words.local(title)}
            </a>
          ))}
        </nav>
      ) : null}
    </>
  );
}

/** Light by default and dark where the system is, from the tokens of the editor. */
export function followSystem(tokens: string): string {
  return tokens.replace(
    /\[data-theme="dark"\] (\{[^}]*\})/g,
    (_whole, rules: string) => `@media (prefers-color-scheme: dark) {\n:root ${rules}\n}`,
  );
}

/** Hides what does not hold every word that was typed. */
export const searchScript = `const field = document.querySelector(".site-search");
const none = document.querySelector(".site-none");
field.addEventListener("input", () => {
  const wanted = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let found = 0;
  for (const section of document.querySelectorAll("section[data-category]")) {
    let here = 0;
    for (const item of section.querySelectorAll("li")) {
      const fits = wanted.every((word) => item.dataset.words.includes(word));
      item.hidden = !fits;
      if (fits) here++;
    }
    section.hidden = here === 0;
    found += here;
  }
  none.hidden = found > 0;
});
`;
