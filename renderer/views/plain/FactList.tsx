/** Names and values under each other. */
export type Fact = { readonly name: string; readonly value: string };

/** Fills its parent and scrolls inside. */
export function FactList({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className="fact-list" aria-label={label} tabIndex={0}>
      <table className="facts">
        <caption className="visually-hidden">{label}</caption>
        <tbody>
          {facts.map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-long={value.length > 24}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
