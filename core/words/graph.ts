/** Words for what can be wrong with a document and with the commands that edit it. Wording only: no logic. */

export const graphDiagnostics = {
  "command.unknown-node": {
    en: { what: "There is no node “{id}”.", hint: "It may have been deleted; undo brings it back." },
    zh: { what: "没有名为“{id}”的节点。", hint: "它可能已被删除；撤销可以恢复。" },
  },
  "command.unknown-wire": {
    en: { what: "There is no wire “{id}”.", hint: "It may have been deleted; undo brings it back." },
    zh: { what: "没有名为“{id}”的连线。", hint: "它可能已被删除；撤销可以恢复。" },
  },
  "command.unknown-note": {
    en: { what: "There is no note “{id}”.", hint: "It may have been deleted; undo brings it back." },
    zh: { what: "没有名为“{id}”的便笺。", hint: "它可能已被删除；撤销可以恢复。" },
  },
  "command.unknown-frame": {
    en: { what: "There is no frame “{id}”.", hint: "It may have been deleted; undo brings it back." },
    zh: { what: "没有名为“{id}”的框。", hint: "它可能已被删除；撤销可以恢复。" },
  },
  "paste.newer": {
    en: {
      what: "The clipboard holds a piece of a newer kind (version {version}).",
      hint: "Paste it in the version of Espalier that copied it.",
    },
    zh: { what: "剪贴板中的片段来自更新的版本（{version}）。", hint: "请在复制它的 Espalier 版本中粘贴。" },
  },
  "command.unknown-group": {
    en: { what: "There is no group “{id}”.", hint: "It may have been dissolved; undo brings it back." },
    zh: { what: "没有名为“{id}”的分组。", hint: "它可能已被解散；撤销可以恢复。" },
  },
  "command.empty-group": {
    en: { what: "A group needs at least one node.", hint: "Select the nodes that belong together first." },
    zh: { what: "分组至少需要一个节点。", hint: "请先选中要归在一起的节点。" },
  },
  "command.group-cycle": {
    en: {
      what: "These nodes cannot be one group: a way leads out of it and in again ({path}).",
      hint: "Select the nodes on that way as well.",
    },
    zh: {
      what: "这些节点不能组成一个分组：有一条路径从中出去又回来（{path}）。",
      hint: "请把该路径上的节点也一并选中。",
    },
  },
  "command.no-such-port": {
    en: {
      what: "The group “{group}” has no port “{port}”.",
      hint: "Its ports on that side: {ports}.",
    },
    zh: {
      what: "分组“{group}”没有端口“{port}”。",
      hint: "该侧的端口：{ports}。",
    },
  },
  "command.port-twice": {
    en: {
      what: "The port “{port}” of “{group}” would feed {node}.{input} twice.",
      hint: "Name each input once.",
    },
    zh: { what: "“{group}”的端口“{port}”会两次连到 {node}.{input}。", hint: "每个输入只列一次。" },
  },
  "command.not-within": {
    en: { what: "“{command}” is not for the inside of a group.", hint: "Apply it to the document itself." },
    zh: { what: "“{command}”不能用于分组内部。", hint: "请对整个文档使用。" },
  },
  "command.damaged-group": {
    en: {
      what: "The group “{id}” is not whole ({reason}) and was not put in.",
      hint: "Copy it again from a file that opens without repairs.",
    },
    zh: { what: "分组“{id}”不完整（{reason}），没有放入。", hint: "请从无需修复即可打开的文件中重新复制。" },
  },
  "command.duplicate-id": {
    en: {
      what: "The id “{id}” is taken by another {what, select, node {node} wire {wire} group {group} port {port} other {item}}.",
      hint: "Choose a free id.",
    },
    zh: {
      what: "标识“{id}”已被另一个{what, select, node {节点} wire {连线} group {分组} port {端口} other {对象}}占用。",
      hint: "请换一个未使用的标识。",
    },
  },
  "command.bad-id": {
    en: {
      what: "“{id}” cannot name a {what, select, node {node} wire {wire} note {note} frame {frame} group {group} port {port} other {thing}}.",
      hint: "Use a letter or underscore first, then letters, digits and underscores, 64 characters at most.",
    },
    zh: {
      what: "“{id}”不能用作{what, select, node {节点} wire {连线} note {便笺} frame {框} group {分组} port {端口} other {对象}}的标识。",
      hint: "以字母或下划线开头，其后为字母、数字或下划线，最多 64 个字符。",
    },
  },
  "command.bad-name": {
    en: { what: "“{name}” cannot name a parameter.", hint: "Use one of the node’s parameter names." },
    zh: { what: "“{name}”不能用作参数名。", hint: "请使用该节点的参数名之一。" },
  },
  "command.bad-number": {
    en: { what: "“{name}” must be a finite number.", hint: "A file cannot hold infinity or “not a number”." },
    zh: { what: "“{name}”必须是有限的数。", hint: "文件无法保存无穷大或非数值。" },
  },
  "command.bad-position": {
    en: { what: "The position of “{id}” is not a pair of finite numbers.", hint: "Give x and y in pixels." },
    zh: { what: "“{id}”的位置不是一对有限的数。", hint: "请以像素给出 x 和 y。" },
  },
  "command.bad-seed": {
    en: { what: "{seed} cannot be a seed.", hint: "Use a whole number from 0 to 9007199254740991." },
    zh: { what: "{seed} 不能用作随机种子。", hint: "请使用 0 到 9007199254740991 之间的整数。" },
  },
  "command.self-wire": {
    en: { what: "A node cannot feed itself (“{node}”).", hint: "Connect the output to another node." },
    zh: { what: "节点不能连接到自身（“{node}”）。", hint: "请把输出连接到其他节点。" },
  },
  "command.cycle": {
    en: {
      what: "This wire would close a circle: {path}.",
      hint: "Results flow one way. Remove one of the wires on this path first.",
    },
    zh: { what: "这条连线会形成环路：{path}。", hint: "数据只能单向流动。请先移除此路径上的一条连线。" },
  },
  "command.malformed": {
    en: {
      what: "This edit is not one that Espalier knows ({where}: {reason}).",
      hint: "It may come from another version. Reload the page.",
    },
    zh: { what: "无法识别这项编辑（{where}：{reason}）。", hint: "它可能来自其他版本。请重新加载页面。" },
  },
  "document.empty": {
    en: {
      what: "The file is empty.",
      hint: "The previous version may stand beside it with “~” at the end of its name.",
    },
    zh: { what: "文件是空的。", hint: "上一个版本可能就在旁边，文件名以“~”结尾。" },
  },
  "document.binary": {
    en: {
      what: "The file is not text (line {line}, column {column}).",
      hint: "Espalier graphs are JSON text. Check that this is the right file.",
    },
    zh: {
      what: "该文件不是文本（第 {line} 行第 {column} 列）。",
      hint: "Espalier 图是 JSON 文本。请确认文件是否正确。",
    },
  },
  "document.too-large": {
    en: {
      what: "The file has {size} characters; at most {limit} are read.",
      hint: "A graph does not contain data. Check that this is the right file.",
    },
    zh: {
      what: "文件有 {size} 个字符，最多只读取 {limit} 个。",
      hint: "图文件不含数据。请确认文件是否正确。",
    },
  },
  "document.too-deep": {
    en: {
      what: "The file nests more than {limit} levels deep.",
      hint: "No graph does. Check that this is the right file.",
    },
    zh: { what: "文件的嵌套超过 {limit} 层。", hint: "正常的图不会如此。请确认文件是否正确。" },
  },
  "document.truncated": {
    en: {
      what: "The file stops in the middle (line {line}, column {column}).",
      hint: "It was not written to its end. The previous version may stand beside it with “~” at the end of its name.",
    },
    zh: {
      what: "文件在中途结束（第 {line} 行第 {column} 列）。",
      hint: "文件没有写完。上一个版本可能就在旁边，文件名以“~”结尾。",
    },
  },
  "document.not-json": {
    en: {
      what: "The file is not valid JSON at line {line}, column {column}.",
      hint: "If it was edited by hand, look there for a missing comma, quote or bracket.",
    },
    zh: {
      what: "文件在第 {line} 行第 {column} 列不是有效的 JSON。",
      hint: "如果曾手工编辑，请检查该处是否缺少逗号、引号或括号。",
    },
  },
  "document.merge-conflict": {
    en: {
      what: "The file holds an unresolved merge conflict (line {line}).",
      hint: "Resolve it in your version control first.",
    },
    zh: { what: "文件中有未解决的合并冲突（第 {line} 行）。", hint: "请先在版本控制工具中解决冲突。" },
  },
  "document.foreign": {
    en: {
      what: "The file is JSON, but not an Espalier graph (its format is {found}).",
      hint: 'A graph begins with "format": "{expected}".',
    },
    zh: {
      what: "该文件是 JSON，但不是 Espalier 图（格式为 {found}）。",
      hint: '图文件以 "format": "{expected}" 开头。',
    },
  },
  "document.newer": {
    en: {
      what: "The file was written by a newer Espalier (format {version}; this one knows {known}).",
      hint: "It opens read-only, so that nothing is lost. Update Espalier to edit it.",
    },
    zh: {
      what: "该文件由更新版本的 Espalier 写成（格式 {version}，本版本支持到 {known}）。",
      hint: "文件以只读方式打开，不会丢失内容。更新 Espalier 后即可编辑。",
    },
  },
  "document.bad-version": {
    en: {
      what: "The format version {found} is not one; read as {version}.",
      hint: "Save the file to repair it.",
    },
    zh: { what: "格式版本 {found} 无效，已按 {version} 读取。", hint: "保存文件即可修复。" },
  },
  "document.duplicate-key": {
    en: {
      what: "“{where}” stands twice in the file (again in line {line}); the last one was taken.",
      hint: "This happens when two versions are merged by hand. Check that the right one was kept.",
    },
    zh: {
      what: "“{where}”在文件中出现两次（第 {line} 行再次出现），已采用最后一个。",
      hint: "手工合并两个版本时会出现这种情况。请检查保留的是否正确。",
    },
  },
  "document.forbidden-key": {
    en: { what: "The key “{where}” was left out.", hint: "This name is reserved; no graph needs it." },
    zh: { what: "已忽略键“{where}”。", hint: "该名称是保留的，图文件不需要它。" },
  },
  "document.infinite-number": {
    en: { what: "The number at “{where}” is too large; it was emptied.", hint: "Enter a finite number." },
    zh: { what: "“{where}”处的数过大，已清空。", hint: "请输入有限的数。" },
  },
  "document.missing": {
    en: {
      what: "The file has no “{where}”; an empty one was put there.",
      hint: "Save the file to repair it.",
    },
    zh: { what: "文件缺少“{where}”，已补上空的内容。", hint: "保存文件即可修复。" },
  },
  "document.bad-field": {
    en: {
      what: "“{where}” holds {found}, which cannot be; the usual value was taken.",
      hint: "Save the file to repair it.",
    },
    zh: { what: "“{where}”的值 {found} 无效，已使用默认值。", hint: "保存文件即可修复。" },
  },
  "document.bad-id": {
    en: {
      what: "“{id}” cannot name a {what, select, node {node} wire {wire} note {note} frame {frame} other {thing}}; it is now called “{newId}”.",
      hint: "Names have letters, digits and underscores, and begin with no digit.",
    },
    zh: {
      what: "“{id}”不能用作{what, select, node {节点} wire {连线} note {便笺} frame {框} group {分组} port {端口} other {对象}}的标识，已改为“{newId}”。",
      hint: "标识由字母、数字和下划线组成，不能以数字开头。",
    },
  },
  "document.bad-group": {
    en: {
      what: "The group “{group}” is no group ({found}) and was left out.",
      hint: "The file was damaged or edited by hand; the version before it is kept as a file ending in ~.",
    },
    zh: {
      what: "分组“{group}”不是分组（{found}），已略去。",
      hint: "文件可能已损坏或被手工修改；上一版本保存在以 ~ 结尾的文件中。",
    },
  },
  "document.bad-node": {
    en: { what: "Node “{node}” was left out: {found} is no node.", hint: "Add the node again." },
    zh: { what: "已忽略节点“{node}”：{found} 不是节点。", hint: "请重新添加该节点。" },
  },
  "document.node-without-type": {
    en: {
      what: "Node “{node}” does not say what it is.",
      hint: "It is kept as a placeholder. Replace it with a node from the palette.",
    },
    zh: { what: "节点“{node}”没有类型。", hint: "已作为占位节点保留。请从面板中选择节点替换它。" },
  },
  "document.node-without-params": {
    en: {
      what: "Node “{node}” had no parameters; it takes their defaults.",
      hint: "Check its parameters before the next run.",
    },
    zh: { what: "节点“{node}”没有参数，将使用默认值。", hint: "下次运行前请检查其参数。" },
  },
  "document.unknown-state": {
    en: {
      what: "Node “{node}” had the unknown state {found}; it is now active.",
      hint: "Mute or bypass it again if you wish.",
    },
    zh: { what: "节点“{node}”的状态 {found} 未知，现为启用状态。", hint: "如有需要，请重新静音或旁路。" },
  },
  "document.node-newer": {
    en: {
      what: "Node “{node}” was written by a newer version of {type} ({version}; this one knows {known}).",
      hint: "It is kept as it is. Update Espalier to run it.",
    },
    zh: {
      what: "节点“{node}”由更新版本的 {type} 写成（{version}，本版本支持到 {known}）。",
      hint: "节点保持原样。更新 Espalier 后即可运行。",
    },
  },
  "document.migration-failed": {
    en: {
      what: "Node “{node}” ({type}, version {version}) could not be brought up to date.",
      hint: "It is kept as it is. Replace it with a new one, and please report this file.",
    },
    zh: {
      what: "节点“{node}”（{type}，版本 {version}）无法升级。",
      hint: "节点保持原样。请用新节点替换，并请报告此文件。",
    },
  },
  "document.bad-wire": {
    en: { what: "Wire “{wire}” was removed: {found} names no two ports.", hint: "Connect the nodes again." },
    zh: { what: "已移除连线“{wire}”：{found} 没有指明两个端口。", hint: "请重新连接节点。" },
  },
  "document.wire-to-nowhere": {
    en: { what: "Wire “{wire}” was removed: there is no node “{node}”.", hint: "Connect the nodes again." },
    zh: { what: "已移除连线“{wire}”：没有节点“{node}”。", hint: "请重新连接节点。" },
  },
  "document.self-wire": {
    en: {
      what: "Wire “{wire}” was removed: it joined “{node}” to itself.",
      hint: "Connect the output to another node.",
    },
    zh: { what: "已移除连线“{wire}”：它把“{node}”连接到自身。", hint: "请把输出连接到其他节点。" },
  },
  "document.two-wires": {
    en: {
      what: "Wire “{wire}” was removed: the port “{port}” of “{node}” already has “{kept}”.",
      hint: "An input takes one wire. Check that the right one was kept.",
    },
    zh: {
      what: "已移除连线“{wire}”：“{node}”的端口“{port}”已有连线“{kept}”。",
      hint: "一个输入端口只能有一条连线。请检查保留的是否正确。",
    },
  },
  "document.cycle": {
    en: {
      what: "Wire “{wire}” was removed: it closed a circle ({path}).",
      hint: "Results flow one way. Connect it otherwise.",
    },
    zh: {
      what: "已移除连线“{wire}”：它形成了环路（{path}）。",
      hint: "数据只能单向流动。请改用其他连接方式。",
    },
  },
  "document.bad-position": {
    en: {
      what: "The position of node “{node}” was {found}; it was given a new one.",
      hint: "Move it where you want it.",
    },
    zh: { what: "节点“{node}”的位置 {found} 无效，已重新放置。", hint: "请把它移到合适的位置。" },
  },
  "document.node-without-position": {
    en: { what: "Node “{node}” had no position; it was given one.", hint: "Move it where you want it." },
    zh: { what: "节点“{node}”没有位置，已自动放置。", hint: "请把它移到合适的位置。" },
  },
  "document.position-without-node": {
    en: {
      what: "A position for “{node}” was left out: there is no such node.",
      hint: "Save the file to repair it.",
    },
    zh: { what: "已忽略“{node}”的位置：没有该节点。", hint: "保存文件即可修复。" },
  },
} as const;
