/** What the reader chose in the views and expects to find again: which view of a kind, which round of a result. */
import { create } from "zustand";
import type { RowOrder } from "../../../core/service/look-detail.ts";

type Choices = {
  /** View id by `kind/port`. */
  readonly views: Readonly<Record<string, string>>;
  /** Chosen round, 1-based, by signature: every view of one result marks the same round. */
  readonly rounds: Readonly<Record<string, number>>;
  /** How a table is sorted and filtered, by editor and output: it stays so when the result is made anew. */
  readonly orders: Readonly<Record<string, RowOrder>>;
  chooseView(key: string, id: string): void;
  chooseRound(signature: string, round: number | undefined): void;
  chooseOrder(key: string, order: RowOrder): void;
};

const useChoices = create<Choices>((set) => ({
  views: {},
  rounds: {},
  orders: {},
  chooseView: (key, id) => set(({ views }) => ({ views: { ...views, [key]: id } })),
  chooseRound: (signature, round) =>
    set(({ rounds: { [signature]: _before, ...rest } }) => ({
      rounds: round === undefined ? rest : { ...rest, [signature]: round },
    })),
  chooseOrder: (key, order) => set(({ orders }) => ({ orders: { ...orders, [key]: order } })),
}));

/** The views that were chosen for looks at this port, by their keys. */
export function chosenViews(port: string): Readonly<Record<string, string>> {
  const { views } = useChoices.getState();
  return Object.fromEntries(Object.entries(views).filter(([key]) => key.endsWith(`/${port}`)));
}

/** Begins with views that were chosen elsewhere. */
export function takeViews(views: Readonly<Record<string, string>>): void {
  useChoices.setState({ views });
}

/** The chosen rounds, by signature. */
export function allRounds(): Readonly<Record<string, number>> {
  return useChoices.getState().rounds;
}

let heard: Readonly<Record<string, number>> | undefined;

/** Hears of rounds that are chosen here. */
export function onRounds(listener: (rounds: Readonly<Record<string, number>>) => void): void {
  useChoices.subscribe(({ rounds }, before) => {
    if (rounds !== before.rounds && rounds !== heard) listener(rounds);
  });
}

/** Rounds that were chosen in another window. */
export function takeRounds(rounds: Readonly<Record<string, number>>): void {
  heard = rounds;
  useChoices.setState({ rounds });
}

/** The chosen view's id under `key`, and how to choose another. */
export function useChosenView(key: string): [string | undefined, (id: string) => void] {
  const id = useChoices((state) => state.views[key]);
  const choose = useChoices((state) => state.chooseView);
  return [id, (next) => choose(key, next)];
}

/** The chosen round of a result, and how to choose another; `undefined` clears it. */
export function useRound(signature: string): [number | undefined, (round: number | undefined) => void] {
  const round = useChoices((state) => state.rounds[signature]);
  const choose = useChoices((state) => state.chooseRound);
  return [round, (next) => choose(signature, next)];
}

const asItIs: RowOrder = {};

/** How the table under `key` is sorted and filtered, and how to change it. */
export function useRowOrder(key: string): [RowOrder, (order: RowOrder) => void] {
  const order = useChoices((state) => state.orders[key]) ?? asItIs;
  const choose = useChoices((state) => state.chooseOrder);
  return [order, (next) => choose(key, next)];
}
