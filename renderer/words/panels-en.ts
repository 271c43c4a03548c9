/** English sentences of the panels: keys, outline, history, runs, reference. Part of `en.ts`. */
export const panelsEn = {
  "keys.filter": "Search actions and keys",
  "keys.none": "No action matches “{query}”.",
  "keys.add": "Give {action} other keys",
  "keys.remove": "Take {keys} away from {action}",
  "keys.reset": "Back to the keys it came with: {keys}",
  "keys.noKeys": "none",
  "keys.resetAll": "Reset all keys",
  "keys.hint": "Click + and press the keys. What you change is kept in this browser.",
  "keys.press": "Press the keys, or Esc to leave them",
  "keys.reserved": "{keys} always moves the selection or presses what has the focus.",
  "keys.taken": "{keys} means “{action}” until now.",
  "keys.take": "Give it to this one",
  "keys.keep": "Leave it",
  "commands.actions": "Do",
  "commands.files": "Experiments",
  "commands.examples": "Examples",
} as const;
