/** English sentences of the tabs and of the lists of files. */
export const tabsEn = {
  "action.start": "Start page",
  "action.blank": "Blank canvas",
  "action.fromData": "Start from data…",
  "step.build": "build from data",
  "action.closeTab": "Close the tab",
  "action.closeOtherTabs": "Close the other tabs",
  "tabs.list": "All open documents",
  "action.reopenTab": "Bring back the closed tab",
  "action.nextTab": "Next tab",
  "action.previousTab": "Previous tab",
  "action.tabRight": "Move the tab to the right",
  "action.tabLeft": "Move the tab to the left",

  "tabs.label": "Open experiments",
  "tabs.close": "Close “{title}”",
  "tabs.unsaved": "not saved",
  "tabs.running": "running, {share} %",
  "tabs.done": "run finished",
  "tabs.failed": "run failed",
  "tabs.asks": "needs your decision",
  "tabs.show": "Show",

  "open.recent": "Recent",
  "files.inFolder": "{count, plural, one {# file} other {# files}} inside",

  "guard.running": "Stop the run and close?",
  "guard.back": "Discarded changes come back with {keys}, as long as this window is open.",
  "guard.backPlain": "Discarded changes come back with the tab, as long as this window is open.",
  "guard.runningText": "“{title}” is still running. Closing it stops the run; what is finished stays stored.",
  "guard.alsoRunning": "It is still running, too. Closing it stops the run; what is finished stays stored.",
  "guard.stop": "Stop and close",
};
