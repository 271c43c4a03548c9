/** 各面板的中文语句：按键、大纲、历史、运行、参考。`zh.ts` 的一部分。 */
import type { panelsEn } from "./panels-en.ts";

export const panelsZh: Readonly<Record<keyof typeof panelsEn, string>> = {
  "keys.filter": "搜索操作与按键",
  "keys.none": "没有匹配“{query}”的操作。",
  "keys.add": "为“{action}”设置其他按键",
  "keys.remove": "取消“{action}”的按键 {keys}",
  "keys.reset": "恢复默认按键：{keys}",
  "keys.noKeys": "无",
  "keys.resetAll": "全部恢复默认",
  "keys.hint": "点击 + 然后按下按键。更改保存在此浏览器中。",
  "keys.press": "请按下按键，按 Esc 保持不变",
  "keys.reserved": "{keys} 始终用于移动所选内容或按下焦点处的控件。",
  "keys.taken": "{keys} 目前用于“{action}”。",
  "keys.take": "改给此操作",
  "keys.keep": "保持不变",
  "commands.actions": "操作",
  "commands.files": "实验",
  "commands.examples": "示例",
};
