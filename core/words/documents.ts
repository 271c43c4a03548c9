/** Words for open documents: what the host that owns them has to say. Wording only. */
import type { Catalogue } from "./catalogue.ts";

export const documentDiagnostics = {
  "document.not-open": {
    en: {
      what: "This document is no longer open in Espalier ({id}).",
      hint: "Open it again from its file, or from the list of unsaved work.",
    },
    zh: { what: "此文档已不在 Espalier 中打开（{id}）。", hint: "请从文件或未保存工作列表中重新打开。" },
  },
  "document.read-only": {
    en: {
      what: "“{path}” comes from a newer version of Espalier and cannot be changed here.",
      hint: "Update Espalier to edit it.",
    },
    zh: { what: "“{path}”来自较新版本的 Espalier，无法在此修改。", hint: "请更新 Espalier 后再编辑。" },
  },
  "document.change-refused": {
    en: {
      what: "A change at {where} did not fit the document and was taken back.",
      hint: "Try it again; what is shown now is what is kept.",
    },
    zh: { what: "{where} 处的更改与文档不符，已撤回。", hint: "请重试；现在显示的就是已保留的内容。" },
  },
  "journal.not-written": {
    en: {
      what: "Unsaved changes are kept in memory only: the journal “{file}” cannot be written ({reason}).",
      hint: "Save soon, and free some space or check the disk. It is tried again with every change.",
    },
    zh: {
      what: "未保存的更改目前只在内存中：无法写入日志“{file}”（{reason}）。",
      hint: "请尽快保存，并释放空间或检查磁盘。每次更改时都会重试。",
    },
  },
} as const satisfies Catalogue;
