/** Words for what runs, results, selections and looks have to say, and for the service between the page and the engine. */
import type { Catalogue } from "./catalogue.ts";

export const runningDiagnostics = {
  "run.worker-lost": {
    en: {
      what: "The worker that computed this node ended: {message}",
      hint: "A new one is ready: run again. If it repeats, the node needs more memory than there is.",
    },
    zh: {
      what: "计算此节点的工作线程已终止：{message}",
      hint: "新的线程已就绪，请重新运行。若反复出现，说明内存不足。",
    },
  },
  "run.engine-lost": {
    en: {
      what: "The engine's process ended during the run, and was started again.",
      hint: "Your graph is safe. Run again; if it repeats, the run needs more memory than there is.",
    },
    zh: {
      what: "引擎进程在运行中终止，现已重新启动。",
      hint: "您的图没有丢失。请重新运行；若反复出现，说明内存不足。",
    },
  },
  "run.memory-ceiling": {
    en: {
      what: "The engine held {held} MB, more than the {limit} MB that it may, and was ended and started again.",
      hint: "Your graph is safe. Use fewer rows or columns, or a smaller model; or a machine with more memory.",
    },
    zh: {
      what: "引擎占用了 {held} MB 内存，超过上限 {limit} MB，已被终止并重新启动。",
      hint: "您的图没有丢失。请减少行或列、缩小模型，或使用内存更大的机器。",
    },
  },
  "result.damaged": {
    en: {
      what: "The stored result of this node was damaged on disk and is not used.",
      hint: "The node runs again by itself. If this repeats, check the disk.",
    },
    zh: {
      what: "该节点存储在磁盘上的结果已损坏，不予使用。",
      hint: "该节点会自动重新运行。若反复出现，请检查磁盘。",
    },
  },
  "result.not-stored": {
    en: {
      what: "Results cannot be kept on disk: {message}",
      hint: "They are kept in memory until the program ends.",
    },
    zh: { what: "结果无法保存到磁盘：{message}", hint: "在程序结束之前，它们保留在内存中。" },
  },
  "run.cancel-ignored": {
    en: {
      what: "The node did not answer the cancel within {ms} ms; its worker was replaced.",
      hint: "Nothing is lost. Please report this node.",
    },
    zh: {
      what: "该节点在 {ms} 毫秒内没有响应取消，其工作线程已被替换。",
      hint: "没有丢失任何内容。请报告此节点。",
    },
  },
  "result.gone": {
    en: { what: "This result is no longer kept.", hint: "Run the node again." },
    zh: { what: "该结果已不再保留。", hint: "请重新运行该节点。" },
  },
  "selection.gone": {
    en: { what: "This selection is no longer kept.", hint: "Select the rows again." },
    zh: { what: "该选择已不再保留。", hint: "请重新选择这些行。" },
  },
  "selection.not-here": {
    en: {
      what: "Rows cannot be selected by “{by}” in this result.",
      hint: "Run its node again; if that changes nothing, select in another view.",
    },
    zh: { what: "无法在此结果中按“{by}”选择行。", hint: "请重新运行该节点；若无变化，请在其他视图中选择。" },
  },
  "look.no-weights": {
    en: {
      what: "This result has no sample weights.",
      hint: "They are kept by AdaBoost, up to 20 million numbers. Take fewer rounds or rows.",
    },
    zh: {
      what: "此结果没有样本权重。",
      hint: "样本权重由 AdaBoost 保留，最多两千万个数。请减少轮数或行数。",
    },
  },
  "look.no-round": {
    en: {
      what: "There is no round {round}; there are {rounds}.",
      hint: "Choose a round from 1 to {rounds}.",
    },
    zh: { what: "没有第 {round} 轮；共有 {rounds} 轮。", hint: "请选择 1 到 {rounds} 之间的一轮。" },
  },
  "look.no-training-rows": {
    en: {
      what: "The rows that this model was fitted on are not at hand.",
      hint: "Run the node again together with what feeds it.",
    },
    zh: { what: "此模型的训练行已不可用。", hint: "请连同其上游一起重新运行该节点。" },
  },
  "surface.features": {
    en: {
      what: "A surface needs two numeric features; this model has {count}.",
      hint: "Look at its tree or its facts instead.",
    },
    zh: { what: "决策面需要两个数值特征；此模型有 {count} 个。", hint: "请改看其树或概要。" },
  },
  "look.no-replay": {
    en: {
      what: "This model has no rounds to replay.",
      hint: "Rounds are replayed of a gradient booster with a feature of numbers.",
    },
    zh: { what: "此模型没有可以重放的轮次。", hint: "重放适用于至少有一个数值特征的梯度提升模型。" },
  },
  "look.no-importance": {
    en: {
      what: "This model has no trees whose splits could be added up.",
      hint: "Impurity importances are of trees and of what is boosted from them; permutation importance is of any model.",
    },
    zh: {
      what: "此模型没有可以累计划分改善量的树。",
      hint: "不纯度重要性来自树以及由树提升的模型；置换重要性适用于任何模型。",
    },
  },
  "look.no-margins": {
    en: {
      what: "This result has no margins.",
      hint: "Margins are of an AdaBoost classifier's vote, or of predictions with probabilities and a truth.",
    },
    zh: {
      what: "此结果没有间隔。",
      hint: "间隔来自 AdaBoost 分类器的投票，或带有概率与真实值的预测。",
    },
  },
  "look.no-coefficients": {
    en: {
      what: "This model has no coefficients.",
      hint: "Linear and logistic regression, linear support vector machines and perceptrons have them.",
    },
    zh: {
      what: "此模型没有系数。",
      hint: "线性回归、逻辑回归、线性支持向量机和感知机才有系数。",
    },
  },
  "look.no-such-detail": {
    en: {
      what: "The detail {detail} cannot be had of this result.",
      hint: "Run the node again, and look at it then.",
    },
    zh: { what: "此结果没有细节 {detail}。", hint: "请重新运行该节点后再查看。" },
  },
  "service.bad-message": {
    en: {
      what: "A message was not understood: {message}",
      hint: "Reload the page; its version may differ from the engine's.",
    },
    zh: { what: "收到无法理解的消息：{message}", hint: "请重新加载页面；其版本可能与引擎不同。" },
  },
  "service.too-much": {
    en: {
      what: "More was asked at once than is answered: {calls} calls are under way, {limit} may be.",
      hint: "Wait until some are answered. If no program of yours does this, end the server and start it again.",
    },
    zh: {
      what: "同时请求过多：正在处理 {calls} 个调用，上限为 {limit} 个。",
      hint: "请等待部分调用完成。如果这不是您自己的程序所为，请结束并重新启动服务器。",
    },
  },
  "service.connection-lost": {
    en: {
      what: "The connection to the engine is lost.",
      hint: "The page tries again by itself; your graph is kept meanwhile.",
    },
    zh: { what: "与引擎的连接已断开。", hint: "页面会自动重试；您的图会保留。" },
  },
  "call.bad-set": {
    en: {
      what: "--set {value} is not of the form node.param=value.",
      hint: "For example: --set boost.rounds=10",
    },
    zh: { what: "--set {value} 不符合 node.param=value 的形式。", hint: "例如：--set boost.rounds=10" },
  },
  "call.bad-port": {
    en: { what: "{value} is not a port number from 0 to 65535.", hint: "Use --port 0 for any free one." },
    zh: { what: "{value} 不是 0 到 65535 之间的端口号。", hint: "用 --port 0 可自动选择空闲端口。" },
  },
  "call.port-taken": {
    en: {
      what: "Port {port, number, ::group-off} is in use by another program.",
      hint: "Use --port 0 for any free one.",
    },
    zh: {
      what: "端口 {port, number, ::group-off} 已被其他程序占用。",
      hint: "用 --port 0 可自动选择空闲端口。",
    },
  },
  "export.not-runnable": {
    en: {
      what: "The graph cannot be exported while it has problems.",
      hint: "Mend the problems first; `check` lists them.",
    },
    zh: { what: "图中存在问题，无法导出。", hint: "请先解决问题；`check` 命令会列出它们。" },
  },
  "export.folder-not-empty": {
    en: { what: "The folder {path} is not empty.", hint: "Name a new or empty folder, or pass --overwrite." },
    zh: { what: "文件夹 {path} 不是空的。", hint: "请指定新的或空的文件夹，或加上 --overwrite。" },
  },
  "export.same-file-name": {
    en: {
      what: "Two different files would both become {path} in the export.",
      hint: "Give one of them another name.",
    },
    zh: { what: "两个不同的文件在导出后都会变成 {path}。", hint: "请为其中一个文件改名。" },
  },
  "export.no-library": {
    en: {
      what: "The library package could not be packed: {message}",
      hint: "Run the export from a checkout that is set up.",
    },
    zh: { what: "无法打包库：{message}", hint: "请在已完成设置的检出目录中导出。" },
  },
} as const satisfies Catalogue;
