/**
 * Selections beside results, in the same store under a key of their own content: a page may ask with a key after the engine
 * was started anew, and equal selections are one.
 */
import { fail } from "../base/diagnostic.ts";
import { writeRowNumbers } from "../base/row-numbers.ts";
import type { RowSet, Value } from "../ml/values.ts";
import type { RowOrder } from "../service/look-detail.ts";
import type {
  Marks,
  MarksRequest,
  ResultPort,
  Selected,
  SelectedRows,
  SelectRequest,
} from "../service/selection.ts";
import { chooseMargins, marginMarks } from "./margin-rows.ts";
import type { Results } from "./results.ts";
import { orderOf } from "./row-orders.ts";
import { choose, heldBy, keyOf, marksOf, selectedSet, storedSet } from "./selection.ts";

const port = "rows";

/** The selections of one engine. */
export class Selections {
  private readonly results: Results;

  constructor(results: Results) {
    this.results = results;
  }

  async select({ where, onto, how, ...place }: SelectRequest): Promise<Selected> {
    const value = await this.valueAt(place);
    const beside = "table" in where && where.table ? await this.valueAt(where.table) : undefined;
    const order = where.by === "rows" && where.order ? await this.orderIn(value, where.order) : undefined;
    const chosen =
      where.by === "margin" ? await chooseMargins(value, where, beside) : choose(value, where, beside, order);
    const before = onto === undefined ? undefined : await this.find(onto);
    const set = selectedSet(chosen, before, how);
    const selection = keyOf(set);
    if (!this.results.peek(selection))
      this.results.put(selection, {
        outputs: { [port]: set },
        ms: 0,
        bytes: set.ids.byteLength,
        warnings: [],
      });
    return { selection, source: set.source, count: set.ids.length, ...heldBy(chosen.set, set) };
  }

  async marks(request: MarksRequest): Promise<Marks> {
    const [value, selected, beside] = await Promise.all([
      this.valueAt(request),
      this.find(request.selection),
      request.table && this.valueAt(request.table),
    ]);
    const order = request.order && (await this.orderIn(value, request.order));
    return request.margins
      ? marginMarks(value, selected, request.margins.round, beside)
      : marksOf(value, selected, request, beside, order);
  }

  /** Positions in a table by their place in the order that it is shown in; a result that is no table has none. */
  private async orderIn(value: Value, order: RowOrder): Promise<Uint32Array | undefined> {
    return value.kind === "table" ? (await orderOf(value, order)).rows : undefined;
  }

  async rows({ selection }: { selection: string }): Promise<SelectedRows> {
    const { source, ids } = await this.find(selection);
    return { source, count: ids.length, rows: writeRowNumbers(ids) };
  }

  private async find(selection: string): Promise<RowSet> {
    const { result } = await this.results.find(selection);
    return storedSet(result?.outputs[port]);
  }

  private async valueAt({ signature, port: name }: ResultPort): Promise<Value> {
    const { result } = await this.results.find(signature);
    const value = result?.outputs[name];
    return value !== null && typeof value === "object" && "kind" in value
      ? (value as Value)
      : fail("result.gone");
  }
}
