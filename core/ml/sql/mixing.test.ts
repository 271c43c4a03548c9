import { describe, expect, it } from "vitest";
import { withDuckDB } from "../table/duckdb.ts";
import { parseSelect } from "./check-query.ts";
import { aggregateNames } from "./functions.ts";
import { standingOf } from "./mixing.ts";

const standing = (query: string, sameAs?: (table: string) => string) =>
  withDuckDB(
    () => undefined,
    async (db) => {
      const tree = await parseSelect(db, { text: query, before: 0 });
      return standingOf(tree, { aggregates: await aggregateNames(db), ...(sameAs && { sameAs }) });
    },
    "closed",
  );
const mixed = async (query: string, sameAs?: (table: string) => string) =>
  (await standing(query, sameAs)).mixed;

describe("rows of an answer", () => {
  it.each([
    "select a.*, m.mean from a join (select k, avg(t) as mean from a group by k) m using (k)",
    "select *, avg(t) over (partition by k) from a",
    "select (x - avg(x) over ()) / stddev(x) over () as x, t from a",
    "with m as (select avg(x) as x from a) select a.x - m.x, t from a, m",
    "select x - (select avg(x) from a) as x, t from a",
    "select * from a union all select * from a",
    "select * from (select * from a where x > 1) union all (select * from a where x > 2)",
    "select l.x, r.x from a l join a r on l.k = r.k",
    "select k, avg(x), any_value(t) from a group by rollup (k)",
    "select unnest([1, 2]) as copy, * from a",
    "with c as (select * from a) select c.*, d.x as other from c join c d using (k)",
    "select a.x, array(select t from a) as all_of_them from a",
  ])("are mixed by %s", async (query) => {
    expect(await mixed(query)).toBe(true);
  });

  it.each([
    "select * from a",
    "select x * 2 as x, t from a where t is not null order by x limit 10",
    "select k, avg(x) as x, any_value(t) as t from a group by k having count(*) > 3",
    "select count(*) from a",
    "select a.*, b.area from a join b using (island)",
    "select a.*, m.area from a left join (select island, max(area) as area from b group by island) m using (island)",
    "select * from a union all select * from b",
    "with old as (select * from a where x > 5) select * from old where t = 'yes'",
    "select * from a where x > (select avg(x) from a)",
    "select * from a qualify row_number() over (partition by k order by x) = 1",
    "select * from a where exists (select 1 from b where b.k = a.k)",
    "select * from a except select * from b",
    "select distinct x, t from a",
    "select day, sum(x) as total from (select *, date_trunc('day', m) as day from a) group by day",
  ])("stand each for itself in %s", async (query) => {
    expect(await mixed(query)).toBe(false);
  });

  it.each([
    ["select a.*, m.mean from a join (select k, avg(t) as mean from b group by k) m using (k)", "a", "b"],
    ["select a.x - (select avg(x) from b) as x, t from a", "a", "b"],
    ["with m as (select avg(x) as x from b) select a.*, m.x as usual from a, m", "a", "b"],
    ["select a.*, c.z, m.mean from a join c using (k), (select avg(t) as mean from b) m", "a,c", "b"],
    ["select k, avg(x) as x from a group by k", "a", ""],
    [
      "select l.k, l.n, r.n as other from (select k, count(*) as n from a group by k) l join (select k, count(*) as n from b group by k) r using (k)",
      "a,b",
      "",
    ],
    ["select * from a union all select * from b", "a,b", ""],
    ["select a.*, b.area from a join b using (island)", "a,b", ""],
  ])("of %s stand or inform", async (query, rows, informed) => {
    const found = await standing(query);
    expect([[...found.rows].sort().join(), [...found.informed].sort().join()]).toEqual([rows, informed]);
  });

  it("are mixed where two names are the same rows", async () => {
    const union = "select * from a union all select * from b";
    expect(await mixed(union, () => "one source")).toBe(true);
    expect(await mixed(union, (name) => name)).toBe(false);
  });
});
