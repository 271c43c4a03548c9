/** 标签页与文件列表的中文。 */
import type { tabsEn } from "./tabs-en.ts";

export const tabsZh: Readonly<Record<keyof typeof tabsEn, string>> = {
  "action.start": "起始页",
  "action.blank": "空白画布",
  "action.fromData": "从数据开始…",
  "step.build": "从数据生成",
  "action.closeTab": "关闭标签页",
  "action.closeOtherTabs": "关闭其他标签页",
  "tabs.list": "所有打开的文档",
  "action.reopenTab": "恢复关闭的标签页",
  "action.nextTab": "下一个标签页",
  "action.previousTab": "上一个标签页",
  "action.tabRight": "标签页右移",
  "action.tabLeft": "标签页左移",

  "tabs.label": "打开的实验",
  "tabs.close": "关闭“{title}”",
  "tabs.unsaved": "未保存",
  "tabs.running": "运行中，{share} %",
  "tabs.done": "运行完成",
  "tabs.failed": "运行失败",
  "tabs.asks": "需要您决定",
  "tabs.show": "查看",

  "open.recent": "最近",
  "files.inFolder": "内有 {count} 个文件",

  "guard.running": "停止运行并关闭吗？",
  "guard.back": "在此窗口关闭之前，可用 {keys} 找回放弃的修改。",
  "guard.backPlain": "在此窗口关闭之前，恢复标签页即可找回放弃的修改。",
  "guard.runningText": "“{title}”仍在运行。关闭会停止运行；已完成的结果会保留。",
  "guard.alsoRunning": "它仍在运行。关闭会停止运行；已完成的结果会保留。",
  "guard.stop": "停止并关闭",
};
