/** Words for what the checker, the registry and the files have to say. */
import type { Catalogue } from "./catalogue.ts";

export const engineDiagnostics = {
  "internal.unexpected": {
    en: {
      what: "Something failed that should not have: {message}",
      hint: "Your work is safe. Save the graph and report this message with it.",
    },
    zh: { what: "发生了不应出现的错误：{message}", hint: "您的工作没有丢失。请保存图并连同此信息一起报告。" },
  },
  "registry.duplicate-id": {
    en: { what: "Two nodes are declared with the id {type}.", hint: "Give one of them another id." },
    zh: { what: "有两个节点声明了同一个 id：{type}。", hint: "请为其中一个换一个 id。" },
  },
  "node.unknown-type": {
    en: {
      what: "This version has no node of type {type}.",
      hint: "It is kept as it is in the file. Update Espalier, or replace the node.",
    },
    zh: {
      what: "此版本没有类型为 {type} 的节点。",
      hint: "它会原样保留在文件中。请更新 Espalier 或替换该节点。",
    },
  },
  "node.newer-version": {
    en: {
      what: "The node was made by a newer version ({version}) of {type}; this one knows version {known}.",
      hint: "Update Espalier to run it. The file is not changed.",
    },
    zh: {
      what: "该节点由 {type} 的较新版本（{version}）创建；本程序只认识版本 {known}。",
      hint: "请更新 Espalier 后再运行。文件不会被改动。",
    },
  },
  "node.bypass-impossible": {
    en: {
      what: "The node cannot be bypassed: none of its inputs fits the output {port} that is used.",
      hint: "Mute it instead, or connect its successor to something else.",
    },
    zh: {
      what: "该节点无法旁路：没有输入能代替被使用的输出 {port}。",
      hint: "请改为静音，或将其后继连接到别处。",
    },
  },
  "param.not-int-in-range": {
    en: {
      what: "{value} is not a whole number from {min} to {max}.",
      hint: "Enter a whole number in that range.",
    },
    zh: { what: "{value} 不是 {min} 到 {max} 之间的整数。", hint: "请输入该范围内的整数。" },
  },
  "param.not-real-in-range": {
    en: { what: "{value} is not a number from {min} to {max}.", hint: "Enter a number in that range." },
    zh: { what: "{value} 不是 {min} 到 {max} 之间的数。", hint: "请输入该范围内的数。" },
  },
  "param.not-real-between": {
    en: {
      what: "{value} is not a number strictly between {min} and {max}.",
      hint: "Enter a number inside that range; the ends themselves are not allowed.",
    },
    zh: { what: "{value} 不是严格介于 {min} 与 {max} 之间的数。", hint: "请输入该开区间内的数，端点除外。" },
  },
  "param.not-a-choice": {
    en: { what: "{value} is not one of: {choices}.", hint: "Choose one of these." },
    zh: { what: "{value} 不在可选项之中：{choices}。", hint: "请从中选择一项。" },
  },
  "param.not-a-flag": {
    en: { what: "{value} is neither true nor false.", hint: "Use true or false." },
    zh: { what: "{value} 既不是 true 也不是 false。", hint: "请使用 true 或 false。" },
  },
  "param.not-text": {
    en: {
      what: "{value} is not text of at most {max} characters.",
      hint: "Enter shorter text, without NUL characters.",
    },
    zh: { what: "{value} 不是长度至多 {max} 的文本。", hint: "请输入更短且不含 NUL 字符的文本。" },
  },
  "param.not-roles": {
    en: { what: "{value} does not map column names to roles.", hint: "The roles are: {roles}." },
    zh: { what: "{value} 不是列名到角色的映射。", hint: "可用的角色：{roles}。" },
  },
  "param.not-columns": {
    en: { what: "{value} is not a list of column names.", hint: "Name each column once." },
    zh: { what: "{value} 不是列名的列表。", hint: "每个列名只写一次。" },
  },
  "param.not-renames": {
    en: {
      what: "{value} does not map column names to new names.",
      hint: "Give each column that is to be renamed a name that is not empty.",
    },
    zh: { what: "{value} 不是列名到新列名的映射。", hint: "请为要重命名的每一列给出非空的新名称。" },
  },
  "param.unknown": {
    en: {
      what: "The node {type} has no parameter {name}.",
      hint: "Remove it, or use one of its parameters: {known}.",
    },
    zh: {
      what: "节点 {type} 没有名为 {name} 的参数。",
      hint: "请移除它，或使用以下参数之一：{known}。",
    },
  },
  "param.missing": {
    en: {
      what: "The parameter {name} is not in the file; the default {value} is used.",
      hint: "Save the graph to write it down.",
    },
    zh: { what: "文件中缺少参数 {name}，使用默认值 {value}。", hint: "保存图即可写入该参数。" },
  },
  "wire.kind-mismatch": {
    en: {
      what: "This gives {source}, and {target} is wanted here.",
      hint: "Connect an output of type {target}.",
    },
    zh: { what: "此输出为 {source}，而这里需要 {target}。", hint: "请连接类型为 {target} 的输出。" },
  },
  "wire.table-without-target": {
    en: {
      what: "The table has no target column, and one is needed here.",
      hint: "Choose the target in the node that reads the table. Its columns begin with {columns}.",
    },
    zh: {
      what: "该表没有目标列，而这里需要目标列。",
      hint: "请在读取该表的节点中选择目标列。前几列为：{columns}。",
    },
  },
  "wire.learner-without-weights": {
    en: {
      what: "{learner} does not use sample weights, and they are needed here.",
      hint: "Use a learner that does, such as a stump, or let each round re-sample instead.",
    },
    zh: {
      what: "{learner} 不支持样本权重，而这里需要。",
      hint: "请换用支持权重的学习器（如决策树桩），或改为每轮重采样。",
    },
  },
  "wire.learner-without-probabilities": {
    en: {
      what: "{learner} gives labels only, and probabilities are needed here.",
      hint: "Use a learner that gives probabilities.",
    },
    zh: { what: "{learner} 只给出类别标签，而这里需要概率。", hint: "请换用能给出概率的学习器。" },
  },
  "wire.no-such-port": {
    en: {
      what: "The wire names the port {port}, which {type} does not have.",
      hint: "Remove the wire and connect one of: {ports}.",
    },
    zh: {
      what: "连线指向端口 {port}，但 {type} 没有该端口。",
      hint: "请删除该连线，并连接以下端口之一：{ports}。",
    },
  },
  "input.missing": {
    en: {
      what: "The input {port} is not connected; it needs {type}.",
      hint: "Connect an output of type {type}.",
    },
    zh: { what: "输入 {port} 未连接；它需要 {type}。", hint: "请连接类型为 {type} 的输出。" },
  },
  "input.muted": {
    en: {
      what: "The input {port} comes from {from}, which is muted.",
      hint: "Unmute {from}, or connect another output.",
    },
    zh: { what: "输入 {port} 来自已静音的 {from}。", hint: "请取消 {from} 的静音，或连接其他输出。" },
  },
  "graph.cycle": {
    en: {
      what: "The nodes {nodes} feed each other in a circle.",
      hint: "Remove one of the wires between them.",
    },
    zh: { what: "节点 {nodes} 形成了环路。", hint: "请删除其中一条连线。" },
  },
  "graph.no-such-node": {
    en: { what: "The graph has no node {node}.", hint: "Its nodes are: {nodes}." },
    zh: { what: "图中没有节点 {node}。", hint: "现有节点：{nodes}。" },
  },
  "graph.nothing-to-run": {
    en: { what: "The graph has no node that could run.", hint: "Add a node, or unmute one." },
    zh: { what: "图中没有可运行的节点。", hint: "请添加节点或取消静音。" },
  },
  "leakage.scored-on-training-rows": {
    en: {
      what: "The score would be computed on rows that the model was fitted on: they came through {via}.",
      hint: "Split the table and score the part set aside, or set Scored on to training: the score is then labelled so.",
    },
    zh: {
      what: "该评分所用的行正是模型训练时见过的行：它们来自 {via}。",
      hint: "请先划分数据，只在留出的部分上评分；或将“评分所用的行”设为训练集，评分会如实标注。",
    },
  },
  "file.outside-granted": {
    en: {
      what: "{path} is outside the folders that this graph may read.",
      hint: "Copy the file beside the graph, or start Espalier on a folder that holds it.",
    },
    zh: {
      what: "{path} 位于此图可读取的文件夹之外。",
      hint: "请将文件复制到图的旁边，或在包含该文件的文件夹中启动 Espalier。",
    },
  },
  "file.changed-on-disk": {
    en: {
      what: "{path} was changed by another program since it was opened here.",
      hint: "Save under another name, or overwrite it if yours is the one to keep.",
    },
    zh: {
      what: "{path} 在此处打开之后被其他程序修改过。",
      hint: "请另存为其他名称；若要保留您的版本，请选择覆盖。",
    },
  },
  "file.exists": {
    en: { what: "{path} exists already.", hint: "Choose another name, or overwrite it." },
    zh: { what: "{path} 已存在。", hint: "请换一个名称，或选择覆盖。" },
  },
  "file.bad-name": {
    en: {
      what: "{path} cannot be a file name here.",
      hint: "Use letters, digits, spaces, - and _, ending in .espalier.",
    },
    zh: { what: "{path} 不能用作文件名。", hint: "请使用字母、数字、空格、- 和 _，并以 .espalier 结尾。" },
  },
  "example.unknown": {
    en: { what: "There is no example {id}.", hint: "The examples are: {known}." },
    zh: { what: "没有名为 {id} 的示例。", hint: "现有示例：{known}。" },
  },
  "leakage.scored-rows-seen": {
    en: {
      what: "The model was fitted on {shared} of the {total} rows that would be scored.",
      hint: "Score rows that were set aside, or say that a training score is wanted: it is then labelled so.",
    },
    zh: {
      what: "将要评分的 {total} 行中，有 {shared} 行是模型训练时见过的。",
      hint: "请在留出的行上评分；或说明需要训练集评分，评分会如实标注。",
    },
  },
  "source.not-chosen": {
    en: { what: "No file is chosen.", hint: "Choose a file of your folder." },
    zh: { what: "尚未选择文件。", hint: "请选择文件夹中的一个文件。" },
  },
} as const satisfies Catalogue;
