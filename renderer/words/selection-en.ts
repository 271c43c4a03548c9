/** English sentences about the rows that are selected. */
export const selectionEn = {
  "rows.bar": "Selected rows",
  "rows.selected":
    "{count, plural, one {# row} other {# rows}} selected · {here, number} of {total, number} in {title}",
  "rows.selectedAll":
    "{count, number} of {total, plural, one {# row} other {# rows}} selected · from {title}",
  "rows.filter": "Make a filter node",
  "rows.filterHint": "Adds a Filter that keeps exactly these rows, wired to the table they come from",
  "rows.clear": "Clear",
  "rows.here": "{count, number} selected",
  "rows.notHere": "none selected",
  "rows.noTable": "No table of this graph holds all of these rows.",
  "rows.noTableHint": "Run the nodes that feed this result again, then select the rows again.",
  "rows.tooMany": "These rows lie too far apart to be written into a node.",
  "rows.tooManyHint": "Select rows that lie together, or write a condition into a Filter node.",
  "action.clearRows": "Clear the selected rows",
  "action.filterRows": "Make a filter node of the selected rows",
  "step.filterRows": "Filter the selected rows",
} as const;
