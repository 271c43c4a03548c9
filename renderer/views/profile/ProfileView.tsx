/** What stands in each column of a table: a small histogram or bars of levels, and the numbers that sum it up. */
import { useMemo, useState } from "react";
import type { TableLook } from "../../../core/service/look.ts";
import { Unavailable } from "../detail/Unavailable.tsx";
import { useDetail } from "../detail/use-detail.ts";
import type { ViewProps } from "../view.ts";
import { useViewWords } from "../words.ts";
import "../detail/detail.css";
import { ProfileRows } from "./ProfileRows.tsx";
import "./profile.css";

const atOnce = 100;

/** Fills its parent and scrolls inside. */
export function ProfileView({ look, source, title, exporter }: ViewProps<TableLook>) {
  const { v, integer } = useViewWords();
  const [from, turn] = useState(0);
  const detail = useMemo(() => ({ of: "profile" as const, from }), [from]);
  const { look: found, failed, waiting } = useDetail(look, source, detail);
  const profile = found?.profile;
  if (!profile || failed) return <Unavailable failed={failed} />;
  const last = profile.from + profile.columns.length;
  return (
    <div className="detail" aria-busy={waiting}>
      {profile.count > atOnce ? (
        <div className="detail-row">
          <button
            type="button"
            className="round-stop"
            disabled={from === 0}
            onClick={() => turn(Math.max(0, from - atOnce))}
          >
            {v("profile.before")}
          </button>
          <span>
            {v("profile.columns", {
              at: `${integer(profile.from + 1)}–${integer(last)}`,
              count: integer(profile.count),
            })}
          </span>
          <button
            type="button"
            className="round-stop"
            disabled={last >= profile.count}
            onClick={() => turn(from + atOnce)}
          >
            {v("profile.after")}
          </button>
        </div>
      ) : null}
      <ProfileRows
        profile={profile}
        source={source}
        label={`${title}: ${v("view.profile")}`}
        exporter={exporter}
      />
    </div>
  );
}
