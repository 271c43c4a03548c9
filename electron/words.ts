/** What the shell itself says: menus, dialogs, the about box. The page's actions bring their own labels. */
import type { Language } from "../core/words/catalogue.ts";

export const words = {
  app: { en: "Espalier", zh: "Espalier" },
  file: { en: "File", zh: "文件" },
  edit: { en: "Edit", zh: "编辑" },
  run: { en: "Run", zh: "运行" },
  view: { en: "View", zh: "视图" },
  window: { en: "Window", zh: "窗口" },
  help: { en: "Help", zh: "帮助" },
  newWindow: { en: "New Window", zh: "新建窗口" },
  openRecent: { en: "Open Recent", zh: "最近打开" },
  clearRecent: { en: "Clear This List", zh: "清空此列表" },
  noRecent: { en: "Nothing Yet", zh: "暂无" },
  openFolder: { en: "Open Folder…", zh: "打开文件夹…" },
  closeWindow: { en: "Close Window", zh: "关闭窗口" },
  quit: { en: "Quit Espalier", zh: "退出 Espalier" },
  larger: { en: "Larger Interface", zh: "放大界面" },
  smaller: { en: "Smaller Interface", zh: "缩小界面" },
  actualSize: { en: "Interface at Actual Size", zh: "界面实际大小" },
  fullScreen: { en: "Full Screen", zh: "全屏" },
  minimize: { en: "Minimize", zh: "最小化" },
  reload: { en: "Load the Page Again", zh: "重新加载页面" },
  logFolder: { en: "Show the Log", zh: "显示日志" },
  about: { en: "About Espalier", zh: "关于 Espalier" },
  copy: { en: "Copy", zh: "复制" },
  ok: { en: "OK", zh: "好" },
  graphs: { en: "Experiments", zh: "实验" },
  unsavedOne: { en: "Save the changes to “{title}” before closing?", zh: "关闭前保存对“{title}”的更改吗？" },
  unsavedMany: {
    en: "Save the changes to {count} documents before closing?",
    zh: "关闭前保存对 {count} 个文档的更改吗？",
  },
  unsavedDetail: { en: "What is not saved will be lost.", zh: "未保存的内容将会丢失。" },
  runningTitle: { en: "Stop the run and close?", zh: "停止运行并关闭吗？" },
  runningDetail: {
    en: "An experiment is running. Closing the window stops it.",
    zh: "实验正在运行，关闭窗口会停止它。",
  },
  save: { en: "Save", zh: "保存" },
  discard: { en: "Don’t Save", zh: "不保存" },
  stop: { en: "Stop and Close", zh: "停止并关闭" },
  cancel: { en: "Cancel", zh: "取消" },
  hangTitle: { en: "The window does not answer.", zh: "窗口没有响应。" },
  hangDetail: {
    en: "Unsaved changes are kept and offered again at the next start.",
    zh: "未保存的更改已保留，下次启动时可恢复。",
  },
  wait: { en: "Wait", zh: "等待" },
  closeAnyway: { en: "Close Anyway", zh: "仍然关闭" },
  goneTitle: { en: "The page of this window has ended.", zh: "此窗口的页面已终止。" },
  goneDetail: {
    en: "Its documents are safe. Load the page again to go on.",
    zh: "文档没有丢失。重新加载页面即可继续。",
  },
  cannotOpen: { en: "“{path}” could not be opened.", zh: "无法打开“{path}”。" },
  aboutDetail: {
    en: "Version {version}\nElectron {electron} · Chromium {chrome} · Node {node}\nEngine: Node {engineNode}, {engine}\nBackends: {backends}",
    zh: "版本 {version}\nElectron {electron} · Chromium {chrome} · Node {node}\n引擎：Node {engineNode}，{engine}\n后端：{backends}",
  },
  engineDown: { en: "not running", zh: "未运行" },
  threads: { en: "{threads} threads", zh: "{threads} 线程" },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ShellWord = keyof typeof words;

/** The words in a language, values put in their places. */
export function say(
  language: Language,
  word: ShellWord,
  values: Readonly<Record<string, string>> = {},
): string {
  return words[word][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
