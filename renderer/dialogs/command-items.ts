/**
 * What the command palette can find: actions that can be done now, nodes of the document at any depth, node types to
 * add, experiments and examples. Plain lists and a ranking; running one is the dialog's matter.
 */

import type { Graph, GraphDocument } from "../../core/graph/document.ts";
import { pathOf, type Scope } from "../../core/graph/scope.ts";
import type { NodeDescriptor } from "../../core/node/descriptor.ts";
import type { ExampleEntry, FileEntry } from "../../core/service/host-service.ts";
import { type Action, actionIsEnabled } from "../actions/action.ts";
import { worksOnStartPage } from "../actions/registry.ts";
import type { EditorState } from "../store/editor-state.ts";
import type { Language } from "../words/language.ts";
import { say } from "../words/words.ts";

export type CommandKind = "action" | "node" | "add" | "file" | "example";

export type CommandItem = {
  kind: CommandKind;
  /** Action id, node path, node type, file path, or example id. */
  id: string;
  title: string;
  /** What else it is found by. */
  words: string;
};

export type Section = { kind: CommandKind; items: CommandItem[] };

const kinds: readonly CommandKind[] = ["action", "node", "add", "file", "example"];
const mostOfAKind = 12;

/** Everything, in the order of the registry, of the document, and of the lists. */
export function commandItems(
  state: EditorState,
  actions: readonly Action[],
  { files, examples }: { files: readonly FileEntry[]; examples: readonly ExampleEntry[] },
): CommandItem[] {
  const { language, known, start } = state;
  return [
    ...actions
      .filter((action) => action.id !== "commands" && actionIsEnabled(action, state))
      .filter((action) => !start || worksOnStartPage(action))
      .map((action): CommandItem => {
        const words = [say("en", action.words), say("zh", action.words)].join(" ");
        return { kind: "action", id: action.id, title: say(language, action.words), words };
      }),
    ...(start ? [] : nodeItems(state.document, known, language)),
    ...(start ? [] : [...known.values()]).map((descriptor): CommandItem => {
      const { id, title } = descriptor;
      return { kind: "add", id, title: title[language], words: `${title.en} ${title.zh} ${id}` };
    }),
    ...files
      .filter(({ kind }) => kind === "graph")
      .map(({ path }): CommandItem => ({ kind: "file", id: path, title: path, words: path })),
    ...examples.map(({ id, title, summary }): CommandItem => {
      const words = `${title.en} ${title.zh} ${summary.en} ${summary.zh}`;
      return { kind: "example", id, title: title[language], words };
    }),
  ];
}

function nodeItems(
  document: GraphDocument,
  known: ReadonlyMap<string, NodeDescriptor>,
  language: Language,
): CommandItem[] {
  const items: CommandItem[] = [];
  const visit = (graph: Graph, scope: Scope) => {
    for (const [id, { type, title }] of Object.entries(graph.nodes)) {
      const path = pathOf(scope, id);
      const own = known.get(type)?.title;
      const words = [title, own?.en, own?.zh, path].filter(Boolean).join(" ");
      items.push({ kind: "node", id: path, title: title ?? own?.[language] ?? type, words });
    }
    for (const [id, group] of Object.entries(graph.groups)) {
      const path = pathOf(scope, id);
      items.push({ kind: "node", id: path, title: group.title, words: `${group.title} ${path}` });
      visit(group, [...scope, id]);
    }
  };
  visit(document, []);
  return items;
}

/** What matches every word of the query, best section first; without a query, the beginning of each list. */
export function findCommands(items: readonly CommandItem[], query: string): Section[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const sections = kinds.map((kind) => {
    const found = items
      .filter((item) => item.kind === kind)
      .map((item, order) => ({ item, order, score: scoreOf(item, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.order - b.order);
    // Without a query the actions stand whole, for who looks around.
    const most = words.length === 0 && kind === "action" ? found.length : mostOfAKind;
    return { kind, best: found[0]?.score ?? 0, items: found.slice(0, most).map(({ item }) => item) };
  });
  return sections
    .filter((section) => section.items.length > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ kind, items: found }) => ({ kind, items: found }));
}

/** 0 where a word is missing; more the earlier and the more to the point it stands. */
function scoreOf({ title, words }: CommandItem, wanted: readonly string[]): number {
  const [own, all] = [title.toLowerCase(), words.toLowerCase()];
  let sum = 1;
  for (const word of wanted) {
    const worth = own.startsWith(word)
      ? 8
      : own.includes(` ${word}`)
        ? 6
        : own.includes(word)
          ? 4
          : all.includes(word)
            ? 2
            : 0;
    if (worth === 0) return 0;
    sum += worth;
  }
  return sum;
}
